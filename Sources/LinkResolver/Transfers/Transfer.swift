import CLibCurl
import Glibc

/// Owns one easy handle, for one request after another. Lives and dies on the thread of the transfers.
final class Transfer {
    /// What all transfers of a run share. Owned here because handles point into the lists.
    final class Settings {
        let options: ResolverOptions
        let overrides: ConnectionOverrides
        let connectTo: CurlList
        let resolve: CurlList
        /// The transfers that let the rest of a body pass: that is bounded more tightly than libcurl's own timers are. libcurl's progress
        /// callback could see to it, and would be called for every transfer at every turn.
        var draining: [UnsafeMutableRawPointer: Transfer] = [:]

        init(options: ResolverOptions, overrides: ConnectionOverrides) {
            self.options = options
            self.overrides = overrides
            connectTo = CurlList(options.connectTo)
            resolve = CurlList(options.resolve)
        }
    }

    let handle: UnsafeMutableRawPointer
    private let settings: Settings
    /// libcurl writes its explanation of an error here.
    private let explanation = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    /// What is asked.
    private(set) var request: WebRequest?
    /// Whose request it is.
    private(set) var job = 0

    // What the callbacks learn of the current request.
    private(set) var head: AnswerHead?
    private(set) var page: [UInt8] = []
    private var plan = ReadingPlan.stop
    private var headerBytes = 0
    private var drained = 0
    private var drainUntil: ContinuousClock.Instant?
    private var headersTooLarge = false
    private var bodyCapped = false
    private var stoppedByUs = false
    private var refusal: RequestPolicy.Refusal?
    private var openedSocket = false

    init(settings: Settings) throws(ResolverError) {
        guard let handle = curl_easy_init() else { throw .engine(doing: "starting a transfer", reason: "no easy handle") }
        self.handle = handle
        self.settings = settings
        setOnce()
    }

    deinit {
        curl_easy_cleanup(handle)
        explanation.deallocate()
    }

    /// Makes ready for a request that may take this long.
    func prepare(_ request: WebRequest, job: Int, time: Duration) {
        (self.request, self.job) = (request, job)
        (head, page, plan) = (nil, [], .stop)
        (headerBytes, drained, drainUntil) = (0, 0, nil)
        (headersTooLarge, bodyCapped, stoppedByUs, refusal, openedSocket) = (false, false, false, nil, false)
        explanation[0] = 0
        let limit = max(1, time.milliseconds)
        archive_easy_set_string(handle, CURLOPT_URL, request.url.text)
        archive_easy_set_string(handle, CURLOPT_USERAGENT, request.agent ?? settings.options.userAgent)
        archive_easy_set_long(handle, CURLOPT_TIMEOUT_MS, limit)
        archive_easy_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, min(limit, max(1, settings.options.connectTimeout.milliseconds)))
    }

    /// Whether the rest of a body has been let pass for long enough.
    func hasDrained(by now: ContinuousClock.Instant) -> Bool { drainUntil.map { $0 <= now } ?? false }

    /// Ends what is left of the body, in place of libcurl.
    func stop() { stoppedByUs = true }

    /// What came of it, once libcurl has reported the end.
    func outcome(_ code: CURLcode) -> HopReport.Result {
        if drainUntil != nil { settings.draining[handle] = nil }
        if let refusal, !openedSocket { return .refused(refusal) }
        let failure = failure(code)
        guard let head else {
            if headersTooLarge {
                let limit = settings.options.maxHeaderBytes
                return .failure(HopFailure(kind: .headersTooLarge, message: "the header is longer than \(limit) bytes"))
            }
            return .failure(failure ?? HopFailure(kind: .malformed, message: "no HTTP answer"))
        }
        var answer = Answer(status: head.status, headers: head.headers)
        if plan == .page { answer.page = page }
        if bodyCapped {
            answer.body = .capped
        } else if plan == .page, let failure {
            answer.body = .broken(failure)
        }
        return .answer(answer)
    }

    /// The address of the connection, where one was made. libcurl also names addresses that it tried in vain.
    func peer() -> String? {
        var connected: curl_off_t = 0
        archive_easy_get_offset(handle, CURLINFO_CONNECT_TIME_T, &connected)
        guard connected > 0 || head != nil else { return nil }
        var address: UnsafePointer<CChar>?
        archive_easy_get_string(handle, CURLINFO_PRIMARY_IP, &address)
        return address.map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// How long it all took.
    func milliseconds() -> Int {
        var total: curl_off_t = 0
        archive_easy_get_offset(handle, CURLINFO_TOTAL_TIME_T, &total)
        return Int(total) / 1000
    }

    private func failure(_ code: CURLcode) -> HopFailure? {
        guard code != CURLE_OK, !stoppedByUs else { return nil }
        var osError = 0
        archive_easy_get_long(handle, CURLINFO_OS_ERRNO, &osError)
        return CurlResult.failure(code, osError: osError, detail: String(cString: explanation))
    }
}

