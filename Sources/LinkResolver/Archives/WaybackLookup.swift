import Foundation
import ShortLinks
import ThreadModel

/// The search for a short link in a web archive: the index first, then the captures that may hold an answer, one after the other. Without
/// a network: it is told what each request brought, and says what to do next.
struct WaybackLookup: Sendable {
    enum Step: Sendable {
        case ask(WebRequest)
        case found(Expansion.Evidence)
        /// Nothing is there, or nothing that can be trusted; why.
        case nothing(String)
        /// The archive wants to be left alone, or cannot be reached, for so many seconds.
        case putOff(seconds: Double, String)
    }

    /// How many captures are looked at.
    private static let mostCaptures = 4
    /// How often the archive may send us on to a capture of another time.
    private static let mostMoves = 3
    /// How far such a capture may be from the one that was asked for, in days.
    private static let farthestMove = 366.0
    /// How long an archive is left alone that answers 429; it does not say.
    private static let pause = 60.0
    /// And one that accepts no connection: it has shut us out, which takes it an hour.
    private static let longPause = 3600.0

    private let base: WebURL
    private let services: ServiceTable
    private let wanted: WebURL
    /// When the link was written, as far as that is known: of two captures the nearer one is right, since codes are used again.
    private let day: Double?
    private let digits: String?
    private var candidates: [Capture] = []
    private var current: Capture?
    private var asked: Set<String> = []
    private var moves = 0
    private var lastReason = "it has no capture of this link"

    /// - Parameter date: the date of the comment in which the link stands, in ISO 8601.
    init(of wanted: WebURL, date: String?, base: WebURL, services: ServiceTable) {
        (self.wanted, self.base, self.services) = (wanted, base, services)
        day = date.flatMap(Capture.day)
        digits = date.map { String($0.filter { $0.isASCII && $0.isNumber }.prefix(14)) }.flatMap { $0.count >= 4 ? $0 : nil }
    }

    // MARK: - The index

    mutating func begin() -> Step {
        // Filters are regular expressions of the whole field: this one lets no other case of the code through.
        var query = [
            ("url", wanted.text), ("output", "json"), ("fl", "timestamp,original,statuscode,mimetype"), ("resolveRevisits", "true"),
            ("filter", "original:\(Self.pattern(of: wanted))"),
        ]
        if let digits { query += [("closest", digits), ("sort", "closest")] }
        query.append(("limit", "50"))
        let text = query.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
        return ask("\(root)/cdx/search/cdx?\(text)", .index)
    }

    private var root: String { base.text.hasSuffix("/") ? String(base.text.dropLast()) : base.text }

    private func ask(_ url: String, _ endpoint: ArchiveEndpoint) -> Step {
        guard let url = try? WebURL(url) else { return .nothing("its address cannot be built") }
        return .ask(WebRequest(url: url, purpose: .archive(endpoint)))
    }

