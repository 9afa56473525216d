/// Why a selector could not be read.
public struct SelectorError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The selector.
    public let selector: String
    /// What was expected, and where.
    public let reason: String

    /// The reason, in words for people.
    public var description: String { "selector \"\(selector)\": \(reason)" }
}

/// Reads the part of CSS Selectors Level 4 that ``Selector`` names.
struct SelectorParser {
    private let text: String
    /// In scalars: to make characters of them costs ten times as much, and the program begins with reading hundreds of selectors.
    private var rest: Substring.UnicodeScalarView
    /// What stands in each `:has(…)` so far.
    private(set) var inside: [[Selector.Compound]] = []
    private var isInside = false

    init(_ text: String) {
        self.text = text
        rest = text[...].unicodeScalars
    }

    mutating func parse() throws(SelectorError) -> [Selector.Complex] {
        var alternatives: [Selector.Complex] = []
        repeat { alternatives.append(try complex()) } while take(",")
        guard rest.isEmpty else { throw expected("the end") }
        return alternatives
    }

    private mutating func complex() throws(SelectorError) -> Selector.Complex {
        skipSpace()
        var complex = Selector.Complex(last: try compound())
        while true {
            let spaced = skipSpace()
            let combinator: Selector.Combinator
            if take(">") {
                combinator = .child
            } else if take("+") {
                combinator = .next
            } else if take("~") {
                combinator = .later
            } else if spaced, let next = rest.first, next != "," {
                combinator = .descendant
            } else {
                return complex
            }
            skipSpace()
            guard complex.before.count < Selector.mostSteps else { throw expected("the end of so long a selector") }
            complex.before.insert(.init(combinator: combinator, compound: complex.last), at: 0)
            complex.last = try compound()
        }
    }

    private mutating func compound() throws(SelectorError) -> Selector.Compound {
        var name: Selector.TagName?
        var conditions: [Selector.Condition] = []
        let start = rest.startIndex
        if !take("*"), let first = rest.first, isNamePart(first) { name = tag(try self.name().lowercased()) }
        while let condition = try condition() { conditions.append(condition) }
        guard rest.startIndex > start else { throw expected("an element") }
        return Selector.Compound(tag: name, conditions: conditions)
    }

    private func tag(_ name: String) -> Selector.TagName {
        let known = Tag(known: name)
        return known == .other ? .other(Name(name)) : .known(known)
    }

    private mutating func condition() throws(SelectorError) -> Selector.Condition? {
        if take(".") { return Selector.Condition(kind: .classToken, name: Name(try name())) }
        if take("#") { return Selector.Condition(kind: .id, name: Name(try name())) }
        if take("[") { return try attribute() }
        guard take(":") else { return nil }
        switch try name() {
        case "not": return Selector.Condition(kind: .not, compounds: try list())
        case "is": return Selector.Condition(kind: .isOne, compounds: try list())
        case "has":
            guard !isInside else { throw expected("no :has() in :has()") }
            isInside = true
            defer { isInside = false }
            inside.append(try list())
            return Selector.Condition(kind: .has, number: inside.count - 1, compounds: inside[inside.count - 1])
        case "first-child": return Selector.Condition(kind: .ordinal, number: 1)
        case "nth-child": return Selector.Condition(kind: .ordinal, number: try ordinal())
        case "last-child": return Selector.Condition(kind: .last)
        case "first-of-type": return Selector.Condition(kind: .firstOfType)
        case "empty": return Selector.Condition(kind: .empty)
        default: throw expected("another pseudo-class before this")
        }
    }

    /// What one element may be, in brackets.
    private mutating func list() throws(SelectorError) -> [Selector.Compound] {
        guard take("(") else { throw expected("\"(\"") }
        var compounds: [Selector.Compound] = []
        repeat {
            skipSpace()
            compounds.append(try compound())
            skipSpace()
        } while take(",")
        guard take(")") else { throw expected("\")\"") }
        return compounds
    }

    private mutating func ordinal() throws(SelectorError) -> Int {
        guard take("(") else { throw expected("\"(\"") }
        guard let number = Int(try name()), number > 0 else { throw expected("a number before this") }
        guard take(")") else { throw expected("\")\"") }
        return number
    }

    private mutating func attribute() throws(SelectorError) -> Selector.Condition {
        let attribute = try name().lowercased()
        if take("]") { return .attribute(attribute) }
        let kinds: [(String, Selector.Condition.Kind)] = [
            ("~=", .token), ("^=", .prefix), ("$=", .suffix), ("*=", .contains), ("=", .equals),
        ]
        for (sign, kind) in kinds where take(sign) {
            let wanted = try value()
            let ignoresCase = skipSpace() && take("i")
            guard take("]") else { throw expected("\"]\"") }
            return .attribute(attribute, kind, wanted, ignoresCase: ignoresCase)
        }
        throw expected("a comparison or \"]\"")
    }

    private mutating func value() throws(SelectorError) -> String {
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return try name() }
        rest.removeFirst()
        let value = rest.prefix { $0 != quote }
        rest = rest[value.endIndex...]
        guard take(String(quote)) else { throw expected("a closing quote") }
        return String(Substring(value))
    }

    private mutating func name() throws(SelectorError) -> String {
        let name = rest.prefix(while: isNamePart)
        guard !name.isEmpty else { throw expected("a name") }
        rest = rest[name.endIndex...]
        return String(Substring(name))
    }

    private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: !scalar.isASCII && scalar.properties.isAlphabetic
        }
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let trimmed = rest.drop(while: \.isSpace)
        defer { rest = trimmed }
        return trimmed.startIndex > rest.startIndex
    }

    private mutating func take(_ token: String) -> Bool {
        guard rest.starts(with: token.unicodeScalars) else { return false }
        rest = rest.dropFirst(token.unicodeScalars.count)
        return true
    }

    private func expected(_ what: String) -> SelectorError {
        let place = rest.isEmpty ? "at the end" : "at \"\(Substring(rest))\""
        return SelectorError(selector: text, reason: "\(what) is expected \(place)")
    }
}
