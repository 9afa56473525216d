internal import Markup

/// The names of months, weekdays and day halves in the languages of CLDR, from the table that the build makes.
enum DateNames {
    enum Kind: UInt8 {
        /// January is 1.
        case month = 0x6D
        /// Sunday is 0.
        case weekday = 0x77
        /// 0 before noon, 1 after it.
        case half = 0x68
    }

    /// A language's code in one number.
    struct Language: Equatable, Sendable {
        private var packed: UInt32 = 0

        init(_ code: some StringProtocol) {
            for byte in code.utf8 { add(byte) }
        }

        fileprivate init() {}

        fileprivate mutating func add(_ letter: UInt8) { packed = packed << 8 | UInt32(letter) }
    }

    /// Where the meaning of a name is written in the table.
    struct Entry {
        fileprivate var offset: Int
    }

    /// The languages in which a word is understood that means different things in several, most common on blogs first.
    static let likely = ["en", "fr", "de", "es", "it", "pt", "nl", "ja"].map { Language($0) }

    private static let table: WordTable = DateTables.names.withUTF8Buffer { bytes in
        var entries: [(hash: WordHash, value: UInt32)] = []
        entries.reserveCapacity(32_768)
        var scanner = DateTokens.Scanner(text: bytes, index: 0)
        while scanner.index < bytes.count {
            let hash = scanner.readHash(to: UInt8(ascii: "\t"))
            entries.append((hash, UInt32(scanner.index)))
            while scanner.index < bytes.count, bytes[scanner.index] != UInt8(ascii: "\n") { scanner.index += 1 }
            scanner.index += 1
        }
        return WordTable(entries)
    }

    /// The entry of a name; its words one after the other, see `WordHash`.
    static func entry(_ hash: WordHash) -> Entry? {
        table[hash].map { Entry(offset: Int($0)) }
    }

    /// Whether names of several words begin with this one.
    static func isBeginning(_ entry: Entry) -> Bool {
        DateTables.names.withUTF8Buffer { entry.offset < $0.count && $0[entry.offset] == UInt8(ascii: "+") }
    }

    /// What a name means. Where languages do not agree, the first of `languages` that knows it decides.
    static func value(_ kind: Kind, of entry: Entry, in languages: [Language]) -> Int? {
        DateTables.names.withUTF8Buffer { bytes in
            var index = entry.offset
            var best: (rank: Int, value: Int)?
            while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
                let letter = bytes[index]
                var value = 0
                index += 1
                while index < bytes.count, bytes[index] &- 48 < 10 {
                    value = value * 10 + Int(bytes[index] - 48)
                    index += 1
                }
                if letter == kind.rawValue & 0xDF { return value }
                let rank = rank(&index, in: bytes, among: languages, isAsked: letter == kind.rawValue)
                if let rank, rank < best?.rank ?? .max { best = (rank, value) }
                if index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
            }
            return best?.value
        }
    }

    /// Reads the languages behind a meaning, to its end, and gives the best place that one of them has among those of the reader.
    private static func rank(
        _ index: inout Int, in bytes: UnsafeBufferPointer<UInt8>, among languages: [Language], isAsked: Bool
    ) -> Int? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
        var best: Int?
        var language = Language()
        index += 1
        while true {
            let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
            if byte >= UInt8(ascii: "a") {
                language.add(byte)
                index += 1
                continue
            }
            if isAsked, let rank = languages.firstIndex(of: language), rank < best ?? .max { best = rank }
            guard byte == UInt8(ascii: ",") else { return best }
            language = Language()
            index += 1
        }
    }

    /// A word as it is looked up: people type names without accents, abbreviated with a point, and in any case.
    static func fold(_ word: some StringProtocol) -> String {
        if let plain = word.utf8.withContiguousStorageIfAvailable(foldASCII) ?? nil { return plain }
        var folded: [UInt8] = []
        folded.reserveCapacity(word.utf8.count)
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                let value = UInt8(truncatingIfNeeded: scalar.value)
                if scalar != "." { folded.append((0x41...0x5A).contains(value) ? value | 0x20 : value) }
            } else if scalar == "ß" || scalar == "ẞ" {
                folded.append(contentsOf: "ss".utf8)
            } else if let form = Unicode.Scalar(LetterFolding.shared.fold(scalar.value)), form.value != 0 {
                folded.append(contentsOf: UTF8.encode(form) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return String(decoding: folded, as: UTF8.self).trimmingSpace()
    }

    /// The folded word; `nil` for one that is not of ASCII alone.
    private static func foldASCII(_ word: UnsafeBufferPointer<UInt8>) -> String? {
        guard word.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: word.count) { folded in
            var count = 0
            // Behind the last byte that is no space.
            var end = 0
            for byte in word where byte != UInt8(ascii: ".") {
                let isSpace = byte == 0x20 || byte &- 9 < 5
                if isSpace, count == 0 { continue }
                folded[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
                count += 1
                if !isSpace { end = count }
            }
            return end
        }
    }
}
