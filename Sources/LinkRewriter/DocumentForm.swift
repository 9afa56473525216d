internal import Markup

/// How links are written in a document.
public enum DocumentForm: String, Sendable, CaseIterable {
    /// HTML or XHTML, in any encoding but UTF-16.
    case html
    /// Markdown, by CommonMark, with URLs that are links without any mark as on GitHub.
    case markdown
    /// Words and URLs, nothing else.
    case text

    /// The form of a document: by the end of its name, else by its first character, which in HTML is `<`.
    public init(name: String, bytes: [UInt8]) {
        let name = name.lowercased()
        if [".md", ".markdown", ".mdown", ".mkd", ".mkdn"].contains(where: name.hasSuffix) {
            self = .markdown
        } else if name.hasSuffix(".txt") || name.hasSuffix(".text") {
            self = .text
        } else if [".html", ".htm", ".xhtml", ".shtml"].contains(where: name.hasSuffix) {
            self = .html
        } else {
            let words = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
            let first = words.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
            self = first == UInt8(ascii: "<") ? .html : .text
        }
    }
}

/// Why a document cannot be rewritten.
public enum RewritingError: Error, Hashable, CustomStringConvertible {
    /// Its links cannot be found byte by byte.
    case utf16

    /// Reads well after the document's name.
    public var description: String {
        switch self {
        case .utf16: "it is in UTF-16, which is not rewritten; convert it to UTF-8 first"
        }
    }
}
