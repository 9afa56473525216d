/// Decides in one pass over the bytes whether a text can hold a date at all: most texts of a page cannot.
enum DateScan {
    /// How far two numbers of one date lie apart, in bytes.
    private static let reach = 48
    /// What may stand before the first number: a weekday, a month's name, a clock time.
    private static let lead = 64

    /// Where to begin to read tokens: a little before two numbers that lie close together. `nil` where there are none.
    static func start(in text: UnsafeBufferPointer<UInt8>, from first: Int) -> Int? {
        var previous: Range<Int>?
        var index = first
        while let number = nextNumber(in: text, from: index) {
            if let previous, number.lowerBound - previous.upperBound <= reach { return lead(before: previous.lowerBound, in: text) }
            previous = number
            index = number.upperBound
        }
        return nil
    }

    /// Where to begin to read tokens around a single number, or from the beginning if there is none.
    static func startOfNumber(in text: UnsafeBufferPointer<UInt8>) -> Int {
        nextNumber(in: text, from: 0).map { lead(before: $0.lowerBound, in: text) } ?? 0
    }

    /// Whether a text may hold a date of numbers alone, `02/03/2011`: a slash, a point or a hyphen between two digits, of any script and with
    /// space or without.
    static func mayBeNumeric(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            // The last byte that is no space, and the one before.
            var (last, before): (UInt8, UInt8) = (0, 0)
            for byte in bytes where byte > 0x20 {
                let isAround = isDigit(before) && isDigit(byte)
                if isAround, last == UInt8(ascii: "/") || last == UInt8(ascii: ".") || last == UInt8(ascii: "-") { return true }
                // Hyphens and marks of other scripts.
                if byte >= 0xE2 { return true }
                (before, last) = (last, byte)
            }
            return false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte >= 0x80 }

    /// The next run of digits, of any script, in bytes.
    private static func nextNumber(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var index = start
        while index < text.count {
            let byte = text[index]
            if byte &- 0x30 < 10 {
                var end = index + 1
                while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
                return index..<end
            }
            index += 1
            guard byte >= 0xD9, byte < 0xE3 || byte > 0xE9 else { continue }
            if byte == 0xD9 || byte >= 0xDB {
                var scanner = DateTokens.Scanner(text: text, index: index - 1)
                var end = index - 1
                while end < text.count, text[end] >= 0x80, LetterFolding.decimal(scanner.scalar().value) != nil {
                    end += scanner.scalar().length
                    scanner.index = end
                }
                if end >= index { return (index - 1)..<min(end, text.count) }
            }
        }
        return nil
    }

    /// A place before a number at which a letter begins.
    private static func lead(before index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var start = max(0, index - lead)
        while start < index, text[start] & 0xC0 == 0x80 { start += 1 }
        return start
    }
}
