/// Selectors in groups, of which few find anything on a page.
///
/// What each of them cannot do without stands in one list, so that most are done with after a look at one number.
public struct SelectorGroups: Sendable {
    /// What a page must have for one alternative of a selector to find anything.
    fileprivate struct Need: Sendable {
        enum Kind: Sendable { case classToken, id, gram, nothing }

        var kind: Kind
        /// The digest of the name, or the place of the four letters.
        var number: UInt64
        var group: Int
        var selector: Int
    }

    private let groups: [[Selector]]
    private let needs: [Need]

    /// Creates a list of groups.
    public init(_ groups: [[Selector]]) {
        self.groups = groups
        needs = groups.indices.flatMap { group in
            groups[group].indices.flatMap { selector in
                groups[group][selector].alternatives.map { Self.need(of: $0, group: group, selector: selector) }
            }
        }
    }

    /// For each group, whether one of its selectors finds an element on a page.
    public func found(on page: HTMLDocument) -> [Bool] {
        let table = page.table
        var found = [Bool](repeating: false, count: groups.count)
        for need in needs where !found[need.group] && table.mayMeet(need.kind, need.number) {
            found[need.group] = page.first(groups[need.group][need.selector]) != nil
        }
        return found
    }

    private static func need(of alternative: Selector.Complex, group: Int, selector: Int) -> Need {
        for compound in [alternative.last] + alternative.before.map(\.compound) {
            for condition in compound.conditions {
                switch condition.kind {
                case .classToken: return Need(kind: .classToken, number: condition.name.digest, group: group, selector: selector)
                case .id: return Need(kind: .id, number: condition.name.digest, group: group, selector: selector)
                case _ where !condition.grams.isEmpty:
                    return Need(kind: .gram, number: UInt64(condition.grams[condition.grams.count / 2]), group: group, selector: selector)
                default: continue
                }
            }
        }
        return Need(kind: .nothing, number: 0, group: group, selector: selector)
    }
}

extension NodeTable {
    fileprivate func mayMeet(_ kind: SelectorGroups.Need.Kind, _ number: UInt64) -> Bool {
        switch kind {
        case .classToken: classes.tokens.mayHold(digest: number)
        case .id: ids.mayHold(digest: number)
        case .gram: grams.hold(AttributeGrams.Gram(truncatingIfNeeded: number))
        case .nothing: true
        }
    }
}