    private static func pattern(of url: WebURL) -> String {
        func quoted(_ text: Substring) -> String {
            text.reduce(into: "") { result, character in
                if !character.isLetter, !character.isNumber, character != "/" { result += "\\" }
                result.append(character)
            }
        }
        let target = url.target.hasSuffix("/") ? url.target.dropLast() : url.target
        return "https?://(www\\.)?\(quoted(url.site))(:\\d+)?\(quoted(target))/?"
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: .alphanumerics.intersection(CharacterSet(charactersIn: Unicode.Scalar(0)..."\u{7F}"))) ?? ""
    }

    mutating func advance(_ report: HopReport, _ endpoint: ArchiveEndpoint) -> Step {
        switch report.result {
        case .refused(let refusal): return .nothing(refusal.message)
        case .failure(let failure):
            let isShutOut = failure.kind == .connectionRefused
            return .putOff(seconds: isShutOut ? Self.longPause : Self.pause, "\(base.host) does not answer: \(failure.message)")
        case .answer(let answer):
            // A 429 with a date is a capture of a 429.
            let isOwn = answer.headers[.mementoDatetime] == nil
            if answer.status == 429 || answer.status == 503, isOwn {
                return .putOff(seconds: Verdict.pause(of: answer) ?? Self.pause, "\(base.host) has been asked too often")
            }
            // What is broken today may be whole tomorrow.
            if answer.status >= 500 && isOwn || endpoint == .index && answer.status == 403 {
                return .putOff(seconds: Self.pause, "\(base.host) answers with HTTP status \(answer.status)")
            }
            if endpoint == .index, case .broken(let failure) = answer.body {
                return .putOff(seconds: Self.pause, "\(base.host) breaks off: \(failure.message)")
            }
            return endpoint == .index ? readIndex(answer) : readPlayback(answer)
        }
    }

    private mutating func readIndex(_ answer: Answer) -> Step {
        guard answer.status == 200, let rows = ArchiveAnswers.captures(in: answer.page) else {
            if [404, 405, 501].contains(answer.status) {
                // An archive without such an index: by time alone, and the capture must say what it is of.
                candidates = [Capture(timestamp: digits ?? "20100101000000", original: wanted.text)]
                return nextCapture()
            }
            return .nothing("the index answers with HTTP status \(answer.status)")
        }
        let exact = rows.filter { ArchiveAnswers.isSameLink($0.original, wanted) }
        if exact.isEmpty, !rows.isEmpty { lastReason = "it has captures of another spelling of the code only, which is another link" }
        let usable = exact.filter { ($0.status ?? 300) < 400 && ($0.status ?? 300) >= 200 && isOfService($0) }
        if usable.isEmpty, let row = exact.first { lastReason = "its captures are of answers such as \(row.status ?? 0)" }
        candidates = Array(usable.sorted(by: comesFirst).prefix(Self.mostCaptures))
        return nextCapture()
    }

    /// What is nearest to the link's own date, or, where that is not known, what is oldest: codes are used again, and closed hosts are
    /// parked. Within a year, redirects before pages.
    private func comesFirst(_ one: Capture, _ other: Capture) -> Bool {
        func rank(_ capture: Capture) -> (Int, Int, Double, String) {
            let distance = day.flatMap { day in capture.day.map { abs($0 - day) } } ?? 0
            return (Int(distance / 366), capture.status == 200 ? 1 : 0, distance, capture.timestamp)
        }
        return rank(one) < rank(other)
    }

    /// Whether a capture is of the service, and not of whoever had its name after it had closed.
    private func isOfService(_ capture: Capture) -> Bool {
        guard let closed = services.service(ofHost: wanted.host)?.closed else { return true }
        // To the precision of the date: all of the month, or of the year.
        let digits = closed.filter(\.isNumber)
        return capture.timestamp.prefix(digits.count) <= digits
    }

    // MARK: - Captures

    private mutating func nextCapture() -> Step {
        while !candidates.isEmpty {
            let capture = candidates.removeFirst()
            if let step = play(capture) { return step }
        }
        return .nothing(lastReason)
    }

    private mutating func play(_ capture: Capture) -> Step? {
        // `id_`: as it was captured. Without it a redirect is a page of the archive's.
        let url = "\(root)/web/\(capture.timestamp)id_/\(capture.original)"
        guard asked.insert(url).inserted else { return nil }
        current = capture
        return ask(url, .playback)
    }

    private mutating func readPlayback(_ answer: Answer) -> Step {
        guard let current else { return .nothing(lastReason) }
        guard let date = answer.headers[.mementoDatetime] else { return move(answer, from: current) }
        guard let original = answer.headers[.link].flatMap(ArchiveAnswers.original(inLink:)), ArchiveAnswers.isSameLink(original, wanted)
        else {
            lastReason = "what it plays does not say that it is a capture of this link"
            return nextCapture()
        }
        guard let target = target(of: answer) else { return nextCapture() }
        let source = "\(root)/web/\(current.timestamp)id_/\(current.original)"
        return .found(
            Expansion.Evidence(kind: .wayback, url: target, at: ArchiveAnswers.instant(date) ?? Self.iso(current.timestamp), source: source)
        )
    }

    /// A redirect that is no capture leads to the capture that is nearest in time.
    private mutating func move(_ answer: Answer, from capture: Capture) -> Step {
        if let reason = answer.headers[.waybackError] { lastReason = "it does not serve this capture: \(reason.prefix(200))" }
        guard (300..<400).contains(answer.status), moves < Self.mostMoves, let location = answer.headers[.location],
            let (timestamp, original) = ArchiveAnswers.captured(location), ArchiveAnswers.isSameLink(original, wanted)
        else { return nextCapture() }
        let next = Capture(timestamp: timestamp, original: original, status: capture.status)
        guard isOfService(next) else {
            lastReason = "its captures are of a time after the service had closed"
            return nextCapture()
        }
        if let from = capture.day, let to = next.day, abs(from - to) > Self.farthestMove {
            lastReason = "its nearest capture is more than a year from the one it lists"
            return nextCapture()
        }
        moves += 1
        return play(next) ?? nextCapture()
    }

    /// Where a captured answer leads; `nil` where it leads nowhere that can be trusted.
    private mutating func target(of answer: Answer) -> String? {
        let service = services.service(ofHost: wanted.host)
        let lead: Lead?
        if (300..<400).contains(answer.status), let location = answer.headers[.location] {
            lead = Lead(kind: .location, target: ArchiveAnswers.captured(location)?.original ?? location)
        } else if (200..<300).contains(answer.status) {
            lead = PageReading(answer.page, charset: answer.headers.charset, at: wanted, service: service).lead
        } else {
            lead = nil
        }
        guard let lead, let target = try? WebURL(lead.target, relativeTo: wanted), target.scheme == "http" || target.scheme == "https"
        else {
            lastReason = "its captures lead nowhere"
            return nil
        }
        if let rule = service?.interstitials?.first(where: { $0.url.map(target.begins) == true }), let name = rule.parameter,
            let printed = target.parameter(name), let url = try? WebURL(printed)
        {
            return url.text(inheriting: nil)
        }
        // A redirect to the shortener's own front page, warning or notice of its end.
        let staysHome = target.site == wanted.site || service != nil && services.service(ofHost: target.host)?.name == service?.name
        let refuses = service?.refusals?.contains { $0.url.map(target.begins) == true } == true
        if staysHome || refuses {
            lastReason = "its captures lead to a page of \(target.site) itself"
            return nil
        }
        return target.text(inheriting: nil)
    }

    /// A timestamp's date in ISO 8601.
    private static func iso(_ timestamp: String) -> String? {
        Capture.day(ofDigits: timestamp).map { Date(timeIntervalSince1970: $0 * 86_400).formatted(.iso8601) }
    }
}
