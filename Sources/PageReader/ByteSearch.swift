internal import Glibc
internal import Markup

/// Looks for words in the bytes of a text: a hundred times as fast as the same question to strings, for Unicode's ways to write one letter
/// in several forms do not matter here.
extension ArraySlice<UInt8> {
    /// Whether some bytes stand in these.
    func holds(_ word: [UInt8]) -> Bool { withUnsafeBufferPointer { $0.place(of: word) != nil } }

    /// Where some bytes first stand in these.
    func place(of word: [UInt8]) -> Int? { withUnsafeBufferPointer { $0.place(of: word) }.map { startIndex + $0 } }

    func holds(anyOf words: [[UInt8]]) -> Bool { words.contains { holds($0) } }
}

extension Node {
    /// Whether this is a text with a number in it.
    var mayHoldNumber: Bool { document.textHolds(index) { $0.mayHoldNumber } }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether there is a digit of ASCII, or a byte of another script's letters and digits.
    var mayHoldNumber: Bool { contains { (0x30...0x39).contains($0) || $0 >= 0xD9 } }

    func holds(_ word: [UInt8]) -> Bool { place(of: word) != nil }

    /// Whether a byte of ASCII stands before another one that is the same in lower case.
    func holdsPair(of byte: UInt8) -> Bool {
        guard let start = baseAddress else { return false }
        var position = 0
        while position + 1 < count, let found = memchr(start + position, Int32(byte), count - position - 1) {
            position = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
            if self[position] | 0x20 == byte | 0x20 { return true }
        }
        return false
    }

    func place(of word: [UInt8]) -> Int? {
        guard let first = word.first else { return 0 }
        guard let start = baseAddress else { return nil }
        var position = start
        let end = start + count
        while end - position >= word.count, let found = memchr(position, Int32(first), end - position - word.count + 1) {
            let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
            if memcmp(found, word, word.count) == 0 { return place - start }
            position = place + 1
        }
        return nil
    }
}

extension [UInt8] {
    /// Words as they are looked for.
    static func words(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

    /// The letters of ASCII in lower case; others stay as they are.
    mutating func lowercaseASCII() {
        withUnsafeMutableBufferPointer { bytes in
            for index in bytes.indices where bytes[index] &- UInt8(ascii: "A") < 26 { bytes[index] |= 0x20 }
        }
    }
}

extension Node {
    /// The bytes of the line of a node, ASCII in lower case.
    var foldedLineBytes: [UInt8] {
        var bytes: [UInt8] = []
        withLineBytes { bytes = Array($0) }
        bytes.lowercaseASCII()
        return bytes
    }
}
