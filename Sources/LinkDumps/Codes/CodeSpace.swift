import ShortLinks

/// What is common to the short links of a text: their service, and what stands before and behind the part that differs.
struct CodeSpace: Hashable, Sendable {
    /// ``Service/name``, or a host that is none of the table's.
    var service: String
    /// What each code begins with that the lines do not repeat.
    var prefix: [UInt8] = []
    /// What each code ends with that the lines do not repeat.
    var suffix: [UInt8] = []

    /// The codes of a service.
    init(service: String) {
        self.service = service
    }

    /// - Parameters:
    ///   - before: the short URL as far as the code: `http://bit.ly/`.
    ///   - after: what follows the code.
    init?(before: String, after: String, services: ServiceTable) {
        guard let start = before.firstRange(of: "://")?.upperBound else { return nil }
        let rest = before[start...]
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
        guard !host.isEmpty else { return nil }
        let path = rest.drop { $0 != "/" && $0 != "?" }
        service = services.service(ofHost: host)?.name ?? host.lowercased()
        prefix = Array(path.drop { $0 == "/" }.utf8)
        // As in the codes that are looked for: slashes around them do not count.
        suffix = Array(after.utf8)
        while suffix.last == UInt8(ascii: "/") { suffix.removeLast() }
    }

    /// - Parameter template: a short URL with `{shortcode}` for its code, or with nothing for a code at its end.
    init?(template: String, services: ServiceTable) {
        guard let mark = template.firstRange(of: "{shortcode}") else {
            self.init(before: template, after: "", services: services)
            return
        }
        self.init(before: String(template[..<mark.lowerBound]), after: String(template[mark.upperBound...]), services: services)
    }
}
