/// A URL cut at the `&` of its query, so that parameters can be taken out and every other byte stays where it is.
struct QueryParameters {
    /// Everything in front of the query, its `?` not included.
    private let head: Substring
    /// The parameters as they are written; a name without `=` is one too.
    private var parameters: [Substring]
    /// The fragment with its `#`, or nothing.
    private let tail: Substring

    /// - Returns: `nil` where the URL has no query.
    init?(_ url: String) {
        // Bytes, not characters: a combining mark behind a `?` does not hide it.
        let bytes = url.utf8
        let fragment = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        guard let mark = bytes[..<fragment].firstIndex(of: UInt8(ascii: "?")) else { return nil }
        head = url[..<mark]
        tail = url[fragment...]
        parameters = bytes[bytes.index(after: mark)..<fragment].split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
            .map(Substring.init)
    }

    /// Takes out the parameters whose name is of this kind, and gives those names in their order, as they are written.
    mutating func remove(where isUnwanted: (Substring) -> Bool) -> [String] {
        var removed: [String] = []
        parameters.removeAll { parameter in
            let name = Substring(parameter.utf8.prefix { $0 != UInt8(ascii: "=") })
            guard !name.isEmpty, isUnwanted(name) else { return false }
            removed.append(String(name))
            return true
        }
        return removed
    }

    /// The URL with the parameters that are left; without its `?` where none are.
    var url: String {
        parameters.isEmpty ? String(head + tail) : "\(head)?\(parameters.joined(separator: "&"))\(tail)"
    }
}
