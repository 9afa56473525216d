/// The name of an element: those of HTML that pages for people use, each a number, so that asking for one compares no strings.
public enum Tag: UInt8, Sendable, Hashable, CaseIterable {
    /// No element, but a text.
    case text
    case html, head, body, title, meta, link, base, script, style
    case header, footer, main, nav, article, section, aside, address, h1, h2, h3, h4, h5, h6, hgroup
    case div, p, blockquote, pre, center, figure, figcaption, hr, br, wbr
    case ul, ol, li, dl, dt, dd, menu
    case table, caption, thead, tbody, tfoot, tr, th, td, col, colgroup
    case a, abbr, acronym, b, big, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, q, s, samp, small, span, strike, strong, sub,
        sup
    case time, tt, u, `var`
    case form, fieldset, legend, label, input, button, select, optgroup, option, textarea
    case details, summary, dialog
    case img, picture, source, video, audio, track, canvas, svg, math, map, area
    case iframe, frame, frameset, noframes, noscript, object, embed, param, template
    /// Any other name; see ``Node/name``.
    case other

    /// The name as markup has it; `#text` for a text, empty for ``other``.
    public var name: String { Self.names[Int(rawValue)] }

    private static let names = allCases.map { $0 == .text ? "#text" : $0 == .other ? "" : "\($0)" }

    /// The names of a page, before any of its own is added: the number of a name is the raw value of its tag.
    static let known = NameTable(allCases.map { $0 == .other ? "" : $0.name })

    /// The tag of a name in lower case.
    init(known name: String) {
        self = Self.known.number(of: Name(name)).flatMap { Tag(rawValue: UInt8($0)) } ?? .other
    }
}

/// Some names of elements, a bit each: asking for one costs next to nothing.
public struct TagSet: Sendable, ExpressibleByArrayLiteral {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Creates a set of the names in a literal.
    public init(arrayLiteral tags: Tag...) {
        for tag in tags {
            if tag.rawValue < 64 { low |= 1 << UInt64(tag.rawValue) } else { high |= 1 << UInt64(tag.rawValue - 64) }
        }
    }

    /// Whether a name is one of these.
    public func contains(_ tag: Tag) -> Bool {
        (tag.rawValue < 64 ? low >> UInt64(tag.rawValue) : high >> UInt64(tag.rawValue - 64)) & 1 == 1
    }
}

/// What the name of an element says of the text in it.
struct TagTraits: OptionSet, Sendable {
    let rawValue: UInt8

    /// Paragraph-like: an empty line stands before and after the text.
    static let paragraph = TagTraits(rawValue: 1)
    /// The text begins and ends a line.
    static let line = TagTraits(rawValue: 2)
    /// Nobody reads what is inside.
    static let unread = TagTraits(rawValue: 4)
    /// Without content and end tag.
    static let void = TagTraits(rawValue: 8)
    /// Breaks, pictures and preformatted text, which the text shows in ways of their own.
    static let special = TagTraits(rawValue: 16)
    /// Of one element, not of its name: no element before it inside the same parent has this name.
    static let firstOfType = TagTraits(rawValue: 32)
    /// Of one text: it is words with one space between them, and no other white space.
    static let evenlySpaced = TagTraits(rawValue: 64)

    private static let tags: [(TagTraits, [Tag])] = [
        (
            .paragraph,
            [
                .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .ul, .ol, .dl, .pre, .table, .figure, .hr, .center, .form, .fieldset,
                .article,
                .section, .details,
            ]
        ),
        (
            .line,
            [
                .div, .li, .dt, .dd, .tr, .address, .aside, .header, .footer, .main, .nav, .figcaption, .caption, .legend, .option, .body,
                .html, .summary, .tbody, .thead, .tfoot,
            ]
        ),
        (
            .unread,
            [
                .script, .style, .svg, .template, .noframes, .canvas, .math, .iframe, .object, .embed, .video, .audio, .select, .textarea,
                .button, .input, .head,
            ]
        ),
        (.void, [.area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr, .frame]),
        (.special, [.br, .img, .pre]),
    ]

    /// The traits of each tag, by its number.
    static let ofTags: [TagTraits] = Tag.allCases.map { tag in
        tags.reduce(into: []) { traits, entry in if entry.1.contains(tag) { traits.insert(entry.0) } }
    }
}
