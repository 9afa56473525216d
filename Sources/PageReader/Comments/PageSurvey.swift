internal import Markup
internal import ThreadModel

/// What the readers of posts and comments ask about a page again and again, found out once. An object, because all of them hold it.
final class PageSurvey: Sendable {
    let page: HTMLDocument
    let hints: HintTable
    let dates: DateReader
    /// The places that hold a date and little else, in document order.
    let datePlaces: [DatePlace]
    init?(page: HTMLDocument, facts: PageFacts) {
        guard page.count > 0 else { return nil }
        self.page = page
        hints = HintTable(page)
        dates = DateReader(language: facts.language)
        datePlaces = DatePlace.all(in: page, hints: hints, dates: dates)
    }

    /// Whether an element holds a date and little else, or is part of one that does. Themes put other things into elements of the name.
    func isDated(_ node: Node) -> Bool {
        guard node.visibleLength <= 300 else { return false }
        let next = datePlaces.partitioningIndex { $0.node.index >= node.index }
        if next < datePlaces.count, node.contains(datePlaces[next].node) { return true }
        return next > 0 && datePlaces[next - 1].node.contains(node)
    }

    /// How many nodes a search may look at that may look at some of them again and again: pages that people wrote ask for far less.
    var mostRead: Int { 40 * page.count + 20_000 }

    /// The date places inside a node.
    func datePlaces(in node: Node) -> ArraySlice<DatePlace> {
        let start = datePlaces.partitioningIndex { $0.node.index >= node.index }
        let end = datePlaces.partitioningIndex { $0.node.index >= node.end }
        return datePlaces[start..<max(start, end)]
    }
}

/// An element that holds a date and little else.
struct DatePlace {
    /// The element; it may hold a name beside the date.
    var node: Node
    /// Whether an attribute holds the date for programs.
    var isPrecise: Bool
    var hasClock: Bool
    /// Whether day and year are known, or how long ago it was: a number and three letters may be anything ("3 out").
    var isWhole = true

    /// Longer texts are running text; a date in them is not the date of anything.
    private static let longestLine = 200
    /// What may stand beside a date on its line: a name, "Permalink", "in Category".
    private static let mostBeside = 60

    static func all(in page: HTMLDocument, hints: HintTable, dates: DateReader) -> [DatePlace] {
        var places: [DatePlace] = []
        let mayBePrecise = elementsWithDateAttributes(of: page)
        var index = 0
        while index < page.count {
            defer { index += 1 }
            let tag = page.tag(of: index)
            let place: DatePlace?
            if tag == .text {
                // Cheap first: a ``Node`` keeps its document alive, and most texts are running text, or have no number.
                guard (4...longestLine).contains(page.visibleLength(of: index..<(index + 1))), let parent = page.parent(of: index),
                    !unread.contains(page.tag(of: parent))
                else { continue }
                let hasNumber = page.textHolds(index) { $0.mayHoldNumber }
                guard hasNumber || mayBeDated(index, in: parent, of: page, hints: hints), let node = page.node(index) else { continue }
                place = self.place(of: node, hasNumber: hasNumber, dates: dates)
            } else {
                guard mayBePrecise[index] && preciseElements.contains(tag) || tag == .time, let node = page.node(index) else { continue }
                place = precisePlace(at: node, hints: hints, dates: dates)
            }
            guard let place else { continue }
            // A line that is split into several texts is one place.
            if places.last?.node == place.node { continue }
            places.append(place)
            if tag != .text { index = max(index, place.node.end - 1) }
        }
        return places
    }

    private static let preciseElements: TagSet = [.time, .abbr, .span, .a, .small, .meta, .div, .p, .li, .td]
    private static let dateAttributes: [AttributeName] = [.datetime, .title, .content]

    /// For each node, whether it has an attribute that may hold a date.
    private static func elementsWithDateAttributes(of page: HTMLDocument) -> [Bool] {
        var has = [Bool](repeating: false, count: page.count)
        for name in dateAttributes {
            for index in page.elements(with: name, in: 0..<page.count) { has[Int(index)] = true }
        }
        return has
    }

