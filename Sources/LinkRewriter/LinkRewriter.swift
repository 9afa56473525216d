internal import Markup
internal import PageReader
public import ShortLinks

/// Puts the destinations of short links into documents, and keeps the short links beside them, as Robust Links does
/// (robustlinks.mementoweb.org).
///
/// Everything else in a document stays byte for byte as it is. A link whose original is kept already is left alone, so that a document that
/// was rewritten once does not change again.
public struct LinkRewriter {
    /// A document with its links replaced.
    public struct Result: Sendable, Hashable {
        /// A short link that was replaced.
        public struct Replacement: Sendable, Hashable {
            /// The link, as it was written.
            public var url: String
            /// Where it leads.
            public var destination: String
        }

        /// The document.
        public var bytes: [UInt8]
        /// The links that were replaced, in the order of the document.
        public var replacements: [Replacement] = []
        /// How many short links stayed, because their destination is not known.
        public var unknown = 0
        /// How many links were replaced.
        public var replaced: Int { replacements.count }
    }

    private let services: ServiceTable
    private let destination: (String) throws -> Destination?

    /// - Parameters:
    ///   - services: which links are short.
    ///   - destination: what is known of a short link, by its absolute URL.
    public init(services: ServiceTable = .bundled, destination: @escaping (String) throws -> Destination?) {
        self.services = services
        self.destination = destination
    }

    /// Rewrites a document.
    ///
    /// - Throws: ``RewritingError``, and what looking up a destination throws.
    public func rewrite(_ document: [UInt8], as form: DocumentForm) throws -> Result {
        guard !MarkupScanner.isUTF16(document) else { throw RewritingError.utf16 }
        let occurrences =
            switch form {
            case .html: HTMLLinks(document).all(in: 0..<document.count)
            case .markdown: MarkdownLinks(document, services: services).all()
            case .text: PlainTextLinks(document).all()
            }
        return try replace(occurrences, in: document)
    }

    private func replace(_ occurrences: [Occurrence], in document: [UInt8]) throws -> Result {
        var result = Result(bytes: [])
        var known: [String: Destination?] = [:]
        var kept = 0
        for occurrence in occurrences where occurrence.place.lowerBound >= kept {
            guard let names = names(of: occurrence.url) else { continue }
            let found = try known[occurrence.url] ?? look(up: names)
            known[occurrence.url] = .some(found)
            guard let found else {
                result.unknown += 1
                continue
            }
            result.replacements.append(Result.Replacement(url: occurrence.url, destination: found.url))
            result.bytes += document[kept..<occurrence.place.lowerBound]
            result.bytes += occurrence.written(found, in: document)
            kept = occurrence.place.upperBound
        }
        result.bytes += document[kept...]
        return result
    }

    private func look(up names: [String]) throws -> Destination? {
        for name in names {
            if let found = try destination(name) { return found }
        }
        return nil
    }

    /// The URLs under which a short link may be known, the one that is written first; `nil` where it is none.
    private func names(of written: String) -> [String]? {
        let url = written.hasPrefix("//") ? "http:" + written : written
        guard url.utf8.count <= 2_048, let code = ShortCode(url, in: services), let colon = url.firstIndex(of: ":") else { return nil }
        let rest = url[colon...]
        let main = "://\(code.service)/\(code.code)"
        return [url, "http" + rest, "https" + rest, "http" + main, "https" + main]
    }
}
