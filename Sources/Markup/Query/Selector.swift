/// What to look for in a page, in the notation of CSS Selectors Level 4.
///
/// Understood are type, `*`, `#id`, `.class`, `[attribute]` with `=`, `~=`, `^=`, `$=`, `*=` (values quoted or not, `i` behind them for values
/// in any case), the combinators ` `, `>`, `+` and `~`, lists with `,`, and of the pseudo-classes `:not(…)`, `:is(…)` and `:has(…)` with lists
/// of what one element alone must be (no combinators inside), `:first-child`, `:last-child`, `:nth-child(…)` with a number, `:first-of-type`
/// and `:empty`.
///
/// A search costs what the rarest of the names in the last part costs, and next to nothing if a page lacks one of the names.
public struct Selector: Sendable, Hashable {
    /// What one element alone must be. An object, as its conditions are.
    final class Compound: Sendable, Hashable {
        let tag: TagName?
        let conditions: [Condition]

        init(tag: TagName?, conditions: [Condition]) {
            self.tag = tag
            self.conditions = conditions
        }

        static func == (left: Compound, right: Compound) -> Bool {
            left.tag == right.tag && left.conditions == right.conditions
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(tag)
            hasher.combine(conditions)
        }
    }

    enum TagName: Sendable, Hashable {
        case known(Tag)
        case other(Name)
    }

    /// One thing that an element must be. An object, because to look at a value of so many parts copies them.
    final class Condition: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            case classToken, id, attribute, equals, token, prefix, suffix, contains
            case not, isOne, has, ordinal, last, firstOfType, empty
        }

        let kind: Kind
        /// The class, the id or the name of the attribute.
        let name: Name
        /// The number of the attribute's name on every page, of the `:has(…)` in the selector, or of the child in its parent; else -1.
        let number: Int
        /// What the attribute is compared with, in lower case where case does not matter.
        let wanted: [UInt8]
        let ignoresCase: Bool
        /// What a page must hold somewhere for any of its elements to be so.
        let grams: [AttributeGrams.Gram]
        let compounds: [Compound]

        init(
            kind: Kind, name: Name = Name(""), number: Int = -1, wanted: [UInt8] = [], ignoresCase: Bool = false, compounds: [Compound] = []
        ) {
            self.kind = kind
            self.name = name
            self.number = number
            self.wanted = wanted
            self.ignoresCase = ignoresCase
            grams = AttributeGrams.wanted(by: kind, attribute: number, wanted)
            self.compounds = compounds
        }

        static func == (left: Condition, right: Condition) -> Bool {
            left.kind == right.kind && left.name == right.name && left.number == right.number && left.wanted == right.wanted
                && left.ignoresCase == right.ignoresCase && left.compounds == right.compounds
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(kind)
            hasher.combine(name)
            hasher.combine(wanted)
        }

        /// Whether this asks for an attribute.
        var isOfAttribute: Bool {
            switch kind {
            case .attribute, .equals, .token, .prefix, .suffix, .contains: true
            default: false
            }
        }

        /// A condition on an attribute.
        static func attribute(_ name: String, _ kind: Kind = .attribute, _ wanted: String = "", ignoresCase: Bool = false) -> Condition {
            let name = Name(name)
            return Condition(
                kind: kind, name: name, number: AttributeName.known.number(of: name) ?? -1,
                wanted: wanted.utf8.map { ignoresCase ? $0.lowercased : $0 }, ignoresCase: ignoresCase)
        }
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
