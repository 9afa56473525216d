internal import Markup

/// What a page says of itself in its head and in comments for software.
struct PageFacts {
    var url: String?
    var address: Address
    var language: String?
    var generator: String?
    /// The title that the page gives to programs (Open Graph), else its window title.
    var title: String?
    var siteName: String?
    /// The post's author and date, where the page gives them to programs.
    var author: String?
    var published: String?

    init(_ page: HTMLDocument, capture: Capture) {
        var metas: [String: String] = [:]
        var canonical: String?
        var base: String?
        var windowTitle: String?
        // One walk over the head: everything below is looked up in what it found.
        for node in page.root.map({ Fragment($0).allNodes }) ?? [] {
            switch node.name {
            case "meta":
                guard let key = node.attribute("property") ?? node.attribute("name") ?? node.attribute("http-equiv") else { continue }
                let value = node.attribute("content")?.trimmingSpace() ?? ""
                if !value.isEmpty, metas[key.lowercased()] == nil { metas[key.lowercased()] = value }
            case "link":
                let isCanonical = node.attribute("rel")?.lowercased().split(separator: " ").contains("canonical") == true
                if isCanonical, canonical == nil { canonical = node.attribute("href") }
            case "base": base = base ?? node.attribute("href")
            case "title": windowTitle = windowTitle ?? node.line
            default: continue
            }
        }
        let savedFrom = page.factualComments.lazy.compactMap(Self.address(in:)).first
        let candidates = [canonical, metas["og:url"], capture.url, savedFrom]
        let url = candidates.lazy.compactMap { $0 }.map { Address.unwrapped($0.trimmingSpace()) }.first { Address.isWeb($0) }
        self.url = url
        address = Address(base.flatMap { Address(url).absolute($0) } ?? url)
        language = Self.language(page.root, metas)
        generator = metas["generator"]?.lowercased()
        siteName = metas["og:site_name"]
        title = metas["og:title"] ?? windowTitle.flatMap { $0.isEmpty ? nil : $0 }
        author = [metas["author"], metas["article:author"], metas["dc.creator"]].lazy.compactMap { $0 }.first { !Address.isWeb($0) }
        published = metas["article:published_time"] ?? metas["dc.date"] ?? metas["date"]
    }

    /// The `lang` of the page, if it is a language tag.
    private static func language(_ root: Node?, _ metas: [String: String]) -> String? {
        let candidates = [
            root?.attribute("lang"), root?.attribute("xml:lang"), metas["content-language"], metas["dc.language"], metas["og:locale"],
        ]
        return candidates.lazy.compactMap { $0?.replacing("_", with: "-").trimmingSpace() }.first(where: isLanguageTag)
    }

    /// Well-formed by BCP 47 as far as pages need it: a language of two or three letters, and further subtags.
    static func isLanguageTag(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.count), language.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            return false
        }
        return parts.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    }

    /// The address in a comment of a program: `saved from url=(0042)http://…`, `dc:identifier="http://…"`, SingleFile's `url: http://…`.
    private static func address(in comment: String) -> String? {
        for mark in ["dc:identifier=\"", "saved from url=", "url: "] {
            guard let start = comment.firstRange(of: mark)?.upperBound else { continue }
            let rest = comment[start...].drop { $0 == "(" || $0.isNumber || $0 == ")" }
            let url = rest.prefix { !$0.isSpace && $0 != "\"" }
            if Address.isWeb(url) { return String(url) }
        }
        return nil
    }
}
