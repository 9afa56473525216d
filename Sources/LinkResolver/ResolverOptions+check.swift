import Foundation

extension ResolverOptions {
    /// Finds values that libcurl would ignore, misread or stumble over much later.
    func check() throws(ResolverError) {
        try check("--parallel-max", parallelMax, in: 1...300)
        try check("--per-host-max", perHostMax, in: 1...300)
        try check("--max-hops", maxHops, in: 1...100)
        try check("--max-requests", maxRequests, in: 1...Int.max)
        try check("--max-requests-per-service", maxRequestsPerService, in: 1...Int.max)
        guard gap.isFinite, (0...3600).contains(gap) else {
            throw .invalidOption(option: "--gap", value: "\(gap)", reason: "must be from 0 to 3600 seconds")
        }
        if let archive { try check(archive) }
        try check("--max-body-bytes", maxBodyBytes, in: 1...64 << 20)
        try check("--max-header-bytes", maxHeaderBytes, in: 256...16 << 20)
        try check("--max-time", maxTime)
        try check("--connect-timeout", connectTimeout)
        if userAgent.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw .invalidOption(option: "--user-agent", value: userAgent.debugDescription, reason: "it holds control characters")
        }
        if let file = caCertificate, !FileManager.default.isReadableFile(atPath: file) {
            throw .invalidOption(option: "--cacert", value: file, reason: "no such file, or it cannot be read")
        }
        if let proxy { try check(proxy: proxy) }
    }

    private func check(_ option: String, _ value: Int, in range: ClosedRange<Int>) throws(ResolverError) {
        guard range.contains(value) else {
            let reason = "must be from \(range.lowerBound) to \(range.upperBound)"
            throw .invalidOption(option: option, value: String(value), reason: reason)
        }
    }

    private func check(_ option: String, _ value: Duration) throws(ResolverError) {
        guard value >= .milliseconds(1), value <= .seconds(86_400) else {
            throw .invalidOption(option: option, value: "\(value)", reason: "must be more than nothing and at most a day")
        }
    }

    private func check(_ archive: WebArchive) throws(ResolverError) {
        guard let url = try? WebURL(archive.base), ["http", "https"].contains(url.scheme), url.query == nil else {
            throw .invalidOption(option: "--wayback", value: archive.base, reason: "expected the http or https URL of a web archive")
        }
        try check("--archive-rate", archive.indexPerMinute, in: 1...60_000)
        try check("--archive-rate", archive.playbackPerMinute, in: 1...60_000)
        try check("--archive-lookups", archive.maxLookups, in: 0...Int.max)
        try check("--max-time", archive.maxTime)
    }

    private func check(proxy: String) throws(ResolverError) {
        let known = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
        // As curl does: without a scheme it is an HTTP proxy.
        let text = proxy.contains("://") ? proxy : "http://\(proxy)"
        guard let url = try? WebURL(text), known.contains(url.scheme) else {
            throw .invalidOption(option: "--proxy", value: proxy, reason: "expected [PROTOCOL://]HOST[:PORT]")
        }
    }
}