// MARK: - What libcurl calls

extension Transfer {
    /// One header line, its line end included; the empty line ends a head.
    fileprivate func receive(header line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= settings.options.maxHeaderBytes else {
            headersTooLarge = true
            return false
        }
        guard head == nil, line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) else { return true }
        var status = 0
        archive_easy_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        // 1xx answers come before the one that counts (RFC 9110, section 15.2).
        guard status >= 200 else { return true }
        var length: curl_off_t = -1
        archive_easy_get_offset(handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length)
        var head = AnswerHead(status: status, contentLength: length < 0 ? nil : Int(length))
        let isArchive = if case .archive = request?.purpose { true } else { false }
        for name in HeaderFields.Name.allCases where isArchive || !name.isOfArchives { head.headers[name] = header(name) }
        self.head = head
        plan = ReadingPlan(for: head, purpose: request?.purpose ?? .hop)
        if plan == .drain {
            drainUntil = .now + .seconds(ReadingPlan.drainSeconds)
            settings.draining[handle] = self
        }
        return true
    }

    /// A piece of the body, decompressed. `false` ends the transfer.
    fileprivate func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
        switch plan {
        case .stop:
            stoppedByUs = true
        case .drain:
            drained += bytes.count
            stoppedByUs = drained > ReadingPlan.drainBytes
        case .page:
            let room = settings.options.maxBodyBytes - page.count
            page.append(contentsOf: bytes.prefix(room))
            bodyCapped = bytes.count > room
            stoppedByUs = bodyCapped
        }
        return !stoppedByUs
    }

    /// Asked with the address that a name has led to, before anything is sent there: there is no second look-up that could differ.
    fileprivate func openSocket(_ target: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let peer = target.pointee
        if !mayConnect(to: peer, bytes: Self.addressBytes(of: target)) { return curl_socket_t(-1) }
        openedSocket = true
        return socket(peer.family, peer.socktype | Int32(SOCK_CLOEXEC.rawValue), peer.protocol)
    }

    private func mayConnect(to peer: curl_sockaddr, bytes: UnsafeRawBufferPointer) -> Bool {
        // With a proxy every connection goes to the proxy, and that is the user's own choice.
        if settings.options.allowPrivate || settings.options.proxy != nil { return true }
        // Likewise where the archive is that the user names.
        if case .archive = request?.purpose { return true }
        guard let address = IPAddress(family: peer.family, socketAddress: bytes), let url = request?.url else {
            refusal = RequestPolicy.Refusal(kind: "address", message: "neither an IPv4 nor an IPv6 address")
            return false
        }
        guard let reason = AddressPolicy.reasonAgainst(address) else { return true }
        // The port is in the same place for IPv4 and IPv6, in network order.
        let port = bytes.count >= 4 ? Int(bytes[2]) << 8 | Int(bytes[3]) : 0
        if settings.overrides.name(address, port: port, forHost: url.host, port: url.port) { return true }
        refusal = RequestPolicy.refusal(of: address, reason: reason)
        return false
    }

    /// Asked before every request, also on a connection that was made for another one: by then only the address is left to be looked at.
    fileprivate func mayAsk(at address: UnsafePointer<CChar>?, port: Int32) -> Bool {
        if settings.options.allowPrivate || settings.options.proxy != nil { return true }
        if case .archive = request?.purpose { return true }
        guard let url = request?.url, let address = address.flatMap({ IPAddress(spelling: String(cString: $0)) }) else { return true }
        guard let reason = AddressPolicy.reasonAgainst(address) else { return true }
        if settings.overrides.name(address, port: Int(port), forHost: url.host, port: url.port) { return true }
        refusal = RequestPolicy.refusal(of: address, reason: reason)
        openedSocket = false
        return false
    }

    /// libcurl lays the whole address behind a field that C calls a plain `sockaddr`.
    private static func addressBytes(of target: UnsafeMutablePointer<curl_sockaddr>) -> UnsafeRawBufferPointer {
        let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 16
        return UnsafeRawBufferPointer(start: UnsafeRawPointer(target) + offset, count: Int(target.pointee.addrlen))
    }

    /// The first header of this name in the last answer; of those that are lists all, joined (RFC 9110, section 5.3).
    private func header(_ name: HeaderFields.Name) -> String? {
        var texts: [String] = []
        var place = 0
        var found: UnsafeMutablePointer<curl_header>?
        while curl_easy_header(handle, name.rawValue, place, UInt32(CURLH_HEADER), -1, &found) == CURLHE_OK,
            let value = found?.pointee.value
        {
            // libcurl leaves the line end on a value that is empty.
            let bytes = UnsafeRawBufferPointer(start: value, count: strlen(value))
            if !bytes.allSatisfy({ $0 <= 0x20 }) { texts.append(LocationText.text(of: bytes)) }
            place += 1
            guard name == .link, place < 16 else { break }
        }
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }
}

