/// Nodes of one page, in document order, as numbers: a ``Node`` keeps its document alive, so each is made only when its turn comes.
public struct NodeList: Sequence, Sendable {
    private let document: HTMLDocument?
    /// The numbers of the nodes; what can be asked of a number is asked with less effort than of a ``Node``.
    public let numbers: [Int]

    init(_ numbers: [Int], of document: HTMLDocument?) {
        self.numbers = numbers
        self.document = document
    }

    /// How many nodes there are.
    public var count: Int { numbers.count }

    /// Makes the nodes one after the other.
    public func makeIterator() -> Iterator { Iterator(document: document, numbers: numbers.makeIterator()) }

    /// Makes the nodes of a list.
    public struct Iterator: IteratorProtocol {
        let document: HTMLDocument?
        var numbers: [Int].Iterator

        /// The next node.
        public mutating func next() -> Node? {
            guard let document, let number = numbers.next() else { return nil }
            return Node(document: document, index: number)
        }
    }
}
