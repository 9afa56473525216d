internal import Markup

/// What a page says of its post, its site and its comments in JSON-LD.
struct StructuredData {
    /// The post, if an object of the page is evidently one.
    let post: StructuredPost?
    /// The page around it, where an object describes it: who wrote it may have written the post.
    let page: StructuredPost?
    /// The name of the site or of who publishes it.
    let siteNames: [String]
    /// The comments of the post, each before its replies.
    let comments: [StructuredComment]

    /// Types of what people write and others comment on. `WebPage` is not one: it describes the page around it, with the site's author.
    private static let postTypes: Set<String> = [
        "Article", "BlogPosting", "NewsArticle", "SocialMediaPosting", "DiscussionForumPosting", "Question", "TechArticle", "Report",
        "OpinionNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle",
        "ScholarlyArticle", "LiveBlogPosting", "AdvertiserContentArticle", "SatiricalArticle", "Recipe", "Review", "HowTo", "Comic",
        "Photograph", "ShortStory", "Poem",
    ]

    /// Reads the scripts of a page.
    ///
    /// - Parameters:
    ///   - scripts: the texts of `<script type="application/ld+json">`.
    ///   - url: the page's address, which tells its post from others that are named beside it.
    init(_ scripts: [String], url: String?) {
        guard !scripts.isEmpty else {
            (post, page, siteNames, comments) = (nil, nil, [], [])
            return
        }
        let data = LinkedData(scripts)
        var posts: [LooseJSON] = []
        var pages: [LooseJSON] = []
        var names: [String] = []
        for root in data.roots {
            if LinkedData.isOf(Self.postTypes, root) { posts.append(root) }
            if LinkedData.isOf(["WebPage"], root) { pages.append(root) }
            // A page, a blog or a questions page holds its post.
            for key in ["mainEntity", "blogPost", "mainEntityOfPage"] {
                posts += data.values(key, of: root).filter { LinkedData.isOf(Self.postTypes, $0) }
            }
            if LinkedData.isOf(["WebSite", "Organization", "NewsMediaOrganization", "Blog"], root), !Self.isPerson(root),
                let name = root["name"]?.text
            {
                names.append(name)
            }
        }
        let object = Self.post(among: posts, url: url)
        names += object.map { data.values("publisher", of: $0).filter { !Self.isPerson($0) }.compactMap { $0["name"]?.text } } ?? []
        siteNames = names.map(StructuredText.line).filter { !$0.isEmpty }
        post = object.map { [siteNames] in StructuredPost($0, in: data, siteNames: siteNames) }
        page = pages.count == 1 ? StructuredPost(pages[0], in: data, siteNames: siteNames) : nil
        comments = StructuredComments.read(post: object, in: data)
    }

    /// Where a site stands for one person, its blogger, that person is called an organisation too.
    private static func isPerson(_ object: LooseJSON) -> Bool { LinkedData.isOf(["Person"], object) }

    /// The object whose address is the page's, else the only one; several without an address are a list of posts.
    private static func post(among posts: [LooseJSON], url: String?) -> LooseJSON? {
        let key = url.map(identity)
        let named = posts.first { object in
            [
                object["url"], object["mainEntityOfPage"], object["mainEntityOfPage"]?["@id"], object["mainEntityOfPage"]?["url"],
                object["@id"],
            ]
            .contains { $0?.text.map(identity) == key && key != nil }
        }
        if let named { return named }
        let titles = Set(posts.map { $0["headline"]?.text ?? $0["name"]?.text ?? "" })
        return titles.count <= 1 ? posts.first : nil
    }

    /// Scheme, fragment and a slash at the end make no other page.
    private static func identity(_ url: String) -> Substring {
        var rest = url.prefix { $0 != "#" }.drop { $0 != "/" }.drop { $0 == "/" }
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        while rest.last == "/" { rest.removeLast() }
        return rest
    }
}

/// The post as JSON-LD describes it.
struct StructuredPost: Equatable {
    var headline: String?
    /// In the order of the page; several wrote it together.
    var authors: [Person]
    /// As it is written.
    var published: String?
    var url: String?
    var language: String?

    struct Person: Equatable {
        var name: String
        var url: String?
    }

    init(_ object: LooseJSON, in data: LinkedData, siteNames: [String]) {
        headline = (object["headline"] ?? object["name"])?.text.map(StructuredText.line)
        // Where a site gives itself as the author, it says nothing of who wrote the post.
        authors = StructuredPost.people(object, in: data).filter { !siteNames.contains($0.name) }
        published = (object["datePublished"] ?? object["dateCreated"])?.text
        url = object["url"]?.text ?? object["mainEntityOfPage"]?.text ?? object["mainEntityOfPage"]?["@id"]?.text
        language = object["inLanguage"]?.text ?? object["inLanguage"]?["alternateName"]?.text
    }

    /// The authors of an object: names, objects with names, or references to them.
    static func people(_ object: LooseJSON, in data: LinkedData) -> [Person] {
        let key = object["author"] != nil ? "author" : "creator"
        return data.values(key, of: object).compactMap { value in
            guard let name = (value["name"] ?? value).text.map(StructuredText.line), !name.isEmpty, !Address.isWeb(name) else { return nil }
            return Person(name: name, url: (value["url"] ?? value["sameAs"])?.text)
        }
    }
}

/// Texts in JSON-LD are often written for HTML: with references, at times with markup.
enum StructuredText {
    /// The text as people read it.
    static func rendered(_ text: String) -> (text: String, html: String?) {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }),
            let root = try? HTMLDocument(Array("<meta charset=utf-8><body>\(text)".utf8)).root
        else { return (text.trimmingSpace(), nil) }
        let fragment = Fragment(root)
        return (fragment.text, fragment.nodes.first?.childElements.last.map { Fragment($0).html })
    }

    static func line(_ text: String) -> String {
        rendered(text).text.collapsingSpace()
    }
}
