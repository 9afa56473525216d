/// Selectors in groups, of which few find anything on a page.
///
/// What they cannot do without stands in one list, so that most are done with after a look at one number or two, and without a look at the
/// selectors themselves.
public struct SelectorGroups: Sendable {
    /// One thing without which an alternative of a selector finds nothing on a page.
    fileprivate struct Need: Sendable {
        enum Kind: UInt8, Sendable { case classToken, id, gram, tag, attribute }

        var kind: Kind
        /// The digest of a name, the place of four letters, or the number of a tag or an attribute.
        var number: UInt64
    }

    /// An alternative of a selector.
    private struct Branch: Sendable {
        /// Its needs, what nearly every page lacks first.
        var needs: Range<Int>
        var group: Int
        var selector: Int
    }

    private let groups: [[Selector]]
    private let needs: [Need]
    private let branches: [Branch]

    /// Creates a list of groups.
    public init(_ groups: [[Selector]]) {
        self.groups = groups
        var needs: [Need] = []
        var branches: [Branch] = []
        for group in groups.indices {
            for selector in groups[group].indices {
                for alternative in groups[group][selector].alternatives {
                    let own = Self.needs(of: alternative)
                    branches.append(Branch(needs: needs.count..<(needs.count + own.count), group: group, selector: selector))
                    needs += own
                }
            }
        }
        (self.needs, self.branches) = (needs, branches)
    }

    /// For each group, whether one of its selectors finds an element on a page.
    public func found(on page: HTMLDocument) -> [Bool] {
        let table = page.table
        var found = [Bool](repeating: false, count: groups.count)
        for branch in branches where !found[branch.group] && table.meets(needs, branch.needs) {
            found[branch.group] = page.first(groups[branch.group][branch.selector]) != nil
        }
        return found
    }

    private static func needs(of alternative: Selector.Complex) -> [Need] {
        let compounds = [alternative.last] + alternative.before.map(\.compound)
        return (compounds.flatMap { $0.conditions.flatMap(needs) } + compounds.compactMap { need(of: $0.tag) }).sorted {
            $0.kind.rawValue < $1.kind.rawValue
        }
    }

    private static func needs(of condition: Selector.Condition) -> [Need] {
        switch condition.kind {
        case .classToken: [Need(kind: .classToken, number: condition.name.digest)]
        case .id: [Need(kind: .id, number: condition.name.digest)]
        case _ where condition.isOfAttribute && condition.number >= 0:
            condition.grams.map { Need(kind: .gram, number: UInt64($0)) } + [Need(kind: .attribute, number: UInt64(condition.number))]
        default: []
        }
    }

    private static func need(of tag: Selector.TagName?) -> Need? {
        guard case .known(let tag) = tag else { return nil }
        return Need(kind: .tag, number: UInt64(tag.rawValue))
    }
}

extension NodeTable {
    fileprivate func meets(_ needs: [SelectorGroups.Need], _ range: Range<Int>) -> Bool {
        for need in needs[range] where !meets(need) { return false }
        return true
    }

    private func meets(_ need: SelectorGroups.Need) -> Bool {
        switch need.kind {
        case .classToken: classes.tokens.mayHold(digest: need.number)
        case .id: ids.mayHold(digest: need.number)
        case .gram: grams.hold(AttributeGrams.Gram(truncatingIfNeeded: need.number))
        case .tag: index.tags.count(of: Int(need.number)) > 0
        case .attribute: index.attributes.count(of: Int(need.number)) > 0
        }
    }
}
