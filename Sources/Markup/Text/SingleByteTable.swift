/// What the bytes above ASCII mean in an encoding of one byte a character, as UTF-8.
struct SingleByteTable {
    /// For each byte from 0x80 the UTF-8 in the lower three bytes, first byte lowest, and its length in the highest.
    private let entries: [UInt32]

    static let windows1252 = SingleByteTable(
        scalars: (0x80...0xFF).map { Self.windows1252Specials[Int($0) & 0x7F, default: UInt32($0)] })

    /// The characters of windows-1252 from 0x80 to 0x9F; the five that are missing are control characters to browsers.
    private static let windows1252Specials: [Int: UInt32] = {
        let scalars: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90,
            0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
        ]
        return Dictionary(uniqueKeysWithValues: scalars.enumerated().map { ($0, $1) })
    }()

    /// The table of an encoding; `nil` if the system does not know it.
    init?(_ encoding: TextEncoding) {
        if encoding == .windows1252 {
            self = .windows1252
            return
        }
        if encoding.name == "x-user-defined" {
            // A private character for each byte (Encoding Standard, section 14.5).
            self.init(scalars: (0x80...0xFF).map { 0xF700 + UInt32($0) })
            return
        }
        guard let converter = IconvConverter(from: encoding) else { return nil }
        let scalars: [UInt32] = (UInt8(0x80)...0xFF).map { byte in
            let converted = converter.convert([byte])
            guard converted.replaced == 0, let scalar = String(decoding: converted.utf8, as: UTF8.self).unicodeScalars.first else {
                // What the maker of a code page left free between 0x80 and 0x9F is a control character to browsers.
                return byte < 0xA0 ? UInt32(byte) : 0xFFFD
            }
            return scalar.value
        }
        self.init(scalars: scalars)
    }

    private init(scalars: [UInt32]) {
        entries = scalars.map { value in
            let utf8 = Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
            return utf8.prefix(3).enumerated().reduce(UInt32(utf8.count) << 24) { $0 | UInt32($1.element) << (8 * UInt32($1.offset)) }
        }
    }

    /// Whether a byte is a character of the encoding.
    func has(_ byte: UInt8) -> Bool {
        byte < 0x80 || entries[Int(byte) & 0x7F] != 0x03BD_BFEF
    }

    /// Converts all bytes, and counts those that are no characters of the encoding.
    func convert(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replaced: Int) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 8)
        var replaced = 0
        var index = 0
        while index < bytes.count {
            let end = bytes.endOfASCII(from: index)
            utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
            index = end
            while index < bytes.count, bytes[index] >= 0x80 {
                if !has(bytes[index]) { replaced += 1 }
                append(bytes[index], to: &utf8)
                index += 1
            }
        }
        return (utf8, replaced)
    }

    /// Appends the character that a byte above ASCII stands for.
    func append(_ byte: UInt8, to utf8: inout [UInt8]) {
        let entry = entries[Int(byte) & 0x7F]
        utf8.append(UInt8(truncatingIfNeeded: entry))
        utf8.append(UInt8(truncatingIfNeeded: entry >> 8))
        if entry >> 24 == 3 { utf8.append(UInt8(truncatingIfNeeded: entry >> 16)) }
    }
}
