/// Nearly all characters of markup are ASCII, for which neither Unicode's tables nor other strings need be asked.
extension Character {
    /// The byte of a character of ASCII; `nil` for any other, and for the pair of CR and LF.
    public var asciiByte: UInt8? {
        let utf8 = utf8
        guard let first = utf8.first, first < 0x80, utf8.count == 1 else { return nil }
        return first
    }

    /// Whether this is white space.
    public var isSpace: Bool {
        guard let byte = asciiByte else { return isWhitespace }
        return byte.isSpace
    }

    /// Whether this is one of some marks, each of which is one scalar.
    public func isOne(of marks: StaticString) -> Bool {
        guard let byte = asciiByte else { return marks.description.contains(self) }
        return marks.withUTF8Buffer { $0.contains(byte) }
    }
}
