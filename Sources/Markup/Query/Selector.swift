/// What to look for in a page, in the notation of CSS Selectors Level 4.
///
/// Understood are type, `*`, `#id`, `.class`, `[attribute]` with `=`, `~=`, `^=`, `$=`, `*=` (values quoted or not, `i` behind them for values
/// in any case), the combinators ` `, `>`, `+` and `~`, lists with `,`, and of the pseudo-classes `:not(…)`, `:is(…)` and `:has(…)` with lists
/// of what one element alone must be (no combinators inside), `:first-child`, `:last-child`, `:nth-child(…)` with a number, `:first-of-type`
/// and `:empty`.
///
/// A search costs what the rarest of the names in the last part costs, and next to nothing if a page lacks one of the names.
public struct Selector: Sendable, Hashable {
    /// What one element alone must be.
    struct Compound: Sendable, Hashable {
        var tag: TagName?
        var conditions: [Condition] = []
    }

    enum TagName: Sendable, Hashable {
        case known(Tag)
        case other(Name)
    }

    enum Condition: Sendable, Hashable {
        case classToken(Name)
        case id(Name)
        case attribute(AttributeKey, Comparison?)
        case not([Compound])
        case isOne([Compound])
        /// The first number tells this condition from others of the selector.
        case has(Int, [Compound])
        case ordinal(Int32)
        case last
        case firstOfType
        case empty
    }

    struct AttributeKey: Sendable, Hashable {
        var name: Name
        /// The number of the name on every page; `nil` for one that pages number as they come.
        var number: Int?

        init(_ name: String) {
            self.name = Name(name)
            number = AttributeName.known.number(of: self.name)
        }
    }

    struct Comparison: Sendable, Hashable {
        enum Kind: Sendable, Hashable { case equals, token, prefix, suffix, contains }

        var kind: Kind
        /// In lower case where case does not matter.
        var wanted: [UInt8]
        var ignoresCase = false
    }

    enum Combinator: Sendable, Hashable, CaseIterable {
        case descendant, child, next, later
    }

    struct Step: Sendable, Hashable {
        var combinator: Combinator
        var compound: Compound
    }

    /// One alternative: the compound that the element itself must match, and before it, from right to left, how the others relate to it.
    struct Complex: Sendable, Hashable {
        var last: Compound
        var before: [Step] = []

        /// The steps with one of some combinators, a bit for each.
        func steps(with combinators: Combinator...) -> UInt32 {
            before.indices.reduce(0) { combinators.contains(before[$1].combinator) ? $0 | 1 << UInt32($1) : $0 }
        }
    }

    /// Steps are the bits of a number; nobody writes so many.
    static let mostSteps = 30

    let alternatives: [Complex]
    /// What stands in the `:has(…)` of the selector, by their numbers.
    let inside: [[Compound]]

    /// Reads a selector.
    ///
    /// - Throws: ``SelectorError`` if it is not in the notation that this type understands.
    public init(_ text: String) throws(SelectorError) {
        var parser = SelectorParser(text)
        alternatives = try parser.parse()
        inside = parser.inside
    }
}
