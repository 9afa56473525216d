internal import Markup

/// Reads marks off names. Every class, id and property of a page is read, so that this works on bytes and makes no strings.
extension PostMarks {
    /// What is longer is no name.
    private static let longest = 200
    private static let hyphen = UInt8(ascii: "-")
    private static let sold = Array("paywall".utf8)

    /// The marks of one name.
    init(of name: some StringProtocol) {
        var name = String(name)
        self = name.withUTF8 { PostMarks(ofBytes: $0) }
    }

    /// The marks of one name in UTF-8.
    init(ofBytes name: UnsafeBufferPointer<UInt8>) {
        // The class that publishers put on what they sell, for search engines: such words are the post's. A barrier has a longer name.
        if name.elementsEqual(Self.sold) {
            self = []
            return
        }
        let tables = Self.tables
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { lowered in
            let words = Self.words(of: name, lowered, tables)
            return words.union(Self.whole(UnsafeBufferPointer(rebasing: lowered[..<min(name.count, Self.longest)]), tables.byName))
        }
    }

    /// The marks of the words of a name, which is written in lower case to a buffer: `entryFooter` and `entry_footer` have two words.
    private static func words(
        of name: UnsafeBufferPointer<UInt8>, _ lowered: UnsafeMutableBufferPointer<UInt8>, _ tables: Tables
    ) -> PostMarks {
        var found: PostMarks = []
        var start = 0
        var isAfterLower = false
        let count = min(name.count, longest)
        for index in 0..<count {
            let byte = name[index]
            let isUpper = byte &- UInt8(ascii: "A") < 26
            let lower = isUpper ? byte | 0x20 : byte
            lowered[index] = lower
            let isLetter = lower &- UInt8(ascii: "a") < 26 || lower >= 0x80
            let isPart = isLetter || lower &- UInt8(ascii: "0") < 10
            if !isPart || isUpper && isAfterLower {
                found.formUnion(marks(ofWord: UnsafeBufferPointer(rebasing: lowered[start..<index]), tables))
                start = isPart ? index : index + 1
            }
            isAfterLower = isLetter && !isUpper
        }
        return found.union(marks(ofWord: UnsafeBufferPointer(rebasing: lowered[min(start, count)..<count]), tables))
    }

    private static func marks(ofWord word: UnsafeBufferPointer<UInt8>, _ tables: Tables) -> PostMarks {
        guard let first = word.first else { return [] }
        var found = tables.byWord.mayHold(first: first, length: word.count) ? tables.byWord[WordHash(bytes: word)] : []
        if word.count >= 6 {
            for (start, mark) in tables.byBeginning[Int(first)] where word.starts(with: start) { found.insert(mark) }
        }
        return found
    }

    /// What a whole name means. `m-post-content` and `article__content__body` name the post's words as `post-content` does;
    /// `entry-content-wrapper` may.
    private static func whole(_ name: UnsafeBufferPointer<UInt8>, _ byName: MarkTable) -> PostMarks {
        withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: 8) { parts in
            var count = 0
            var start = 0
            for index in 0...name.count where index == name.count || name[index] == hyphen || name[index] == UInt8(ascii: "_") {
                if index > start {
                    guard count < 8 else { return [] }
                    parts[count] = start..<index
                    count += 1
                }
                start = index + 1
            }
            func marks(_ wanted: Range<Int>) -> PostMarks {
                let length = wanted.reduce(wanted.count - 1) { $0 + parts[$1].count }
                guard length > 0, byName.mayHold(first: name[parts[wanted.lowerBound].lowerBound], length: length) else { return [] }
                var hash = WordHash()
                for number in wanted {
                    if number > wanted.lowerBound { hash.add(UInt32(hyphen)) }
                    for index in parts[number] { hash.add(UInt32(name[index])) }
                }
                return byName[hash]
            }
            let whole = marks(0..<count)
            guard count > 2 else { return whole }
            if marks(count - 2..<count).contains(.body) || marks(count - 3..<count).contains(.body) { return whole.union(.body) }
            return marks(0..<2).contains(.body) ? whole.union(.maybeBody) : whole
        }
    }
}

/// What some classes of an element say.
struct ClassMarks {
    private var marks: PostMarks = []
    /// `d-none d-md-block`: hidden on small screens only.
    private var isForSmallScreens = false

    /// Both as bits: those of two classes together are those of an element that has both.
    var bits: UInt64 { UInt64(marks.rawValue) | (isForSmallScreens ? Self.smallScreens : 0) }

    init(bits: UInt64) {
        marks = PostMarks(rawValue: .init(truncatingIfNeeded: bits & ~Self.smallScreens))
        isForSmallScreens = bits & Self.smallScreens != 0
    }

    private static let smallScreens = UInt64(1) << 63

    /// What one class says.
    init(of name: UnsafeBufferPointer<UInt8>) {
        if name.starts(with: "elementor".utf8) { return }
        marks = PostMarks(ofBytes: name)
        isForSmallScreens = name.starts(with: "d-".utf8) && !name.suffix(4).elementsEqual("none".utf8)
    }

    /// What all classes of an element say together. WordPress writes the post's categories and tags among the classes of its element: they
    /// say nothing of it.
    var marksOfElement: PostMarks {
        let found = isForSmallScreens ? marks.subtracting(.hidden) : marks
        return found.contains(.post) ? found.intersection([.post, .body, .hidden]) : found
    }
}

extension WordHash {
    /// The number of a word as it is spelled.
    init(bytes: some Sequence<UInt8>) {
        self.init()
        for byte in bytes { add(UInt32(byte)) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Calls a body for each of the parts between some separators that is not empty.
    func forEachPart(separatedBy isSeparator: (UInt8) -> Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var start = 0
        for index in 0...count where index == count || isSeparator(self[index]) {
            if index > start { body(UnsafeBufferPointer(rebasing: self[start..<index])) }
            start = index + 1
        }
    }
}
