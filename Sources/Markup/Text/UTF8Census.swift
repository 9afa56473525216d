internal import Glibc

/// How much of some bytes is UTF-8.
struct UTF8Census {
    /// Characters beyond ASCII in valid form.
    private(set) var characters = 0
    /// Those of three bytes and more that are no punctuation: the scripts of Asia, and pictures.
    private(set) var wideCharacters = 0
    /// Those of Latin letters and of the punctuation that goes with them.
    private(set) var latinCharacters = 0
    /// Bytes that are part of no valid character.
    private(set) var strays = 0
    /// Whether a letter with an accent stands directly before another character beyond ASCII, as in all text that was encoded twice.
    private(set) var hasAccentsInRow = false

    var isUTF8: Bool { strays == 0 }
    var isASCII: Bool { strays == 0 && characters == 0 }
    /// Other encodings almost never give valid sequences by chance: where most characters are valid, the rest is damage.
    var isMostlyUTF8: Bool { characters > strays }
    /// Whether the text is of Latin letters for the most part.
    var isLatin: Bool { latinCharacters * 2 >= characters }

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { count($0) }
    }

    private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = bytes.endOfASCII(from: 0)
        var (characters, wide, latin, strays) = (0, 0, 0, 0)
        var hasRow = false
        while index < bytes.count {
            let length = bytes.lengthOfCharacter(at: index)
            if length > 0 {
                characters += 1
                let lead = bytes[index]
                if lead <= 0xC9 || lead == 0xE2 { latin += 1 } else if lead > 0xE2 { wide += 1 }
                index += length
                if lead == 0xC3, index < bytes.count, bytes[index] >= 0xC2 { hasRow = true }
            } else {
                strays += 1
                index += 1
            }
            if index < bytes.count, bytes[index] < 0x80 { index = bytes.endOfASCII(from: index) }
        }
        hasAccentsInRow = hasRow
        (self.characters, wideCharacters, latinCharacters, self.strays) = (characters, wide, latin, strays)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first byte beyond ASCII, many bytes at a time.
    func endOfASCII(from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(self)
        while index + 32 <= count {
            func eight(_ number: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: index + 8 * number, as: UInt64.self) }
            guard (eight(0) | eight(1) | eight(2) | eight(3)) & 0x8080_8080_8080_8080 == 0 else { break }
            index += 32
        }
        while index + 8 <= count {
            let high = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
            if high != 0 { return index + UInt64(littleEndian: high).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, self[index] < 0x80 { index += 1 }
        return index
    }

    /// How many bytes the valid UTF-8 character at an index has; 0 if there is none (Unicode, table 3-7).
    func lengthOfCharacter(at index: Int) -> Int {
        let lead = self[index]
        if lead < 0x80 { return 1 }
        guard lead >= 0xC2, lead <= 0xF4, index + 1 < count else { return 0 }
        let second = self[index + 1]
        guard Self.secondBytes(after: lead).contains(second) else { return 0 }
        if lead < 0xE0 { return 2 }
        guard index + 2 < count, self[index + 2] & 0xC0 == 0x80 else { return 0 }
        if lead < 0xF0 { return 3 }
        guard index + 3 < count, self[index + 3] & 0xC0 == 0x80 else { return 0 }
        return 4
    }

    /// How many bytes at an index begin a character that never ends; 0 if none do.
    func lengthOfCutCharacter(at index: Int) -> Int {
        let lead = self[index]
        guard lead >= 0xC2, lead <= 0xF4 else { return 0 }
        guard index + 1 < count, Self.secondBytes(after: lead).contains(self[index + 1]) else { return 1 }
        guard index + 2 < count, self[index + 2] & 0xC0 == 0x80 else { return 2 }
        return 3
    }

    private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }

    /// The index of the next such byte.
    func next(_ byte: UInt8, from start: Int) -> Int? {
        guard let baseAddress, start < count, let found = memchr(baseAddress + start, Int32(byte), count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
    }
}
