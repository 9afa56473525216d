/// A selector on its way through a page.
///
/// The search begins at the elements with the rarest name that the last compound asks for, not at every element, and looks from there to what
/// must stand before and around them. Where a page is built so that this costs more than some walks over the page, the page is walked once
/// instead, so that no search costs more than its length.
struct SelectorSearch {
    let table: NodeTable
    let selector: Selector

    init(_ selector: Selector, in table: NodeTable) {
        self.table = table
        self.selector = selector
    }

    /// Whether an element matches, with anything around it.
    func matches(_ index: Int) -> Bool {
        guard table.records[index].tag != .text else { return false }
        var work = Int.max
        let matcher = CompoundMatcher(table: table)
        return selector.alternatives.contains { alternative in
            matcher.matches(alternative.last, index)
                && (alternative.before.isEmpty || SelectorChain(alternative, in: table).holds(before: index, matcher, work: &work))
        }
    }

    /// The elements among some nodes that match, in document order.
    func all(in nodes: Range<Int>) -> [Int] {
        var found: [Int] = []
        var branches = 0
        for alternative in selector.alternatives {
            let before = found.count
            walk(alternative, in: nodes) { index in
                found.append(index)
                return true
            }
            if found.count > before { branches += 1 }
        }
        guard branches > 1 else { return found }
        found.sort()
        var last = -1
        return found.filter { index in
            defer { last = index }
            return index != last
        }
    }

    /// The first element among some nodes that matches and is as asked for.
    func first(in nodes: Range<Int>, where isWanted: (Int) -> Bool = { _ in true }) -> Int? {
        if let only = selector.alternatives.first, selector.alternatives.count == 1 {
            var found: Int?
            walk(only, in: nodes) { index in
                if isWanted(index) { found = index }
                return found == nil
            }
            return found
        }
        return all(in: nodes).first(where: isWanted)
    }

    /// Calls `body` with each element that matches, in document order, until it says no.
    private func walk(_ alternative: Selector.Complex, in nodes: Range<Int>, _ body: (Int) -> Bool) {
        guard table.mayHold(alternative) else { return }
        guard let candidates = table.candidates(for: alternative.last) else { return }
        // Without a rare name every element is a candidate, as few as they may be.
        let numbers = candidates.isEvery ? nil : candidates.nodes.inside(nodes)
        let count = numbers?.count ?? nodes.count
        guard count > 0 else { return }
        let matcher = CompoundMatcher(table: table, inside: count > 1 ? lists(for: alternative) : nil)
        let chain = SelectorChain(alternative, in: table)
        var work = 16 * table.records.count
        for place in 0..<count {
            let index = numbers.map { Int($0[$0.startIndex + place]) } ?? nodes.lowerBound + place
            guard table.records[index].tag != .text, matcher.matches(alternative.last, index) else { continue }
            if !alternative.before.isEmpty {
                let holds = chain.holds(before: index, matcher, work: &work)
                if work < 0 {
                    chain.walk(index..<nodes.upperBound, matcher, body)
                    return
                }
                guard holds else { continue }
            }
            guard body(index) else { return }
        }
    }

    /// What stands in each `:has(…)`, if the selector has one: its places on the page.
    private func lists(for alternative: Selector.Complex) -> [[Int32]]? {
        guard !selector.inside.isEmpty else { return nil }
        let matcher = CompoundMatcher(table: table)
        return selector.inside.map { compounds in
            let found = compounds.flatMap { compound -> [Int32] in
                guard let candidates = table.candidates(for: compound) else { return [] }
                let numbers = candidates.isEvery ? ArraySlice((0..<Int32(table.records.count))) : candidates.nodes
                return numbers.filter { table.records[Int($0)].tag != .text && matcher.matches(compound, Int($0)) }
            }
            return found.sorted()
        }
    }
}

extension NodeTable {
    struct Candidates {
        var nodes: ArraySlice<Int32> = []
        /// Whether nothing of the compound can be looked up.
        var isEvery = true

        fileprivate mutating func narrow(to other: ArraySlice<Int32>) {
            if isEvery || other.count < nodes.count { nodes = other }
            isEvery = false
        }
    }

    /// The elements among which all that match a compound are; `nil` if the page lacks one of the names that it asks for.
    func candidates(for compound: Selector.Compound) -> Candidates? {
        var candidates = Candidates()
        switch compound.tag {
        case .known(let tag): candidates.narrow(to: index.tags.nodes(of: Int(tag.rawValue)))
        case .other(let name): candidates.narrow(to: tagNames.number(of: name).map { index.tags.nodes(of: $0) } ?? [])
        case nil: break
        }
        for condition in compound.conditions {
            if !candidates.isEvery, candidates.nodes.isEmpty { return nil }
            narrow(&candidates, to: condition)
        }
        return !candidates.isEvery && candidates.nodes.isEmpty ? nil : candidates
    }

    private func narrow(_ candidates: inout Candidates, to condition: Selector.Condition) {
        switch condition.kind {
        case .classToken: candidates.narrow(to: classes.tokens.number(of: condition.name).map { index.classes.nodes(of: $0) } ?? [])
        case .id: candidates.narrow(to: ids.number(of: condition.name).map { index.ids.nodes(of: $0) } ?? [])
        case _ where condition.isOfAttribute:
            let number = condition.number >= 0 ? condition.number : attributeNames.number(of: condition.name)
            candidates.narrow(to: number.map { index.attributes.nodes(of: $0) } ?? [])
        default: break
        }
    }

    /// Whether the page has all the names that one of the alternatives asks for.
    func mayHold(_ selector: Selector) -> Bool {
        for alternative in selector.alternatives where mayHold(alternative) { return true }
        return false
    }

    fileprivate func mayHold(_ alternative: Selector.Complex) -> Bool {
        guard mayHold(alternative.last) else { return false }
        for part in alternative.before where !mayHold(part.compound) { return false }
        return true
    }

    /// Whether the page has all the names that a compound asks for.
    func mayHold(_ compound: Selector.Compound) -> Bool {
        switch compound.tag {
        case .known(let tag): guard index.tags.count(of: Int(tag.rawValue)) > 0 else { return false }
        case .other(let name): guard tagNames.number(of: name) != nil else { return false }
        case nil: break
        }
        for condition in compound.conditions where !mayHold(condition) { return false }
        return true
    }

    private func mayHold(_ condition: Selector.Condition) -> Bool {
        switch condition.kind {
        case .classToken: return classes.tokens.number(of: condition.name) != nil
        case .id: return ids.number(of: condition.name) != nil
        case _ where condition.isOfAttribute:
            guard grams.hold(condition.grams) else { return false }
            let number = condition.number >= 0 ? condition.number : attributeNames.number(of: condition.name)
            return number.map { index.attributes.count(of: $0) > 0 } ?? false
        default: return true
        }
    }
}
