import Foundation

/// The target that adf.ly's pages had in a variable: `var ysmm = '…'`.
///
/// The characters at even places, then those at odd places backwards; pairs of digits replaced by their exclusive or where that is a
/// digit; base 64; 16 bytes at either end are noise.
enum YsmmDecoder {
    static func target(in page: [UInt8]) -> String? {
        guard let name = page.firstRange(of: Array("ysmm".utf8)) else { return nil }
        let rest = page[name.upperBound...].drop { $0 == 0x20 || $0 == UInt8(ascii: "=") }
        guard let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
        let code = rest.dropFirst().prefix(8192).prefix { $0 != quote }
        return decode(Array(code))
    }

    static func decode(_ code: [UInt8]) -> String? {
        var letters =
            stride(from: 0, to: code.count, by: 2).map { code[$0] } + stride(from: 1, to: code.count, by: 2).reversed().map { code[$0] }
        let digits = letters.indices.filter { (0x30...0x39).contains(letters[$0]) }
        for pair in stride(from: 0, to: digits.count - 1, by: 2) {
            let value = (letters[digits[pair]] - 0x30) ^ (letters[digits[pair + 1]] - 0x30)
            if value < 10 { letters[digits[pair]] = value + 0x30 }
        }
        guard let bytes = Data(base64Encoded: Data(letters), options: .ignoreUnknownCharacters), bytes.count > 32 else { return nil }
        let text = String(decoding: bytes.dropFirst(16).dropLast(16), as: UTF8.self)
        return text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
    }
}
