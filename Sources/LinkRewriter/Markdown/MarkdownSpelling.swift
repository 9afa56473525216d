/// How a replaced link is written in Markdown: the short link becomes the title of the link, or is added to it.
///
/// A title is Markdown that every renderer knows, and none takes it away, as many do with attributes of HTML.
enum MarkdownSpelling {
    /// `destination "original"`, in place of a link's destination and title.
    static func link(_ destination: Destination, original: Range<Int>, title: Range<Int>?, in document: [UInt8]) -> [UInt8] {
        let original = document[original]
        guard let title, let close = document[title].last else {
            return Array("\(target(destination.url)) \"".utf8) + escaped(original, "\"") + Array("\"".utf8)
        }
        // `"Title"` becomes `"Title (original)"`. In brackets those of our own need a backslash.
        let isBracket = close == UInt8(ascii: ")")
        var written = Array("\(target(destination.url)) ".utf8) + document[title].dropLast()
        written += Array((isBracket ? " \\(" : " (").utf8)
        written += escaped(original, "\"'()")
        written += Array((isBracket ? "\\)" : ")").utf8)
        written.append(close)
        return written
    }

    /// `[original](destination "original")`, in place of a bare URL or one in `<` and `>`.
    static func bare(_ destination: Destination, original: ArraySlice<UInt8>) -> [UInt8] {
        let isBracketed = original.first == UInt8(ascii: "<")
        let original = isBracketed ? original.dropFirst().dropLast() : original
        var written = Array("[".utf8) + escaped(original, "*_[]`")
        written += Array("](\(target(destination.url)) \"".utf8) + escaped(original, "\"") + Array("\")".utf8)
        return written
    }

    /// What a written destination means: without backslashes in front of signs, and without character references.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var plain: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let next = rest.first, next.isSign { continue }
            plain.append(byte)
        }
        return CharacterReferences.decoded(String(decoding: plain, as: UTF8.self))
    }

    /// A URL as the destination of a link.
    private static func target(_ url: String) -> String {
        let written = WrittenURL.plain(url).split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
        return written.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") } ? "<\(written)>" : written
    }

    private static func escaped(_ bytes: ArraySlice<UInt8>, _ signs: String) -> [UInt8] {
        var written: [UInt8] = []
        var isEscaped = false
        for byte in bytes {
            if !isEscaped, signs.utf8.contains(byte) { written.append(UInt8(ascii: "\\")) }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            written.append(byte)
        }
        return written
    }
}
