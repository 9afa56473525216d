internal import Foundation

/// How letters are made alike before words are compared: people type names without accents, in any case and in any width.
struct Folding {
    /// Letters that Unicode does not decompose, though people type them as others.
    private static let alike: [Unicode.Scalar: Unicode.Scalar] = [
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ς": "σ", "ى": "ي", "ی": "ي", "ک": "ك",
    ]

    /// Marks that are left out in writing: accents, Hebrew and Arabic vowel signs, nuktas, variation selectors, invisible format characters.
    private static let unwritten: [ClosedRange<UInt32>] = [
        0x00AD...0x00AD, 0x02B0...0x036F, 0x0591...0x05C7, 0x0640...0x0640, 0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06ED,
        0x093C...0x093C, 0x09BC...0x09BC, 0x0A3C...0x0A3C, 0x0ABC...0x0ABC, 0x0B3C...0x0B3C, 0x200B...0x200F, 0x202A...0x202E,
        0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
    ]

    /// Where letters have another form: all of the basic plane but Hangul and private use, and the cased scripts behind it.
    private static let cased: [ClosedRange<UInt32>] = [0x80...0xABFF, 0xF900...0xFFEF, 0x10400...0x104FF, 0x1E900...0x1E943]

    /// What each letter becomes; `nil` as a value means that it is left out.
    let map: [Unicode.Scalar: Unicode.Scalar?]

    init() {
        var map: [Unicode.Scalar: Unicode.Scalar?] = [:]
        for scalar in Self.cased.joined().compactMap(Unicode.Scalar.init) {
            guard let folded = Self.fold(scalar) else {
                map.updateValue(nil, forKey: scalar)
                continue
            }
            if folded != scalar { map.updateValue(folded, forKey: scalar) }
        }
        self.map = map
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if unwritten.contains(where: { $0.contains(scalar.value) }) { return nil }
        if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) { return lower(narrow) }
        let small = lower(scalar)
        let parts = String(Character(small)).decomposedStringWithCanonicalMapping.unicodeScalars
        let written = parts.filter { part in !unwritten.contains { $0.contains(part.value) } }
        // What stays two letters keeps the form it has.
        let plain = written.count == 1 ? written.first ?? small : small
        return alike[plain] ?? plain
    }

    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        return mapping.first.map { mapping.count == 1 || $0 == "i" ? $0 : scalar } ?? scalar
    }

    /// The words of a name, folded, with one space between them: everything but letters and marks parts words, and so does every
    /// Chinese character.
    func words(of name: String) -> String {
        var words: [String] = []
        var word = ""
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for scalar in name.unicodeScalars {
            guard let folded = scalar.isASCII ? Self.lower(scalar) : map[scalar] ?? scalar else { continue }
            guard Self.isLetter(folded) else {
                end()
                continue
            }
            let isIdeograph = (0x4E00...0x9FFF).contains(folded.value)
            if isIdeograph { end() }
            word.unicodeScalars.append(folded)
            if isIdeograph { end() }
        }
        end()
        return words.joined(separator: " ")
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
            .enclosingMark:
            true
        default: false
        }
    }
}
