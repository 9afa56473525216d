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
        if let byte = asciiByte { return marks.withUTF8Buffer { $0.contains(byte) } }
        // Two characters may be the same by Unicode and of other bytes: the Greek question mark is a semicolon.
        guard let scalar = unicodeScalars.first, !scalar.hasTwin, unicodeScalars.count == 1 else {
            return marks.description.contains(self)
        }
        // The bytes of one scalar never begin inside another.
        var character = String(self)
        return character.withUTF8 { character in marks.withUTF8Buffer { $0.contains(character) } }
    }
}

extension Unicode.Scalar {
    /// Whether this is a mark or a space that is canonically equivalent to another one (Unicode, singleton decompositions; letters are left out).
    fileprivate var hasTwin: Bool {
        switch value {
        case 0x0340, 0x0341, 0x0343, 0x037E, 0x0387, 0x1FEE, 0x1FEF, 0x1FFD, 0x2000, 0x2001, 0x2329, 0x232A: true
        default: false
        }
    }
}
