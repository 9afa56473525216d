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
    private var rest: Substring

    init(_ text: String) {
        self.text = text
        rest = text[...]
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
            complex.before.insert((combinator, complex.last), at: 0)
            complex.last = try compound()
        }
    }

    private mutating func compound() throws(SelectorError) -> Selector.Compound {
        var compound = Selector.Compound()
        let start = rest.startIndex
        if !take("*"), let first = rest.first, isNamePart(first) { compound.tag = try name().lowercased() }
        while let condition = try condition() { compound.conditions.append(condition) }
        guard rest.startIndex > start else { throw expected("an element") }
        return compound
    }

    private mutating func condition() throws(SelectorError) -> Selector.Condition? {
        if take(".") { return .classToken(try name()) }
        if take("#") { return .attribute("id", .equals(try name())) }
        if take("[") { return try attribute() }
        guard take(":not(") else { return nil }
        let compound = try compound()
        guard take(")") else { throw expected("\")\"") }
        return .not(compound)
    }

    private mutating func attribute() throws(SelectorError) -> Selector.Condition {
        let name = try name().lowercased()
        let comparison: Selector.Comparison
        if take("]") { return .attribute(name, .exists) }
        if take("~=") {
            comparison = .token(try value())
        } else if take("^=") {
            comparison = .prefix(try value())
        } else if take("$=") {
            comparison = .suffix(try value())
        } else if take("*=") {
            comparison = .contains(try value())
        } else if take("=") {
            comparison = .equals(try value())
        } else {
            throw expected("a comparison or \"]\"")
        }
        guard take("]") else { throw expected("\"]\"") }
        return .attribute(name, comparison)
    }

    private mutating func value() throws(SelectorError) -> String {
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return try name() }
        rest.removeFirst()
        let value = rest.prefix { $0 != quote }
        rest = rest[value.endIndex...]
        guard take(String(quote)) else { throw expected("a closing quote") }
        return String(value)
    }

    private mutating func name() throws(SelectorError) -> String {
        let name = rest.prefix(while: isNamePart)
        guard !name.isEmpty else { throw expected("a name") }
        rest = rest[name.endIndex...]
        return String(name)
    }

    private func isNamePart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "_"
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let trimmed = rest.drop(while: \.isSpace)
        defer { rest = trimmed }
        return trimmed.startIndex > rest.startIndex
    }

    private mutating func take(_ token: String) -> Bool {
        guard rest.hasPrefix(token) else { return false }
        rest = rest.dropFirst(token.count)
        return true
    }

    private func expected(_ what: String) -> SelectorError {
        let place = rest.isEmpty ? "at the end" : "at \"\(rest)\""
        return SelectorError(selector: text, reason: "\(what) is expected \(place)")
    }
}
