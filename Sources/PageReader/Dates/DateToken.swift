/// A piece of a text in which a date is looked for: a number, a word or a mark.
struct DateToken: Sendable {
    enum Kind: UInt8, Sendable {
        /// Behind the end of a text, or before its beginning.
        case none
        /// Decimal digits of any script.
        case number
        /// Letters; a Chinese character is a word of its own.
        case word
        /// Anything else but white space.
        case mark
    }

    var kind = Kind.none
    /// Whether white space stands before it.
    var isSpaced = false
    /// How many digits a number or letters a word has.
    var length = 0
    /// A number's value, a mark's scalar.
    var value = 0
    /// Where it lies, in bytes of UTF-8.
    var bytes = 0..<0
    /// A word's number, see `WordHash`.
    var hash = WordHash()
    var roles: DateRoles = []

    /// The value of a number.
    var number: Int? { kind == .number ? value : nil }

    /// The number of digits; 0 for what is no number.
    var digits: Int { kind == .number ? length : 0 }

    func isMark(_ mark: Unicode.Scalar) -> Bool {
        kind == .mark && value == Int(mark.value)
    }

    func isMark(in marks: StaticString) -> Bool {
        guard kind == .mark, value < 0x80 else { return false }
        return marks.withUTF8Buffer { $0.contains(UInt8(value)) }
    }

    func has(_ roles: DateRoles) -> Bool {
        !self.roles.isDisjoint(with: roles)
    }
}

/// The tokens of a part of a text. Outside of them there is an empty one, so that a reader may look ahead without asking.
struct DateTokens: Sendable {
    private var tokens: [DateToken] = []
    /// What any of the words may be.
    private(set) var roles: DateRoles = []
    /// The byte at which reading ended.
    private(set) var end: Int

    var count: Int { tokens.count }

    subscript(index: Int) -> DateToken {
        index >= 0 && index < tokens.count ? tokens[index] : DateToken()
    }

    /// What is found first at one of the tokens around numbers, from left to right.
    func nearNumbers<Result>(reach: Int, _ find: (Int) -> Result?) -> Result? {
        var next = 0
        for number in tokens.indices where tokens[number].kind == .number {
            for index in max(next, number - reach)..<max(next, number + reach) {
                if let found = find(index) { return found }
            }
            next = max(next, number + reach)
        }
        return nil
    }

    /// The bytes that tokens cover.
    func bytes(of range: Range<Int>) -> Range<Int> {
        self[range.lowerBound].bytes.lowerBound..<self[range.upperBound - 1].bytes.upperBound
    }

    /// Reads the tokens from a byte on, at most `limit` of them, and at most `quiet` behind a number without another one: dates stand in
    /// short lines.
    init(of text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int = 400, quiet: Int = .max) {
        tokens.reserveCapacity(min(limit, (text.count - start) / 4 + 4))
        var scanner = Scanner(text: text, index: start)
        var isAfterNumber = false
        var number: Int?
        while tokens.count < limit, tokens.count - (number ?? tokens.count) <= quiet,
            let token = scanner.next(isAfterNumber: isAfterNumber)
        {
            isAfterNumber = token.kind == .number
            if isAfterNumber { number = tokens.count }
            roles.formUnion(token.roles)
            tokens.append(token)
        }
        end = scanner.index
    }
}

extension DateTokens {
    /// Walks over bytes. Bytes that are no UTF-8 do not occur in a string.
    struct Scanner {
        let text: UnsafeBufferPointer<UInt8>
        var index: Int

        init(text: UnsafeBufferPointer<UInt8>, index: Int) {
            self.text = text
            self.index = index
        }

