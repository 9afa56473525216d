/// The encoding that a page declares inside itself.
enum DeclaredEncoding {
    /// Browsers look at the first 1,024 bytes; pages with long comments or scripts before their `<meta>` exist, and cost us nothing.
    private static let prescanLength = 16 * 1024

    /// Reads `<meta charset>`, `<meta http-equiv content="…charset=…">` or an XML declaration, much as "prescan a byte stream to determine its
    /// encoding" (HTML Standard, section 13.2.3.2) does.
    static func prescan(_ bytes: [UInt8]) -> TextEncoding? {
        // Only ASCII is compared: every other byte may stand for anything.
        let head = bytes.prefix(prescanLength).map { $0 < 0x80 ? asciiLowercased($0) : UInt8(ascii: "?") }
        if head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">")),
            let label = value(after: "encoding", in: head[..<end])
        {
            return believable(label)
        }
        var rest = head[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            if rest.starts(with: "<!--".utf8) {
                rest = skipComment(rest)
            } else if rest.starts(with: "<meta".utf8) {
                let tag = rest.prefix { $0 != UInt8(ascii: ">") }
                if let label = value(after: "charset", in: tag), let encoding = believable(label) { return encoding }
                rest = rest.dropFirst(tag.count)
            } else {
                rest = rest.dropFirst()
            }
        }
        return nil
    }

    private static func asciiLowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private static func skipComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let end = text.dropFirst(2).firstRange(of: Array("-->".utf8)) else { return [] }
        return text[end.upperBound...]
    }

    /// What stands after `name =`, quoted or not.
    private static func value(after name: String, in tag: ArraySlice<UInt8>) -> String? {
        var rest = tag
        while let found = rest.firstRange(of: Array(name.utf8)) {
            rest = rest[found.upperBound...].drop(while: isSpace)
            guard rest.first == UInt8(ascii: "=") else { continue }
            let quoted = rest.dropFirst().drop { isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let label = quoted.prefix { !isSpace($0) && !"\"';/>?".utf8.contains($0) }
            return String(decoding: label, as: UTF8.self)
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// A declaration that could be read at all was written in ASCII, so UTF-16 cannot be true; browsers take UTF-8.
    private static func believable(_ label: String) -> TextEncoding? {
        guard let encoding = TextEncoding(label: label) else { return nil }
        return encoding.isASCIICompatible || encoding.name == "iso-2022-jp" ? encoding : .utf8
    }
}