// MARK: - Options

extension Transfer {
    private func setOnce() {
        setCallbacks()
        setSafety()
        let options = settings.options
        archive_easy_set_pointer(handle, CURLOPT_ERRORBUFFER, explanation)
        // What this libcurl can decompress on any machine; the caps count decompressed bytes.
        archive_easy_set_string(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
        archive_easy_set_list(handle, CURLOPT_CONNECT_TO, settings.connectTo.pointer)
        archive_easy_set_list(handle, CURLOPT_RESOLVE, settings.resolve.pointer)
        // "" means no proxy, whatever the environment says; NOPROXY "" means no exceptions, whatever the environment says.
        archive_easy_set_string(handle, CURLOPT_PROXY, options.proxy ?? "")
        archive_easy_set_string(handle, CURLOPT_NOPROXY, "")
        archive_easy_set_long(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    }

    private func setSafety() {
        archive_easy_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        // Hops are followed by us, so that each is recorded and checked.
        archive_easy_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        archive_easy_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
        archive_easy_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
        if let file = settings.options.caCertificate {
            archive_easy_set_string(handle, CURLOPT_CAINFO, file)
            // Distributions build a directory of certificates in; the file is to replace it too.
            archive_easy_set_string(handle, CURLOPT_CAPATH, nil)
        }
        // No signals in a program with threads.
        archive_easy_set_long(handle, CURLOPT_NOSIGNAL, 1)
        // Otherwise a transfer that times out while its name is looked up holds up all others until the resolver gives in.
        archive_easy_set_long(handle, CURLOPT_QUICK_EXIT, 1)
    }

    private func setCallbacks() {
        let me = Unmanaged.passUnretained(self).toOpaque()
        archive_easy_set_pointer(handle, CURLOPT_HEADERDATA, me)
        archive_easy_set_write_function(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, me in
            Transfer.at(me)?.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) == true ? size * count : 0
        }
        archive_easy_set_pointer(handle, CURLOPT_WRITEDATA, me)
        archive_easy_set_write_function(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, me in
            // A short count makes libcurl end the transfer.
            Transfer.at(me)?.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) == true ? size * count : 0
        }
        archive_easy_set_pointer(handle, CURLOPT_OPENSOCKETDATA, me)
        archive_easy_set_opensocket_function(handle) { me, _, target in
            guard let target, let transfer = Transfer.at(me) else { return curl_socket_t(-1) }
            return transfer.openSocket(target)
        }
        setReuseCheck(me)
    }

    private func setReuseCheck(_ me: UnsafeMutableRawPointer) {
        archive_easy_set_pointer(handle, CURLOPT_PREREQDATA, me)
        archive_easy_set_prereq_function(handle) { me, address, _, port, _ in
            Transfer.at(me)?.mayAsk(at: address, port: port) == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
    }

    /// The transfer behind a callback's user pointer, which is always set above and never outlives its transfer.
    private static func at(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension Duration {
    /// The same in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

    var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
