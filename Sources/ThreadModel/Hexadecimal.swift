extension Sequence<UInt8> {
    /// The bytes as digests are written: two lower-case hexadecimal digits each (RFC 4648, section 8).
    public var hexadecimal: String {
        String(decoding: flatMap { [hexadecimalDigits[Int($0 >> 4)], hexadecimalDigits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// The digits in ASCII, by their values.
let hexadecimalDigits = Array("0123456789abcdef".utf8)