    /// An element with a date in an attribute.
    private static func precisePlace(at node: Node, hints: HintTable, dates: DateReader) -> DatePlace? {
        let isTime = node.tag == .time
        for name in dateAttributes {
            guard let bytes = node.attributeBytes(name), bytes.count <= 80, bytes.count(where: { (0x30...0x39).contains($0) }) >= 5,
                node.tag != .meta || hints.has(.date, node)
            else { continue }
            // A link's title may tell of anything: its words must be about the date.
            guard let found = bytes.withUnsafeBufferPointer(dates.findPlace), isTime || bytes.count - found.bytes.count <= 20 else {
                continue
            }
            if node.visibleLength > longestLine { return nil }
            return DatePlace(node: node, isPrecise: true, hasClock: found.hasClock)
        }
        guard isTime, node.visibleLength <= longestLine, let found = self.date(on: node, dates) else { return nil }
        return DatePlace(node: node, isPrecise: true, hasClock: found.hasClock)
    }

    /// Whether a text without a number may say "yesterday": where the template says that it is a date.
    private static func mayBeDated(_ text: Int, in parent: Int, of page: HTMLDocument, hints: HintTable) -> Bool {
        page.visibleLength(of: text..<(text + 1)) <= 40 && hints.has([.date, .meta], parent)
    }

    private static func place(of text: Node, hasNumber: Bool, dates: DateReader) -> DatePlace? {
        guard let parent = text.parent else { return nil }
        var place: DatePlace?
        text.withLineBytes { line in
            guard line.count <= longestLine else { return }
            if hasNumber, let found = dates.findPlace(in: line) {
                place = wholePlace(of: line, found, in: parent, dates: dates)
            } else {
                place = incompletePlace(of: line, in: parent, dates: dates)
            }
        }
        return place
    }

    /// Where a date stands on the line of a node.
    private static func date(on node: Node, _ dates: DateReader) -> (bytes: Range<Int>, hasClock: Bool)? {
        var found: (bytes: Range<Int>, hasClock: Bool)?
        node.withLineBytes { found = dates.findPlace(in: $0) }
        return found
    }

    /// A date with its year on a line that has little else.
    private static func wholePlace(
        of line: UnsafeBufferPointer<UInt8>, _ found: (bytes: Range<Int>, hasClock: Bool), in parent: Node, dates: DateReader
    ) -> DatePlace? {
        // Characters, where the bytes do not decide.
        guard line.count - found.bytes.count <= mostBeside || characters(of: line, beside: found.bytes) <= mostBeside else { return nil }
        // "17.07, 2011 @ <a>13:04</a>", "<b>NAME</b> said, on August 3, 2019 at <a>3:12 pm</a>": the line goes on in its parent.
        if !found.hasClock {
            var around = parent
            for _ in 0..<2 {
                guard around.visibleLength <= longestLine else { break }
                if let whole = date(on: around, dates), whole.hasClock {
                    return DatePlace(node: around, isPrecise: false, hasClock: true)
                }
                guard let next = around.parent else { break }
                around = next
            }
        }
        return DatePlace(node: parent, isPrecise: false, hasClock: found.hasClock)
    }

    private static func characters(of line: UnsafeBufferPointer<UInt8>, beside bytes: Range<Int>) -> Int {
        let line = String(decoding: line, as: UTF8.self)
        return line.count - line[line.range(ofBytes: bytes)].count
    }

    /// "3 days ago", "9 January, 13:06": a date too, though the page alone does not tell which.
    private static func incompletePlace(of line: UnsafeBufferPointer<UInt8>, in parent: Node, dates: DateReader) -> DatePlace? {
        guard line.count <= 60 else { return nil }
        let (relative, partial) = dates.findIncompletePlaces(in: line)
        if let relative, line.count - relative.count <= 30 { return DatePlace(node: parent, isPrecise: false, hasClock: false) }
        if let partial, line.count - partial.bytes.count <= 30 {
            return DatePlace(node: parent, isPrecise: false, hasClock: partial.hasClock, isWhole: false)
        }
        return nil
    }

    private static let unread: TagSet = [.title, .option, .textarea, .button, .label, .select, .head]
}

extension RandomAccessCollection {
    /// The first place at which a condition holds that holds for all elements behind it too.
    func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if isBehind(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
