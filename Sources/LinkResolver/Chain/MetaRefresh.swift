internal import Markup

/// The search for `<meta http-equiv="refresh">` in a page.
enum MetaRefresh {
    /// Where a page leads, as written; `nil` if it leads nowhere.
    ///
    /// The whole page is searched, also where the tree has it in a strange place: shorteners put it into `<noscript>`, or before `<head>`.
    static func target(in page: [UInt8], contentType: String?) -> String? {
        guard let meta = try? Selector("meta[http-equiv]"),
            let document = try? HTMLDocument(page, transportCharset: contentType.flatMap(charset))
        else { return nil }
        let refreshes = document.all(meta).filter { $0.attribute("http-equiv")?.lowercased() == "refresh" }
        return target(inContents: refreshes.compactMap { $0.attribute("content") })
    }

    /// The target in the `content` of the first refresh that leads anywhere soon; pages say it more than once.
    static func target(inContents contents: some Sequence<String>) -> String? {
        for content in contents {
            if let directive = RefreshDirective.parse(content), directive.delay <= RefreshDirective.longestDelay, let url = directive.url {
                return url
            }
        }
        return nil
    }

    /// The `charset` parameter (RFC 9110, section 8.3).
    private static func charset(of contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.trimming { $0.isWhitespace || $0 == "\"" } }
            if parts.count == 2, parts[0].lowercased() == "charset" { return parts[1] }
        }
        return nil
    }
}

extension Substring {
    fileprivate func trimming(_ isEdge: (Character) -> Bool) -> String {
        var text = drop(while: isEdge)
        while let last = text.last, isEdge(last) { text.removeLast() }
        return String(text)
    }
}
