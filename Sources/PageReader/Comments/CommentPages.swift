internal import Markup

/// What a page says of comments that are not on it: links to further pages of them, and how many there are in all.
struct CommentPages {
    let survey: PageSurvey

    /// What such links say, without letters that have two forms beyond ASCII.
    private static let words = [UInt8].words(
        "older comments", "newer comments", "previous comments", "next comments", "ltere kommentare", "neuere kommentare",
        "vorherige kommentare", "weitere kommentare", "commentaires pr", "commentaires suivants", "commentaires plus anciens",
        "commentaires plus r", "comentarios anteriores", "comentarios m", "rios anteriores", "commenti precedenti", "commenti successivi",
        "oudere reacties", "nieuwere reacties", "load more comments", "前のコメント", "次のコメント")
    /// A part of each of these.
    private static let stems = [UInt8].words("omment", "oment", "reacties", "rios anteriores", "コメント")
    /// How links begin that lead back.
    private static let wordsBack = [
        "older", "previous", "prev", "ältere", "vorherige", "précédent", "anterior", "precedent", "oudere", "前の", "«", "‹", "←", "<",
    ]
    private static let longestLabel = 60

    /// The first two bytes of each stem.
    private static let starts = stems.map { UInt16($0[0]) << 8 | UInt16($0[1]) }
    private static let isStart = (0..<256).map { byte in starts.contains { $0 >> 8 == byte } }

    /// Cheap first: whether a text has the beginning of a stem.
    private static func mayHoldStem(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        isStart.withUnsafeBufferPointer { isStart in
            var last: UInt8 = 0
            for byte in text {
                let letter = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
                if isStart[Int(last)], starts.contains(UInt16(last) << 8 | UInt16(letter)) { return true }
                last = letter
            }
            return false
        }
    }

    private static let mostPages = 200

    /// The references of links that lead to further pages of the comments, in page order, and those among them that lead back.
    func references(besides found: [String]) -> (all: [String], earlier: [String]) {
        var references = found
        var earlier: [String] = []
        let known = Set(found)
        let page = survey.page
        for index in page.elements(.a, in: 0..<page.count) {
            guard references.count < Self.mostPages else { break }
            // Cheap first: most links bear no mark.
            let mayBeOne = page.attribute(.href, of: Int(index)) { reference in
                reference.first != UInt8(ascii: "#")
                    && (!known.isEmpty || CommentPageAddress.mayBearMark(reference) || mayBeCalledSo(Int(index)))
            }
            guard mayBeOne, let link = page.node(Int(index)), let reference = link.attribute(.href) else { continue }
            let isKnown = known.contains(reference)
            guard isKnown || isMarked(reference) || isCalledSo(link) else { continue }
            if !isKnown { references.append(reference) }
            if leadsBack(link) { earlier.append(reference) }
        }
        return (references, earlier)
    }

    private func isMarked(_ reference: String) -> Bool {
        CommentPageAddress(reference) != nil && !reference.contains("replytocom")
    }

    private func leadsBack(_ link: Node) -> Bool {
        if let relation = link.attribute("rel")?.lowercased() { return relation.hasPrefix("prev") }
        guard link.visibleLength <= Self.longestLabel else { return false }
        let line = link.line.lowercased()
        return Self.wordsBack.contains { line.hasPrefix($0) }
    }

    /// Cheap first: whether a link has the length of such a label, and the beginning of one of its words.
    private func mayBeCalledSo(_ link: Int) -> Bool {
        let page = survey.page
        let nodes = page.range(of: link)
        return (12...Self.longestLabel).contains(page.visibleLength(of: nodes))
            && nodes.contains { page.textHolds($0, where: Self.mayHoldStem) }
    }

    private func isCalledSo(_ link: Node) -> Bool {
        guard mayBeCalledSo(link.index) else { return false }
        let line = link.foldedLineBytes[...]
        return line.holds(anyOf: Self.stems) && line.holds(anyOf: Self.words)
    }

    /// How many comments the heading above them speaks of.
    func announcedCount(above first: Node) -> Int? {
        for index in stride(from: first.index - 1, to: max(0, first.index - 60), by: -1) {
            guard survey.page.tag(of: index).isHeading, let node = survey.page.node(index), node.visibleLength <= 120 else { continue }
            let line = node.line
            guard Hints(in: line.lowercased()).contains(.comment) else { continue }
            let digits = line.prefix { !$0.isLetter || $0.isNumber }.filter(\.isNumber)
            return digits.isEmpty || digits.count > 6 ? nil : Int(digits)
        }
        return nil
    }
}
