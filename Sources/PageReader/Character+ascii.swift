internal import Markup

/// What the standard library says of these, which asks Unicode's tables of every character: most are ASCII.
extension Character {
    /// As in the standard library: the first scalar is alphabetic.
    var isLetter: Bool {
        guard let byte = asciiByte else { return unicodeScalars.first?.properties.isAlphabetic ?? false }
        return (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    /// As in the standard library: the first scalar is a number of any kind.
    var isNumber: Bool {
        guard let byte = asciiByte else { return unicodeScalars.first?.properties.numericType != nil }
        return byte &- UInt8(ascii: "0") < 10
    }
}
