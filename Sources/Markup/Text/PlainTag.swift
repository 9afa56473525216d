/// A start tag as nearly all are written, which every parser reads alike: `<name one="1" two='2' three=3 four>`.
struct PlainTag {
    /// Behind the name.
    var nameEnd: Int
    /// Where `>` or `/>` stands.
    var close: Int
    /// Behind the `>`.
    var end: Int

    /// More attributes are compared with each other by the parser.
    fileprivate static let mostAttributes = 32
    /// Longer names are cut by the parser (`HTML_PARSER_BUFFER_SIZE`).
    fileprivate static let longestName = 64
    fileprivate static let rootTags = ["html", "head", "body"].map { Array($0.utf8) }
}

extension UnsafeBufferPointer<UInt8> {
    /// The start tag that begins at an index, at which `<` and a letter stand; `nil` if it is not written plainly, and for those of `html`, `head`
    /// and `body`, of which the parser does not tell when they come again.
    ///
    /// - Parameter attribute: is told of each attribute: where its name is, whether there are capitals in it, and where its value is. It says
    ///   whether the tag may be taken for a plain one.
    func plainTag(at open: Int, attribute: (_ name: Range<Int>, _ hasCapitals: Bool, _ value: Range<Int>) -> Bool) -> PlainTag? {
        let nameEnd = endOfName(from: open + 1).end
        guard nameEnd - open <= PlainTag.longestName, !isRootTag(at: open + 1, before: nameEnd) else { return nil }
        var position = nameEnd
        for _ in 0...PlainTag.mostAttributes {
            let name = endOfSpace(in: position..<count)
            guard name + 1 < count else { return nil }
            if self[name] == UInt8(ascii: ">") { return PlainTag(nameEnd: nameEnd, close: name, end: name + 1) }
            if self[name] == UInt8(ascii: "/"), self[name + 1] == UInt8(ascii: ">") {
                return PlainTag(nameEnd: nameEnd, close: name, end: name + 2)
            }
            guard name > position, self[name].isNameStart else { return nil }
            let (end, hasCapitals) = endOfName(from: name)
            guard end - name <= PlainTag.longestName else { return nil }
            let sign = endOfSpace(in: end..<count)
            guard sign < count else { return nil }
            position = end
            var value = end..<end
            if self[sign] == UInt8(ascii: "=") {
                guard let found = plainValue(in: sign + 1..<count) else { return nil }
                value = found
                position = found.upperBound
                if position < count, self[position] == self[found.lowerBound - 1], self[position].isQuote { position += 1 }
            }
            guard attribute(name..<end, hasCapitals, value) else { return nil }
        }
        return nil
    }

    /// A value, without the quotes around it.
    private func plainValue(in part: Range<Int>) -> Range<Int>? {
        let start = endOfSpace(in: part)
        guard start < part.upperBound else { return nil }
        if self[start].isQuote {
            return next(self[start], from: start + 1).map { start + 1..<$0 }
        }
        var end = start
        while end < part.upperBound, self[end].isNamePart || self[end].isUnquotedSign { end += 1 }
        // Whether a slash that ends it belongs to it, not all parsers agree on.
        guard end > start, end < part.upperBound, self[end] == UInt8(ascii: ">") || self[end].isParserSpace,
            self[end - 1] != UInt8(ascii: "/")
        else { return nil }
        return start..<end
    }

    private func endOfName(from start: Int) -> (end: Int, hasCapitals: Bool) {
        var end = start
        var hasCapitals = false
        while end < count, self[end].isNamePart {
            hasCapitals = hasCapitals || self[end] &- UInt8(ascii: "A") < 26
            end += 1
        }
        return (end, hasCapitals)
    }

    private func isRootTag(at start: Int, before end: Int) -> Bool {
        end - start == 4 && PlainTag.rootTags.contains { isTagName($0, at: start) }
    }

    /// Where the white space at the beginning of a part ends.
    func endOfSpace(in part: Range<Int>) -> Int {
        var end = part.lowerBound
        while end < part.upperBound, self[end].isParserSpace { end += 1 }
        return end
    }
}

extension UInt8 {
    /// What the parser takes for white space (XML 1.0, production 3).
    var isParserSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
    /// What a name of a tag or attribute may begin with, for the parser and for browsers.
    var isNameStart: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 || self == UInt8(ascii: "_") || self == UInt8(ascii: ":") }
    /// What may follow in a name, for the parser and for browsers.
    var isNamePart: Bool {
        (self | 0x20) &- UInt8(ascii: "a") < 26 || self &- UInt8(ascii: "-") < 14 && self != UInt8(ascii: "/") || self == UInt8(ascii: "_")
    }
    fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
    /// What a value without quotes may hold beside letters and digits.
    fileprivate var isUnquotedSign: Bool {
        switch self {
        case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: ";"),
            UInt8(ascii: "+"):
            true
        default: false
        }
    }
}