        /// The scalar at the index and its length; nothing moves.
        func scalar() -> (value: UInt32, length: Int) {
            let first = text[index]
            if first < 0x80 { return (UInt32(first), 1) }
            func rest(_ offset: Int) -> UInt32 { index + offset < text.count ? UInt32(text[index + offset] & 0x3F) : 0 }
            if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | rest(1), 2) }
            if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3) }
            return (UInt32(first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
        }

        /// The number of folded words up to a byte, behind which the index is then.
        mutating func readHash(to end: UInt8) -> WordHash {
            var before: WordHash?
            var word = WordHash()
            while index < text.count, text[index] != end {
                let (value, length) = scalar()
                if value == 0x20 {
                    before = before?.followed(by: word) ?? word
                    word = WordHash()
                } else {
                    word.add(value)
                }
                index += length
            }
            index += 1
            return before?.followed(by: word) ?? word
        }

        /// - Parameter isAfterNumber: whether the token before is a number.
        mutating func next(isAfterNumber: Bool) -> DateToken? {
            var token = DateToken()
            while index < text.count {
                let (value, length) = scalar()
                if Self.isSpace(value) {
                    token.isSpaced = true
                } else {
                    let form = Self.fold(value)
                    if form != 0 {
                        read(&token, form, value, isAfterNumber: isAfterNumber && !token.isSpaced)
                        return token
                    }
                }
                index += length
            }
            return nil
        }

        private mutating func read(_ token: inout DateToken, _ form: UInt32, _ scalar: UInt32, isAfterNumber: Bool) {
            let start = index
            if Self.digit(form) != nil {
                readNumber(&token)
            } else if Self.isLetter(form) {
                readWord(&token, isAfterNumber: isAfterNumber)
            } else {
                token.kind = .mark
                token.value = Int(form)
                index += self.scalar().length
            }
            token.bytes = start..<min(index, text.count)
        }

        private mutating func readNumber(_ token: inout DateToken) {
            token.kind = .number
            while index < text.count, text[index] &- 0x30 < 10 {
                if token.length < 15 { token.value = token.value * 10 + Int(text[index] & 15) }
                token.length += 1
                index += 1
            }
            while index < text.count {
                let (value, length) = scalar()
                guard let digit = Self.digit(Self.fold(value)) else { break }
                if token.length < 15 { token.value = token.value * 10 + digit }
                token.length += 1
                index += length
            }
        }

        private mutating func readWord(_ token: inout DateToken, isAfterNumber: Bool) {
            token.kind = .word
            // Letters of ASCII mean themselves.
            while index < text.count, (text[index] | 0x20) &- 0x61 < 26 {
                token.hash.add(UInt32(text[index] | 0x20))
                token.length += 1
                index += 1
            }
            while index < text.count {
                let (value, length) = scalar()
                let form = Self.fold(value)
                if form != 0 {
                    guard Self.isLetter(form), token.length == 0 || !LetterFolding.isIdeograph(form) else { break }
                    token.hash.add(form)
                    token.length += 1
                }
                index += length
                if LetterFolding.isIdeograph(form) || (token.length == 1 && isAfterNumber && isKoreanCounter(form)) { break }
            }
            token.roles = DateVocabulary.roles(of: token.hash)
        }

        /// 년, 월, 일, 시, 분, 초 behind a number, but for 시간 (hours).
        private func isKoreanCounter(_ form: UInt32) -> Bool {
            guard [0xB144, 0xC6D4, 0xC77C, 0xC2DC, 0xBD84, 0xCD08].contains(form) else { return false }
            return index >= text.count || scalar().value != 0xAC04
        }

        private static func isSpace(_ scalar: UInt32) -> Bool {
            scalar < 0x80 ? scalar == 0x20 || scalar &- 9 < 5 : LetterFolding.isSpace(scalar)
        }

        private static func fold(_ scalar: UInt32) -> UInt32 {
            if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
            return LetterFolding.shared.fold(scalar)
        }

        private static func digit(_ scalar: UInt32) -> Int? {
            if scalar < 0x80 { return scalar &- 0x30 < 10 ? Int(scalar & 15) : nil }
            return LetterFolding.decimal(scalar)
        }

        private static func isLetter(_ scalar: UInt32) -> Bool {
            scalar < 0x80 ? scalar &- 0x61 < 26 : LetterFolding.isLetter(scalar)
        }
    }
}
