extension Sequence<UInt8> {
    /// The bytes as digests are written: two lower-case hexadecimal digits each (RFC 4648, section 8).
    @inlinable
    public var hexadecimal: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * underestimatedCount)
        for byte in self {
            digits.append(hexadecimalDigits[Int(byte >> 4)])
            digits.append(hexadecimalDigits[Int(byte & 15)])
        }
        return String(decoding: digits, as: UTF8.self)
    }
}

/// The digits in ASCII, by their values.
@usableFromInline let hexadecimalDigits = Array("0123456789abcdef".utf8)
