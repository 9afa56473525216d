internal import Markup

/// The search for `<meta http-equiv="refresh">` in a page.
enum MetaRefresh {
    /// Where a page leads, as written; `nil` if it leads nowhere.
    ///
    /// The whole page is searched, also where the tree has it in a strange place: shorteners put it into `<noscript>`, or before `<head>`.
    static func target(in document: HTMLDocument) -> String? {
        guard let meta = try? Selector("meta[http-equiv]") else { return nil }
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
}
