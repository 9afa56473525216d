internal import Glibc

/// Compares elements with what one element alone must be.
struct CompoundMatcher {
    let table: NodeTable
    /// The places on the page of what stands in each `:has(…)`, where many elements will be asked.
    var inside: [[Int32]]?

    func matches(_ compound: Selector.Compound, _ index: Int) -> Bool {
        let record = table.records[index]
        switch compound.tag {
        case nil: break
        case .known(let tag): guard record.tag == tag else { return false }
        case .other(let name): guard record.tag == .other, table.tagNames.isName(Int(record.name), name) else { return false }
        }
        for condition in compound.conditions where !holds(condition, index) { return false }
        return true
    }

    private func holds(_ condition: Selector.Condition, _ index: Int) -> Bool {
        switch condition.kind {
        case .classToken: return table.hasClass(condition.name, index)
        case .id: return table.attribute(.id, of: index).map { table.ids.isName(Int($0.id), condition.name) } ?? false
        case .attribute: return attribute(condition, of: index) != nil
        case .equals, .token, .prefix, .suffix, .contains:
            guard let attribute = attribute(condition, of: index) else { return false }
            return table.bytes.withUnsafeBufferPointer { condition.holds(for: UnsafeBufferPointer(rebasing: $0[attribute.range])) }
        case .not: return !isOne(of: condition.compounds, index)
        case .isOne: return isOne(of: condition.compounds, index)
        case .has:
            let nodes = (index + 1)..<Int(table.records[index].end)
            if let inside { return !inside[condition.number][...].inside(nodes).isEmpty }
            return condition.compounds.contains { holds($0, somewhereIn: nodes) }
        case .ordinal: return Int(table.records[index].ordinal) == condition.number
        case .last: return isLast(index)
        case .firstOfType: return table.records[index].traits.contains(.firstOfType)
        case .empty: return Int(table.records[index].end) == index + 1
        }
    }

    private func isOne(of compounds: [Selector.Compound], _ index: Int) -> Bool {
        compounds.contains { matches($0, index) }
    }

    private func attribute(_ condition: Selector.Condition, of index: Int) -> NodeTable.Attribute? {
        if condition.number >= 0 { return table.attribute(number: condition.number, of: index) }
        for place in table.attributeRange(of: index) where table.attributeNames.isName(Int(table.attributes[place].name), condition.name) {
            return table.attributes[place]
        }
        return nil
    }

    /// No two texts stand side by side, so that behind an element at most one node may follow in front of the next.
    private func isLast(_ index: Int) -> Bool {
        let record = table.records[index]
        guard index > 0 else { return true }
        let stop = table.records[Int(record.parent)].end
        var next = record.end
        while next < stop {
            guard table.records[Int(next)].tag == .text else { return false }
            next = table.records[Int(next)].end
        }
        return true
    }

    private func holds(_ compound: Selector.Compound, somewhereIn nodes: Range<Int>) -> Bool {
        guard let candidates = table.candidates(for: compound) else { return false }
        guard candidates.isEvery else { return candidates.nodes.inside(nodes).contains { matches(compound, Int($0)) } }
        return nodes.contains { table.records[$0].tag != .text && matches(compound, $0) }
    }
}

extension Selector.Condition {
    /// Whether the value of an attribute is as wanted.
    fileprivate func holds(for value: UnsafeBufferPointer<UInt8>) -> Bool {
        wanted.withUnsafeBufferPointer { wanted in
            guard wanted.count <= value.count else { return false }
            switch kind {
            case .equals: return value.count == wanted.count && isSame(value, 0, wanted)
            case .prefix: return !wanted.isEmpty && isSame(value, 0, wanted)
            case .suffix: return !wanted.isEmpty && isSame(value, value.count - wanted.count, wanted)
            case .contains:
                guard ignoresCase else { return value.contains(wanted) }
                return !wanted.isEmpty && (0...(value.count - wanted.count)).contains { isSame(value, $0, wanted) }
            case .token: return hasToken(value, wanted)
            default: return true
            }
        }
    }

    private func hasToken(_ value: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < value.count {
            let start = place
            while place < value.count, !value[place].isSpace { place += 1 }
            if place > start, place - start == wanted.count, isSame(value, start, wanted) { return true }
            place += 1
        }
        return false
    }

    /// Byte by byte: Unicode's ways to write the same letter do not matter in attributes, and cost ten times as much.
    private func isSame(_ value: UnsafeBufferPointer<UInt8>, _ place: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        for offset in wanted.indices {
            let byte = value[place + offset]
            guard (ignoresCase ? byte.lowercased : byte) == wanted[offset] else { return false }
        }
        return true
    }
}

extension UInt8 {
    /// The small letter of an ASCII capital; else the byte itself.
    var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether some bytes stand in these; nothing stands anywhere, as in CSS.
    func contains(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = baseAddress, let wanted = part.baseAddress, !part.isEmpty, part.count <= count else { return false }
        // The last place where they may begin.
        let last = count - part.count
        var place = 0
        while place <= last, let found = memchr(base + place, Int32(part[0]), last + 1 - place) {
            place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if memcmp(base + place, wanted, part.count) == 0 { return true }
            place += 1
        }
        return false
    }
}
