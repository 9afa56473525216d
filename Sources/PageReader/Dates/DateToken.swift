internal import Markup

/// A piece of a text in which a date is looked for.
struct DateToken {
    enum Kind: Equatable {
        /// Decimal digits of any script.
        case number(Int, digits: Int)
        /// Letters, folded as `DateNames` folds them.
        case word(String)
        /// Anything else but white space.
        case mark(Character)
    }

    var kind: Kind
    var range: Range<String.Index>
    /// Whether white space stands before it.
    var isSpaced: Bool

    var number: Int? {
        if case .number(let value, _) = kind { value } else { nil }
    }

    var digits: Int {
        if case .number(_, let digits) = kind { digits } else { 0 }
    }

    var word: String? {
        if case .word(let word) = kind { word } else { nil }
    }

    func isMark(_ marks: String) -> Bool {
        if case .mark(let mark) = kind { marks.contains(mark) } else { false }
    }

    /// The tokens of a text, at most `limit` of them: dates stand in short lines.
    static func tokens(of text: String, limit: Int = 400) -> [DateToken] {
        var tokens: [DateToken] = []
        var index = text.startIndex
        var isSpaced = false
        while index < text.endIndex, tokens.count < limit {
            let character = text[index]
            if character.isSpace {
                isSpaced = true
                index = text.index(after: index)
                continue
            }
            let start = index
            if decimal(character) != nil {
                var value = 0
                var digits = 0
                while index < text.endIndex, let digit = decimal(text[index]) {
                    value = digits < 15 ? value * 10 + digit : value
                    digits += 1
                    index = text.index(after: index)
                }
                tokens.append(DateToken(kind: .number(value, digits: digits), range: start..<index, isSpaced: isSpaced))
            } else if character.isLetter {
                let isIdeograph = Self.isIdeograph(character)
                repeat {
                    index = text.index(after: index)
                } while index < text.endIndex && text[index].isLetter && !isIdeograph && !Self.isIdeograph(text[index])
                tokens.append(DateToken(kind: .word(DateNames.fold(text[start..<index])), range: start..<index, isSpaced: isSpaced))
            } else {
                index = text.index(after: index)
                tokens.append(DateToken(kind: .mark(character), range: start..<index, isSpaced: isSpaced))
            }
            isSpaced = false
        }
        return tokens
    }

    private static func decimal(_ character: Character) -> Int? {
        if let ascii = character.asciiValue { return (48...57).contains(ascii) ? Int(ascii) - 48 : nil }
        guard let scalar = character.unicodeScalars.first, scalar.properties.numericType == .decimal else { return nil }
        return scalar.properties.numericValue.map { Int($0) }
    }

    /// Chinese characters stand for words of their own (年, 月, 日, 時); 午前 and 午後 are put together again by the reader of times.
    private static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
    }
}
