/// What must stand before and around an element: the compounds of a selector in front of the last, as steps from right to left.
///
/// All ways to take the steps are followed at once, a bit for each step that waits for its element. Trying one way after the other would
/// cost a power of the depth of a page.
struct SelectorChain {
    private let last: Selector.Compound
    private let steps: [Selector.Step]
    private let gates: [Gate]
    private let upwards: UInt32
    private let child: UInt32
    private let sideways: UInt32
    private let next: UInt32

    /// What can be told of a step's element at a glance: nearly all elements fail in it.
    private struct Gate {
        /// The element's name, if one of `Tag`'s is asked for.
        var tag: Tag?
        /// The number of a class that it must have; `nil` where none is asked for.
        var classToken: Int32?

        init(_ compound: Selector.Compound, in table: NodeTable) {
            if case .known(let tag) = compound.tag { self.tag = tag }
            if let name = compound.conditions.first(where: { $0.kind == .classToken })?.name {
                // None of the page's classes has this number.
                classToken = Int32(table.classes.tokens.number(of: name) ?? table.classes.tokens.count)
            }
        }
    }

    init(_ complex: Selector.Complex, in table: NodeTable) {
        gates = complex.before.map { Gate($0.compound, in: table) }
        last = complex.last
        steps = complex.before
        upwards = complex.steps(with: .child, .descendant)
        child = complex.steps(with: .child)
        sideways = complex.steps(with: .next, .later)
        next = complex.steps(with: .next)
    }

    /// Whether the steps lead from an element to others on the page.
    ///
    /// - Parameter work: is reduced by what the answer cost; below zero the answer was not found.
    func holds(before index: Int, _ matcher: CompoundMatcher, work: inout Int) -> Bool {
        let table = matcher.table
        let end = UInt32(1) << UInt32(steps.count)
        var element = index
        var arrived: UInt32 = 1
        var above: UInt32 = 0
        while work >= 0 {
            above |= arrived & upwards
            var beside = arrived & sideways
            var sibling = table.records[element].previous
            while beside != 0, sibling >= 0, work >= 0 {
                arrived = taken(beside, at: Int(sibling), matcher, &work)
                if arrived & end != 0 { return true }
                above |= arrived & upwards
                beside = beside & ~next | arrived & sideways
                sibling = table.records[Int(sibling)].previous
            }
            guard above != 0, element > 0 else { return false }
            element = Int(table.records[element].parent)
            arrived = taken(above, at: element, matcher, &work)
            if arrived & end != 0 { return true }
            above &= ~child
        }
        return false
    }

    private func isOpen(_ step: Int, to index: Int, in table: NodeTable) -> Bool {
        let (record, gate) = (table.records[index], gates[step])
        if let tag = gate.tag, record.tag != tag { return false }
        guard let token = gate.classToken else { return true }
        return record.classValue >= 0 && table.classes.hasToken(token, inValue: record.classValue)
    }

    /// Of the steps that wait, those that an element lets go on.
    private func taken(_ waiting: UInt32, at index: Int, _ matcher: CompoundMatcher, _ work: inout Int) -> UInt32 {
        var rest = waiting
        var arrived: UInt32 = 0
        while rest != 0 {
            let step = rest.trailingZeroBitCount
            rest &= rest - 1
            work -= 1
            guard isOpen(step, to: index, in: matcher.table) else { continue }
            if matcher.matches(steps[step].compound, index) { arrived |= 2 << UInt32(step) }
        }
        return arrived
    }

    /// Finds what matches by one walk over the page from its start, which costs the same on every page.
    ///
    /// For each element it is known how much of the selector, from the left, ends there, around it and before it.
    func walk(_ nodes: Range<Int>, _ matcher: CompoundMatcher, _ body: (Int) -> Bool) {
        let table = matcher.table
        var here = [UInt32](repeating: 0, count: nodes.upperBound)
        var around = here
        var before = here
        for index in 0..<nodes.upperBound where table.records[index].tag != .text {
            let record = table.records[index]
            var open: UInt32 = 0
            for step in steps.indices {
                // From the left: the compound of step k has the number steps.count - 1 - k, and 1 more is reached by its combinator.
                let reached = UInt32(1) << UInt32(steps.count - 1 - step)
                let place = Int(record.parent)
                let isOpen =
                    switch steps[step].combinator {
                    case .child: index > 0 && here[place] & reached != 0
                    case .descendant: index > 0 && (here[place] | around[place]) & reached != 0
                    case .next: record.previous >= 0 && here[Int(record.previous)] & reached != 0
                    case .later:
                        record.previous >= 0 && (here[Int(record.previous)] | before[Int(record.previous)]) & reached != 0
                    }
                if isOpen { open |= reached << 1 }
            }
            if index > 0 { around[index] = here[Int(record.parent)] | around[Int(record.parent)] }
            if record.previous >= 0 { before[index] = here[Int(record.previous)] | before[Int(record.previous)] }
            here[index] = ending(open | 1, at: index, matcher)
            let isWhole = here[index] & (1 << UInt32(steps.count)) != 0
            if isWhole, nodes.contains(index), !body(index) { return }
        }
    }

    private func ending(_ open: UInt32, at index: Int, _ matcher: CompoundMatcher) -> UInt32 {
        var ending: UInt32 = 0
        for number in 0...steps.count where open & (1 << UInt32(number)) != 0 {
            let compound = number == steps.count ? last : steps[steps.count - 1 - number].compound
            if matcher.matches(compound, index) { ending |= 1 << UInt32(number) }
        }
        return ending
    }
}
