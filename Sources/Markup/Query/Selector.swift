/// What to look for in a page, in the notation of CSS Selectors Level 4.
///
/// Understood are type, `*`, `#id`, `.class`, `[attribute]` with `=`, `~=`, `^=`, `$=`, `*=` (values quoted or not), `:not(…)` around one of these,
/// the combinators ` `, `>`, `+` and `~`, and lists with `,`.
public struct Selector: Sendable, Hashable {
    struct Compound: Sendable, Hashable {
        var tag: String?
        var conditions: [Condition] = []
    }

    enum Condition: Sendable, Hashable {
        case classToken(String)
        case attribute(String, Comparison)
        indirect case not(Compound)
    }

    enum Comparison: Sendable, Hashable {
        case exists, equals(String), token(String), prefix(String), suffix(String), contains(String)
    }

    enum Combinator: Sendable, Hashable {
        case descendant, child, next, later
    }

    /// One alternative: the compound that the element itself must match, and before it, from right to left, how the others relate to it.
    struct Complex: Sendable, Hashable {
        var last: Compound
        var before: [(combinator: Combinator, compound: Compound)] = []

        static func == (left: Self, right: Self) -> Bool {
            left.last == right.last && left.before.map(\.compound) == right.before.map(\.compound)
                && left.before.map(\.combinator) == right.before.map(\.combinator)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(last)
        }
    }

    let alternatives: [Complex]

    /// Reads a selector.
    ///
    /// - Throws: ``SelectorError`` if it is not in the notation that this type understands.
    public init(_ text: String) throws(SelectorError) {
        var parser = SelectorParser(text)
        alternatives = try parser.parse()
    }

    func matches(_ node: Node, within scope: Node?) -> Bool {
        guard !node.isText else { return false }
        for alternative in alternatives where Self.matches(alternative.last, node) {
            if alternative.before.isEmpty || Self.matches(alternative.before[...], before: node) { return true }
        }
        return false
    }

    private static func matches(_ chain: ArraySlice<(combinator: Combinator, compound: Compound)>, before node: Node) -> Bool {
        guard let step = chain.first else { return true }
        let rest = chain.dropFirst()
        switch step.combinator {
        case .child:
            guard let parent = node.parent else { return false }
            return matches(step.compound, parent) && matches(rest, before: parent)
        case .descendant:
            return node.ancestors.contains { matches(step.compound, $0) && matches(rest, before: $0) }
        case .next:
            guard let previous = node.previousElement else { return false }
            return matches(step.compound, previous) && matches(rest, before: previous)
        case .later:
            var previous = node.previousElement
            while let element = previous {
                if matches(step.compound, element), matches(rest, before: element) { return true }
                previous = element.previousElement
            }
            return false
        }
    }

    private static func matches(_ compound: Compound, _ node: Node) -> Bool {
        if let tag = compound.tag, tag != node.name { return false }
        return compound.conditions.allSatisfy { holds($0, for: node) }
    }

    private static func holds(_ condition: Condition, for node: Node) -> Bool {
        switch condition {
        case .classToken(let token): node.hasClass(token)
        case .attribute(let name, .exists): node.document.table.attribute(name, of: node.index) != nil
        case .attribute(let name, let comparison): node.attribute(name).map { holds(comparison, for: $0) } ?? false
        case .not(let compound): !matches(compound, node)
        }
    }

    /// Byte by byte: Unicode's ways to write the same letter do not matter in attributes, and cost ten times as much.
    private static func contains(_ wanted: [UInt8], in value: [UInt8]) -> Bool {
        guard let first = wanted.first else { return false }
        return value.indices.contains { value[$0] == first && value[$0...].starts(with: wanted) }
    }

    private static func holds(_ comparison: Comparison, for value: String) -> Bool {
        switch comparison {
        case .exists: true
        case .equals(let wanted): value == wanted
        case .token(let wanted): value.split(whereSeparator: \.isSpace).contains { $0 == wanted }
        case .prefix(let wanted): value.hasPrefix(wanted)
        case .suffix(let wanted): value.hasSuffix(wanted)
        case .contains(let wanted): Self.contains(Array(wanted.utf8), in: Array(value.utf8))
        }
    }
}
