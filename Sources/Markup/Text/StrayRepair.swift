/// UTF-8 with some bytes in it that are none: of another encoding (what pasting into an old form gave), or characters cut in two (what
/// excerpts of a fixed number of bytes give).
struct StrayRepair {
    /// Valid UTF-8.
    private(set) var utf8: [UInt8] = []
    /// Bytes that were read in the other encoding.
    private(set) var read = 0
    /// Characters of which a part is missing; each is U+FFFD now.
    private(set) var cut = 0

    private let table: SingleByteTable
    private let isLatin: Bool

    /// - Parameters:
    ///   - census: what the bytes are.
    ///   - table: the encoding of the strays.
    init(_ bytes: [UInt8], census: UTF8Census, table: SingleByteTable) {
        self.table = table
        isLatin = census.isLatin
        utf8.reserveCapacity(bytes.count + 2 * census.strays)
        bytes.withUnsafeBufferPointer { repair($0) }
    }

    private mutating func repair(_ bytes: UnsafeBufferPointer<UInt8>) {
        var kept = 0
        var index = bytes.endOfASCII(from: 0)
        while index < bytes.count {
            let length = bytes.lengthOfCharacter(at: index)
            if length > 0 {
                index += length
            } else {
                utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[kept..<index]))
                index += replaceStray(at: index, in: bytes)
                kept = index
            }
            if index < bytes.count, bytes[index] < 0x80 { index = bytes.endOfASCII(from: index) }
        }
        utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[min(kept, bytes.count)...]))
    }

    /// Writes what stands for a stray, and returns how many bytes it has.
    private mutating func replaceStray(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let part = bytes.lengthOfCutCharacter(at: index)
        if part > 0, isCut(at: index, length: part, in: bytes) {
            utf8.append(contentsOf: "\u{FFFD}".utf8)
            cut += 1
            return part
        }
        table.append(bytes[index], to: &utf8)
        read += 1
        return 1
    }

    /// Whether the beginning of a character is one that was cut, not a letter of the other encoding.
    ///
    /// In a text of another script than Latin, it is. In Latin text `é»` is likelier than two thirds of a Chinese character, and of `Â` and
    /// `Ã`, with which every accented letter of UTF-8 begins, those count as letters that stand in words.
    private func isCut(at index: Int, length: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard isLatin else { return true }
        guard length == 1, bytes[index] == 0xC2 || bytes[index] == 0xC3 else { return false }
        let isLetterBehind = index + 1 < bytes.count && Self.isLetter(bytes[index + 1])
        let isCapitalBefore = index > 0 && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index - 1])
        return !isLetterBehind && !isCapitalBefore
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
    }
}
