/// A link in a document: where it stands, and how its replacement is written there.
struct Occurrence {
    enum Spelling {
        /// The value of `href` with its quotes, if it has any.
        case attribute(quote: UInt8?)
        /// The destination of a Markdown link or reference definition with its title, if it has one. Places are those of the document.
        case link(destination: Range<Int>, title: Range<Int>?)
        /// A URL that is a link in Markdown without text and title; `<` and `>` around it are part of the place.
        case bare
        /// A URL in plain text.
        case typed
    }

    /// The URL as it is meant, without the escapes of the document.
    var url: String
    /// What is replaced.
    var place: Range<Int>
    var spelling: Spelling

    /// What is written in its place.
    func written(_ destination: Destination, in document: [UInt8]) -> [UInt8] {
        switch spelling {
        case .attribute(let quote): HTMLSpelling.attribute(destination, original: document[place], quote: quote)
        case .link(let part, let title): MarkdownSpelling.link(destination, original: part, title: title, in: document)
        case .bare: MarkdownSpelling.bare(destination, original: document[place])
        case .typed: Array("\(WrittenURL.plain(destination.url)) (".utf8) + document[place] + Array(")".utf8)
        }
    }
}

/// URLs as they are written into documents.
enum WrittenURL {
    /// A URL in which nothing ends it before its end, in any encoding: what is no ASCII, white space, quotes and brackets are
    /// percent-encoded.
    static func plain(_ url: String) -> String {
        var written = ""
        for byte in url.utf8 {
            switch byte {
            case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
                UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                written += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            default: written.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return written
    }
}
