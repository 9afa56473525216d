/// The tree of a page in a few arrays, in document order: no object and no pointer for a node.
///
/// A node's descendants stand behind it up to its `end`, so that walks are loops and depth cannot overflow a stack.
struct NodeTable: Sendable {
    struct Record: Sendable {
        /// The element's name, or `.text`.
        var tag: Tag
        /// The index of the parent; the root is its own.
        var parent: Int32
        /// The index behind the last descendant.
        var end: Int32
        /// Element: its first attribute in `attributes`. Text: its first byte in `bytes`.
        var start: Int32
        /// Element: how many attributes. Text: how many bytes.
        var count: Int32
    }

    struct Attribute: Sendable {
        var name: Int32
        var start: Int32
        var count: Int32
        /// For `class`: the number of this value among the page's distinct class values; else -1.
        var classValue: Int32
    }

    var records: [Record] = []
    var attributes: [Attribute] = []
    /// Texts and attribute values, in UTF-8.
    var bytes: [UInt8] = []
    /// Names of elements that are not in `Tag`'s own list; the first has the number `Tag.known.count`.
    var otherTags: [String] = []
    var attributeNames: [String] = []
    /// The class tokens of each distinct value of `class`.
    var classTokens: [[String]] = []

    func name(of tag: Tag) -> String {
        let number = Int(tag.rawValue)
        if number < Tag.known.count { return Tag.known[number] }
        let other = number - Tag.known.count
        return other < otherTags.count ? otherTags[other] : ""
    }

    func attribute(_ name: String, of index: Int) -> Attribute? {
        let record = records[index]
        guard record.tag != .text, record.count > 0 else { return nil }
        for attribute in attributes[Int(record.start)..<Int(record.start + record.count)]
        where attributeNames[Int(attribute.name)] == name {
            return attribute
        }
        return nil
    }

    func value(of attribute: Attribute) -> ArraySlice<UInt8> {
        bytes[Int(attribute.start)..<Int(attribute.start + attribute.count)]
    }

    func textBytes(of index: Int) -> ArraySlice<UInt8> {
        let record = records[index]
        guard record.tag == .text else { return [] }
        return bytes[Int(record.start)..<Int(record.start + record.count)]
    }
}

/// The name of an element, as a number.
public struct Tag: RawRepresentable, Sendable, Hashable {
    /// The number: an index in the list of known names, or beyond it the number of a page's own name.
    public let rawValue: UInt16

    /// Creates a tag from its number.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    static let known = [
        "#text", "html", "head", "body", "title", "meta", "link", "base", "a", "abbr", "address", "article", "aside", "b", "blockquote",
        "br",
        "button", "caption", "center", "cite", "code", "dd", "del", "details", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure",
        "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "iframe", "img", "input",
        "ins", "label", "legend", "li", "main", "nav", "noscript", "object", "ol", "option", "p", "pre", "q", "s", "section", "select",
        "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time",
        "tr", "u", "ul", "video", "audio", "script", "style", "svg", "noframes", "canvas", "math", "source", "embed", "param", "wbr",
        "area",
        "col", "track",
    ]
    private static let numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, UInt16($0)) })

    /// The tag of a known name.
    static func known(_ name: String) -> Tag? {
        numbers[name].map(Tag.init(rawValue:))
    }

    private static func listed(_ name: String) -> Tag {
        known(name) ?? .text
    }

    static let text = Tag(rawValue: 0)
    static let anchor = listed("a")
    static let br = listed("br")
    static let img = listed("img")
    static let pre = listed("pre")
    static let textarea = listed("textarea")
    /// Paragraph-like elements: an empty line stands before and after their text.
    static let paragraphs = Set(
        [
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "pre", "table", "figure", "hr", "center", "form",
            "fieldset", "article", "section", "details",
        ].map(listed))
    /// Elements whose text begins and ends a line.
    static let lines = Set(
        [
            "div", "li", "dt", "dd", "tr", "address", "aside", "header", "footer", "main", "nav", "figcaption", "caption", "legend",
            "option",
            "body", "html", "summary", "tbody", "thead", "tfoot",
        ].map(listed))
    /// Elements whose content nobody reads.
    static let unread = Set(
        [
            "script", "style", "svg", "template", "noframes", "canvas", "math", "iframe", "object", "embed", "video", "audio", "select",
            "textarea", "button", "input", "head",
        ].map(listed))
    /// Elements without content and end tag.
    static let void = Set(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "frame",
        ].map(listed))
}
