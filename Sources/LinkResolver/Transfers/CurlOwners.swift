import CLibCurl

/// Owns a `curl_slist`. Handles keep a pointer to it, so it must outlive them.
final class CurlList {
    let pointer: UnsafeMutablePointer<curl_slist>?

    init(_ texts: [String]) {
        pointer = texts.reduce(nil) { list, text in curl_slist_append(list, text) ?? list }
    }

    deinit { curl_slist_free_all(pointer) }
}

/// Owns a `CURLM` and holds the transfers that are under way in it. Lives and dies on one thread.
final class MultiHandle {
    private let pointer: UnsafeMutableRawPointer
    private var running: [UnsafeMutableRawPointer: Transfer] = [:]

    /// - Parameter connections: how many idle connections are kept; left alone, libcurl drops warm ones as the load dips.
    init(connections: Int) throws(ResolverError) {
        guard let pointer = curl_multi_init() else { throw .engine(doing: "starting", reason: "no multi handle") }
        self.pointer = pointer
        archive_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, connections)
    }

    deinit {
        for handle in running.keys { curl_multi_remove_handle(pointer, handle) }
        curl_multi_cleanup(pointer)
    }

    /// Starts a transfer.
    func add(_ transfer: Transfer) -> Bool {
        guard curl_multi_add_handle(pointer, transfer.handle) == CURLM_OK else { return false }
        running[transfer.handle] = transfer
        return true
    }

    /// Moves all transfers on, and returns those that have ended.
    func perform() throws(ResolverError) -> [(transfer: Transfer, code: CURLcode)] {
        var stillRunning: Int32 = 0
        let result = curl_multi_perform(pointer, &stillRunning)
        guard result == CURLM_OK else {
            throw .engine(doing: "transferring", reason: String(cString: curl_multi_strerror(result)))
        }
        var ended: [(transfer: Transfer, code: CURLcode)] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(pointer, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            // The message's memory goes with the handle's removal.
            let code = archive_message_result(message)
            curl_multi_remove_handle(pointer, handle)
            if let transfer = running.removeValue(forKey: handle) { ended.append((transfer, code)) }
        }
        return ended
    }

    /// Takes a transfer out before its end.
    func remove(_ transfer: Transfer) {
        curl_multi_remove_handle(pointer, transfer.handle)
        running[transfer.handle] = nil
    }

    /// Waits until there is something to do: a socket, a time-out of libcurl's, the bell, or the given time.
    func wait(for bell: Bell, milliseconds: Int32) {
        var watched = curl_waitfd(fd: bell.ear, events: Int16(CURL_WAIT_POLLIN), revents: 0)
        curl_multi_poll(pointer, &watched, 1, milliseconds, nil)
    }
}
