internal import Markup

/// What a page says of itself in its head and in comments for software.
struct PageFacts {
    var url: String?
    /// All addresses that the page is known by, the canonical one first.
    let addresses: [String]
    var address: Address
    var language: String?
    /// What made the page, in lower case; plug-ins name themselves too.
    var generators: [String] = []
    /// The titles that the page gives to programs, those for sharing and for search engines first, the window's last.
    var titles: [String] = []
    /// What the site is called.
    var siteNames: [String] = []
    /// Who wrote the post, where the page tells programs so.
    var authors: [String] = []
    var authorURL: String?
    /// Names that are to be believed only where the page shows them: themes give their makers here, and sites themselves.
    var claimedAuthors: [String] = []
    /// The author that the head names, where it is evidently a person's name: one that is believed though the page does not show it.
    var statedAuthor: String?
    /// When the post was published, as it is written.
    var published: String?
    /// What JSON-LD says.
    let structured: StructuredData

    init(_ page: HTMLDocument, capture: Capture) {
        let metas = Self.metas(page)
        let canonical = page.all(.link).first { link in
            link.attribute(.rel)?.lowercased().split(separator: " ").contains("canonical") == true && link.hasAttribute(.href)
        }?
        .attribute(.href)
        let base = page.all(.base).lazy.compactMap { $0.attribute(.href) }.first
        let windowTitle = page.root?.first(.title)?.line
        let savedFrom = page.factualComments.lazy.compactMap(Self.address(in:)).first
        let candidates = [canonical, metas["og:url"]?.first, capture.url, savedFrom]
        addresses = candidates.compactMap { $0 }.map { Address.unwrapped($0.trimmingSpace()) }.filter { Address.isWeb($0) }
        let url = addresses.first
        self.url = url
        address = Address(base.flatMap { Address(url).absolute($0) } ?? url)
        generators = (metas["generator"] ?? []).map { $0.lowercased() }
        structured = StructuredData(page.jsonLD, url: url)
        language = Self.language(page.root, metas) ?? structured.post?.language.flatMap { Self.isLanguageTag($0) ? $0 : nil }
        readTitles(metas, window: windowTitle)
        readAuthors(metas)
        published = structured.post?.published ?? Self.stamps.lazy.compactMap { metas[$0]?.first }.first
    }

    private static let stamps = [
        "article:published_time", "og:article:published_time", "article:published", "dc.date.issued", "dcterms.created", "dc.date", "date",
        "pubdate", "datepublished",
    ]
    private static let authorNames = [
        "author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author", "parsely-author", "citation_author",
    ]
    /// The names of the `meta` elements that are read: descriptions and the like are long, and say nothing here.
    private static let names = Set(
        stamps + authorNames + [
            "og:url", "generator", "og:title", "twitter:title", "dc.title", "og:site_name", "application-name", "twitter:label1",
            "twitter:data1", "twitter:label2", "twitter:data2", "content-language", "dc.language", "og:locale",
        ])

    /// What the page's `meta` elements say, by their names in lower case.
    private static func metas(_ page: HTMLDocument) -> [String: [String]] {
        var metas: [String: [String]] = [:]
        for node in page.all(.meta) {
            guard let key = node.attribute(.property) ?? node.attribute(.name) ?? node.attribute(.httpEquiv) ?? property(inHead: node)
            else { continue }
            let name = key.lowercased()
            guard names.contains(name) else { continue }
            let value = (node.attribute(.content) ?? node.attribute(.value))?.collapsingSpace() ?? ""
            if !value.isEmpty { metas[name, default: []].append(value) }
        }
        return metas
    }

    /// A property of the page; in its body such an element may be about anything.
    private static func property(inHead node: Node) -> String? {
        node.parent?.tag == .head ? node.attribute(.itemprop) : nil
    }

    private mutating func readTitles(_ metas: [String: [String]], window: String?) {
        let shared = (metas["og:title"] ?? []) + [structured.post?.headline].compactMap { $0 }
        let others = (metas["twitter:title"] ?? []) + (metas["dc.title"] ?? []) + [window].compactMap { $0 }
        titles = (shared + others).filter { !$0.isEmpty }
        siteNames = (metas["og:site_name"] ?? []) + structured.siteNames + (metas["application-name"] ?? [])
    }

    private mutating func readAuthors(_ metas: [String: [String]]) {
        let post = structured.post
        authors = post?.authors.map(\.name) ?? []
        authorURL = post?.authors.first?.url
        claimedAuthors = Self.authorNames.flatMap { metas[$0] ?? [] }.filter {
            !Address.isWeb($0) && $0.utf8.count <= 120 && !siteNames.contains($0)
        }
        let identity = SiteName.Identity(names: siteNames + titles, url: url)
        statedAuthor = claimedAuthors.first { name in
            (2...4).contains(name.split(separator: " ").count) && NameLine.name(on: name) == name && !name.contains(where: \.isNumber)
                && !identity.isNamed(SiteName.key(name))
        }
        claimedAuthors += (structured.page?.authors.map(\.name) ?? []) + Self.tellings(metas)
    }

    /// What an editor's plug-in tells chat programs: "Written by", "Ann Lee".
    private static func tellings(_ metas: [String: [String]]) -> [String] {
        ["1", "2"].flatMap { number in
            let label = metas["twitter:label\(number)"]?.first?.lowercased() ?? ""
            return writtenBy.contains(label) ? metas["twitter:data\(number)"] ?? [] : []
        }
    }

    private static let writtenBy: Set<String> = [
        "written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "geschreven door", "skrivet av",
        "author",
        "autor", "napisane przez", "escrito por:", "publié par",
    ]

    /// Whether a reference leads to a page of the same site.
    func isOfSite(_ reference: String) -> Bool {
        guard let absolute = address.absolute(reference) else { return !reference.contains(":") }
        return url.map { Self.host(of: $0) == Self.host(of: absolute) } ?? false
    }

    private static func host(of url: String) -> Substring {
        let host = url.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" }
        return host.hasPrefix("www.") ? host.dropFirst(4) : host
    }

    /// The `lang` of the page, if it is a language tag.
    private static func language(_ root: Node?, _ metas: [String: [String]]) -> String? {
        let candidates = [
            root?.attribute(.lang), root?.attribute(.xmlLang), metas["content-language"]?.first, metas["dc.language"]?.first,
            metas["og:locale"]?.first,
        ]
        return candidates.lazy.compactMap { $0.map { String($0.map { $0 == "_" ? "-" : $0 }).trimmingSpace() } }.first(where: isLanguageTag)
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
