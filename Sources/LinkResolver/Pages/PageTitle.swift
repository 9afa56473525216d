internal import Markup

/// The title of a page that a link leads to.
enum PageTitle {
    /// Longer ones are cut, so that no server decides how large a record is; in characters.
    static let longest = 300
    /// So far a page may declare its charset, as ``HTMLDocument`` reads it, in bytes; its other words tell the charset where it does not.
    private static let declarations = 16 * 1024
    /// Old titles in comments, and those of drawings, end before the page's own; so many of them are passed over.
    private static let mostOthers = 3

    /// The text of the first `title` element on one line; `nil` if the page has none, or only white space in it.
    ///
    /// Only the page's beginning is parsed, up to the end of the title: the whole of a page costs many times as much.
    static func read(_ page: [UInt8], charset: String?) -> String? {
        var place = 0
        for _ in 0...mostOthers {
            guard let end = page.end(ofWord: "</title", from: place) else { return nil }
            // Up to the end of a tag, and the zero beside it in UTF-16: no letter is cut.
            let least = min(max(end, declarations), page.count)
            place = page[least...].firstIndex(of: UInt8(ascii: ">")).map { min($0 + 2, page.count) } ?? page.count
            if !isInDrawing(page, before: end), let title = title(of: Array(page[..<place]), charset: charset) { return title }
        }
        return nil
    }

    /// Whether a drawing is open at a place.
    private static func isInDrawing(_ page: [UInt8], before end: Int) -> Bool {
        var (place, isOpen) = (0, false)
        while let next = page.end(ofWord: isOpen ? "</svg" : "<svg", from: place), next <= end { (place, isOpen) = (next, !isOpen) }
        return isOpen
    }

    private static func title(of page: [UInt8], charset: String?) -> String? {
        guard let document = try? HTMLDocument(page, transportCharset: charset) else { return nil }
        guard let line = document.all(Tag.title).first?.line, !line.isEmpty else { return nil }
        return line.count <= longest ? line : line.prefix(longest - 1) + "…"
    }
}
