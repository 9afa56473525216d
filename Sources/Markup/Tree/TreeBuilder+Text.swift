extension TreeBuilder {
    /// Takes a text from the parser: where stand-ins came out, what they stand for.
    mutating func read(_ text: UnsafePointer<UInt8>?, _ count: Int32) {
        tick()
        guard failure == nil, let text, count > 0, !open.isEmpty else { return }
        let letters = UnsafeBufferPointer(start: text, count: Int(count))
        // Where it stands in the markup, unless it is what a reference means, or the parser's buffer is full: then it is a letter less far.
        let end = place
        let start = end - letters.count
        var position = start
        while textsSeen < standIns.texts.count, case let standIn = standIns.texts[textsSeen], standIn.place < end {
            let (first, last) = (Int(standIn.place), Int(standIn.place) + standIn.length)
            guard first >= position, last <= end, position > start || isMarkup(start..<end, letters) else { return fallOutOfStep() }
            if position < first { add(made: UnsafeBufferPointer(rebasing: letters[(position - start)..<(first - start)])) }
            add(text: standIn.part)
            textsSeen += 1
            position = last
        }
        if position < end { add(made: UnsafeBufferPointer(rebasing: letters[(position - start)...])) }
    }

    /// Takes what the parser took for a script or a style, which were cut: it has no references, and no text that stands for another.
    mutating func readRaw(_ text: UnsafePointer<UInt8>?, _ count: Int32) {
        if standIns.isPossible { fallOutOfStep() } else { read(text, count) }
    }

    /// Takes what the parser took for the type of the document. All of these were cut; this one began where nobody saw it.
    mutating func readType() {
        if standIns.isPossible { fallOutOfStep() }
    }

    private func isMarkup(_ place: Range<Int>, _ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        place.lowerBound >= 0 && markup[place].elementsEqual(letters)
    }

    private mutating func add(made letters: UnsafeBufferPointer<UInt8>) {
        add(text: bytes.append(restored: letters))
    }

    /// Adds a text, or one more piece of it.
    private mutating func add(text place: Range<Int>) {
        guard let parent = open.last?.index else { return }
        let last = records.count - 1
        if records[last].tag == .text, records[last].parent == parent { return extend(last, by: place) }
        guard records.count < limits.nodes else { return stop(.tooManyNodes(limit: limits.nodes)) }
        records.append(
            .init(
                tag: .text, traits: [], name: 0, parent: parent, end: Int32(last + 2), start: Int32(place.lowerBound),
                count: Int32(place.count), previous: -1, ordinal: 0, classValue: -1))
    }

    /// Adds a piece to a text. Pieces that do not stand one behind the other are brought together.
    private mutating func extend(_ last: Int, by piece: Range<Int>) {
        let start = Int(records[last].start)
        let end = start + Int(records[last].count)
        if end != piece.lowerBound {
            if end != bytes.end {
                records[last].start = Int32(bytes.end)
                bytes.append(copyOf: start..<end)
            }
            bytes.append(copyOf: piece)
        }
        records[last].count += Int32(piece.count)
    }
}
