/// Where on a page each tag, class, id and attribute occurs: a search looks at these nodes only, and at none where there is none.
struct PageIndex: Sendable {
    let tags: Postings
    let classes: Postings
    let ids: Postings
    let attributes: Postings

    init(
        records: [NodeTable.Record], attributes list: [NodeTable.Attribute], classes table: ClassTable,
        counts: (tags: Int, attributes: Int, ids: Int)
    ) {
        tags = Postings(keys: counts.tags) { add in
            for index in records.indices where records[index].tag != .text { add(Int(records[index].name), index) }
        }
        classes = Postings(keys: table.tokens.count) { add in
            for index in records.indices where records[index].classValue >= 0 {
                table.forEachToken(ofValue: records[index].classValue) { add(Int($0), index) }
            }
        }
        attributes = Postings(keys: counts.attributes) { add in
            for index in records.indices where records[index].tag != .text {
                let record = records[index]
                for place in Int(record.start)..<Int(record.start + record.count) { add(Int(list[place].name), index) }
            }
        }
        let withID = attributes.nodes(of: Int(AttributeName.id.rawValue))
        ids = Postings(keys: counts.ids) { add in
            for index in withID {
                let record = records[Int(index)]
                for place in Int(record.start)..<Int(record.start + record.count) where list[place].id >= 0 {
                    add(Int(list[place].id), Int(index))
                }
            }
        }
    }
}

/// For each of some numbers, the nodes that have it, in document order.
struct Postings: Sendable {
    private let starts: [Int32]
    private let nodes: [Int32]

    /// - Parameter walk: calls what it is given for each key and node, in document order; it is called twice, to count and to fill.
    init(keys: Int, _ walk: ((_ key: Int, _ node: Int) -> Void) -> Void) {
        var starts = [Int32](repeating: 0, count: keys + 1)
        starts.withUnsafeMutableBufferPointer { starts in
            walk { key, _ in starts[key + 1] += 1 }
            for key in 0..<keys { starts[key + 1] += starts[key] }
        }
        let total = Int(starts[keys])
        var next = starts
        nodes = next.withUnsafeMutableBufferPointer { next in
            [Int32](unsafeUninitializedCapacity: total) { nodes, count in
                walk { key, node in
                    nodes.initializeElement(at: Int(next[key]), to: Int32(node))
                    next[key] += 1
                }
                count = total
            }
        }
        self.starts = starts
    }

    func nodes(of key: Int) -> ArraySlice<Int32> {
        guard key >= 0, key + 1 < starts.count else { return [] }
        return nodes[Int(starts[key])..<Int(starts[key + 1])]
    }

    func count(of key: Int) -> Int {
        key >= 0 && key + 1 < starts.count ? Int(starts[key + 1] - starts[key]) : 0
    }
}

extension ArraySlice<Int32> {
    /// Of numbers in order, those in a range.
    func inside(_ range: Range<Int>) -> ArraySlice<Int32> {
        self[firstPlace(notBelow: range.lowerBound)..<firstPlace(notBelow: range.upperBound)]
    }

    private func firstPlace(notBelow bound: Int) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle]) < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
