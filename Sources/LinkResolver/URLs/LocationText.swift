/// The text of a redirect's target, as servers and pages write it, made fit for a URL parser.
enum LocationText {
    /// The target as text, for the record: UTF-8 as it is, any other bytes percent-encoded, so that none is lost.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return bytes.reduce(into: "") { text, byte in
            if byte < 0x80 { text.unicodeScalars.append(Unicode.Scalar(byte)) } else { text += percentEncoded(byte) }
        }
    }

    /// A target without the user name and password that stand before its host: they are nobody's business, and least of all an archive's.
    static func withoutUserInfo(_ text: String) -> String {
        // Most have neither, and bytes are looked through much faster than letters.
        guard text.utf8.contains(UInt8(ascii: "@")), let start = text.firstRange(of: "//")?.upperBound else { return text }
        let authority = text[start...].prefix { $0 != "/" && $0 != "\\" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@") else { return text }
        return String(text[..<start] + text[text.index(after: at)...])
    }

    /// The target in ASCII, tidied as browsers do (WHATWG URL, "basic URL parser", steps 1 to 3 and the backslash rule).
    ///
    /// Spaces and control characters around it go, tabs and line ends inside it go, a backslash before the query is a slash, and what
    /// a URL cannot hold is percent-encoded. Existing percent signs stay as they are.
    static func tidied(_ text: String) -> String {
        let kept = Array(text.utf8.drop { $0 <= 0x20 }).filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        let end = kept.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
        var result: [UInt8] = []
        result.reserveCapacity(end)
        var inPath = true
        for byte in kept[..<end] {
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { inPath = false }
            switch byte {
            case UInt8(ascii: "\\") where inPath: result.append(UInt8(ascii: "/"))
            case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), ...0x20, 0x7F...: result += percentEncoded(byte).utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func percentEncoded(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
}
