internal import Markup

/// The title of a page that a link leads to.
enum PageTitle {
    /// Longer ones are cut, so that no server decides how large a record is; in characters.
    static let longest = 300
    /// Browsers look so far for a charset in the page (WHATWG HTML, "prescan a byte stream to determine its encoding"), in bytes.
    private static let declarations = 1024

    /// The text of the first `title` element on one line; `nil` if the page has none, or only white space in it.
    ///
    /// Only the page's beginning is parsed, up to the end of the title: the whole of a page costs a hundred times as much.
    static func read(_ page: [UInt8], charset: String?) -> String? {
        guard let end = page.end(ofWord: "</title") else { return nil }
        let beginning = Array(page.prefix(max(end, declarations)))
        let document = try? HTMLDocument(beginning, transportCharset: charset)
        guard let title = document?.all(Tag.title).first?.line, !title.isEmpty else { return nil }
        return title.count <= longest ? title : title.prefix(longest - 1) + "…"
    }
}
