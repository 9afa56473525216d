internal import Markup
internal import ThreadModel

/// Finds the comments of an unknown page: elements of one shape, each with a person, a date and words of its own.
struct CommentFinder {
    let survey: PageSurvey
    /// Whether each comment must be called one, and have author, date and words.
    let isStrict: Bool
    /// What stands before the numbers that a platform gives its comments.
    let idPrefixes: [String]
    private let headings: CommentHeadings

    init(survey: PageSurvey, isStrict: Bool, idPrefixes: [String]) {
        self.survey = survey
        self.isStrict = isStrict
        self.idPrefixes = idPrefixes
        headings = CommentHeadings(survey)
    }

    /// Some elements that may be the comments, and how sure that is.
    private struct Candidate {
        var anchors: [Node]
        /// Where comments are no elements of their own, the neighbours that each consists of.
        var runs: [CommentItem]?
        var score: Int
        /// Whether a heading, a region or their own name calls them comments.
        var isCalledSo = true

        func isFrame(of heads: [Node]) -> Bool {
            let ranges = NodeRanges(anchors)
            return isCalledSo && anchors.count * 3 >= heads.count && heads.allSatisfy(ranges.contains)
        }
    }

    /// The comments in page order; none where no repeated structure is evidently one of comments.
    func find() -> [CommentDraft] {
        let shapes = CommentShapes(survey).shapes
        var best: Candidate?
        var frames: [Candidate] = []
        // Shapes of a page may stand inside one another without end; those of real pages are looked at a few times over.
        var budget = survey.mostRead
        for shape in shapes {
            guard let candidate = candidate(shape, budget: &budget) else { continue }
            if candidate.runs == nil, candidate.anchors.count > 1 { frames.append(candidate) }
            if candidate.score > best?.score ?? 0 { best = candidate }
        }
        // What one element holds may be several comments that are none.
        if !isStrict, best?.anchors.count ?? 0 <= 1 {
            for row in CommentRuns(survey: survey, headings: headings, isInRegion: isInRegion).rows() {
                guard let candidate = candidate(row, budget: &budget), candidate.score > best?.score ?? 0 else { continue }
                best = candidate
            }
        }
        guard var best else { return [] }
        // Heads of comments of several shapes: each comment has an element of its own, which some share with their replies.
        if best.runs != nil, let frame = frames.first(where: { $0.isFrame(of: best.anchors) }) { best = frame }
        let items = best.runs ?? items(withOthers(withParents(best.anchors, from: shapes), from: shapes))
        return drafts(items, mayGuess: best.isCalledSo)
    }

    // MARK: - Candidates

    private func candidate(_ shape: CommentShape, budget: inout Int) -> Candidate? {
        guard let first = shape.nodes.first, let last = shape.nodes.last else { return nil }
        // Cheap first: comments have dates; only where a template calls them comments may they have none.
        let dated = survey.datePlaces(between: first.index, last.end).count
        guard dated > 0 || shape.isNamed else { return nil }
        guard shape.isNamed || dated * 2 >= shape.nodes.count else { return nil }
        guard shape.isNamed || !isStrict || shape.nodes.count > 1 && isInRegion(first) else { return nil }
        let isHeaded = shape.isNamed || isHeaded(first)
        guard shape.isNamed || isHeaded || shape.nodes.count > 1 else { return nil }
        let nested = NodeRanges.directlyInside(shape.nodes)
        let dates = zip(shape.nodes, nested).map(ownDates)
        // One list is the frame of the comments, and one comment that is not shown the model of those to come.
        guard shape.nodes.count > 1 || !(Self.lists.contains(first.tag) && dates[0] != 1) && !first.isHiddenByAttribute else { return nil }
        guard isSigned(shape, dates: dates), !shape.nodes.allSatisfy(\.isHiddenByAttribute) else { return nil }
        let single = dates.count { $0 == 1 }
        let some = dates.count { $0 > 0 }
        guard shape.isNamed || some * 10 >= shape.nodes.count * 7 else { return nil }
        // One element with several dates is the frame of the comments, not one of them.
        guard shape.nodes.count > 1 || dates[0] <= 2 || survey.datePlaces(in: first).count(where: { !$0.node.isBlank }) <= 2 else {
            return nil
        }
        let weight = shape.isNamed ? 8 : isHeaded ? 6 : 4
        let sample = Self.sample(of: shape.nodes.count)
        let size = sample.reduce(0) { $0 + shape.nodes[$1].end - shape.nodes[$1].index }
        guard size <= budget else { return nil }
        budget -= size
        let items = sample.map { CommentItem([shape.nodes[$0]], nested: nested[$0] + forms(in: [shape.nodes[$0]])) }
        let read = completed(items, mayGuess: isHeaded)
        if read.count(where: { isComment($0, isNamed: shape.isNamed) }) * 10 >= read.count * 6 {
            guard !items.contains(where: { $0.nodes.contains { $0.tag == .textarea } }) || shape.nodes.count > 1 else { return nil }
            guard isHeaded || isEvident(items) else { return nil }
            guard !isTeaser(items, read), isHeaded || !leadElsewhere(items, read) else { return nil }
            return Candidate(
                anchors: shape.nodes, score: weight * (2 * single + some) + (shape.isNamed ? shape.nodes.count : 0),
                isCalledSo: isHeaded)
        }
        // Author and date in one element, the words in the next.
        guard isHeaded, nested.allSatisfy(\.isEmpty), read.allSatisfy({ $0.body.map { PersonName.isOnlyAround($0.line) } ?? true }) else {
            return nil
        }
        let stops = Set(shape.nodes)
        let runs = shape.nodes.map { run(survey.run(from: $0, until: stops)) }
        guard areComments(completed(sample.map { runs[$0] })) else { return nil }
        return Candidate(anchors: shape.nodes, runs: runs, score: weight * (2 * single + some) * 3 / 4)
    }

    /// Runs of neighbours under a heading that calls them comments.
    private func candidate(_ row: [[Node]], budget: inout Int) -> Candidate? {
        let items = Self.sample(of: row.count).map { run(row[$0]) }
        let size = items.reduce(0) { $0 + $1.nodes.count }
        guard size <= budget else { return nil }
        budget -= size
        let read = completed(items)
        guard areComments(read), !isTeaser(items, read), !leadElsewhere(items, read), read.count(where: isOfPage) * 2 <= read.count else {
            return nil
        }
        return Candidate(anchors: row.compactMap(\.first), runs: row.map(run), score: 6 * 3 * row.count * 3 / 4)
    }

    /// Whether nearly all of some runs are comments.
    private func areComments(_ runs: [CommentDraft]) -> Bool {
        runs.count(where: { isComment($0, isNamed: false) }) * 10 >= runs.count * 8
    }

    /// Whether some elements have what prompts, ratings and boxes about an author lack: dates, or else numbers or authors.
    private func isSigned(_ shape: CommentShape, dates: [Int]) -> Bool {
        guard let lone = shape.nodes.first, shape.nodes.count == 1 else {
            // What is printed twice is no conversation.
            return dates.contains { $0 > 0 } || shape.nodes.contains(where: hasSigns) || shape.nodes[0].line != shape.nodes[1].line
        }
        if shape.isNamed, hasSigns(lone) { return true }
        guard dates[0] > 0 else { return false }
        // One comment alone is not most of what the page says.
        guard shape.isNamed || lone.visibleLength * 2 < survey.page.visibleLength(of: 0..<survey.page.count) else { return false }
        guard shape.isNamed || !survey.hints.has([.author, .meta], lone) else { return false }
        return survey.datePlaces(in: lone).contains { $0.isWhole || survey.hints.has(.date, $0.node) }
    }

    /// Whether an element without a date has a number, or a part that its template calls the author: else it is more likely a prompt to comment.
    private func hasSigns(_ node: Node) -> Bool {
        if node.attributeBytes(.id)?.contains(where: { (0x30...0x39).contains($0) }) == true { return true }
        let forms = NodeRanges(forms(in: [node]))
        if node.first(.cite) != nil { return true }
        return node.first { survey.hints.has(.author, $0) && $0.visibleLength > 0 && !forms.contains($0) } != nil
    }

    private static let lists: TagSet = [.ul, .ol, .dl, .table]

    /// A few items tell what the others are: the first, the last, and some between.
    private static func sample(of count: Int) -> [Int] {
        count <= 6 ? Array(0..<count) : [0, 1, 2, count / 2, count - 2, count - 1]
    }

    func ownDates(_ node: Node, _ nested: [Node]) -> Int {
        nested.reduce(survey.datePlaces(in: node).count) { $0 - survey.datePlaces(in: $1).count }
    }

    func completed(_ items: [CommentItem], mayGuess: Bool = true) -> [CommentDraft] {
        let drafts = items.map { CommentDraft(kind: $0.kind ?? .comment, anchor: $0.roots[0]) }
        CommentParts.complete(drafts, items.map { CommentParts(survey: survey, item: $0, mayGuess: mayGuess) })
        return drafts
    }

    func isComment(_ item: CommentItem, isNamed: Bool) -> Bool {
        completed([item]).allSatisfy { isComment($0, isNamed: isNamed) }
    }

    private func isComment(_ draft: CommentDraft, isNamed: Bool) -> Bool {
        let hasAuthor = draft.authorNode != nil || draft.byline != nil
        let hasDate = draft.dateNode != nil || draft.byline.map { !survey.datePlaces(in: $0).isEmpty } == true
        guard hasAuthor && hasDate || isNamed && (hasAuthor || hasDate) && !isStrict else { return false }
        return draft.body.map { !PersonName.isOnlyAround($0.line) } == true
    }

    /// Several blocks that all have a date with a time of day, and lead to no other page with a heading: a conversation without the word.
    private func isEvident(_ items: [CommentItem]) -> Bool {
        items.count >= 2 && !headings.isOfOtherSection(items[0].roots[0])
            && items.allSatisfy { item in
                survey.datePlaces(in: item.roots[0]).contains(where: \.hasClock)
                    && item.roots[0].first { $0.tag.isHeading } == nil
            }
    }

    // MARK: - Surroundings

    private func isHeaded(_ node: Node) -> Bool { isInRegion(node) || headings.isAbove(node) }

    private func isInRegion(_ node: Node) -> Bool {
        node.ancestors.prefix(6).contains { ancestor in
            survey.hints.has(.comment, ancestor) && !survey.hints.has(.body, ancestor) && ancestor.name != "body" && ancestor.name != "html"
        }
    }

    // MARK: - All of them

    private func items(_ anchors: [Node]) -> [CommentItem] {
        zip(anchors, NodeRanges.directlyInside(anchors)).map { CommentItem([$0], nested: $1 + forms(in: [$0])) }
    }

    private func drafts(_ items: [CommentItem], mayGuess: Bool) -> [CommentDraft] {
        let drafts = zip(items, completed(items, mayGuess: mayGuess)).compactMap { item, draft -> CommentDraft? in
            guard draft.body?.text.isEmpty == false || draft.kind != .comment,
                draft.authorNode != nil || draft.byline != nil || draft.dateNode != nil
            else {
                return nil
            }
            draft.id = id(of: item).map(withoutPrefix)
            draft.depth = ReplyDepth.read(item)
            return draft
        }
        return ReplyDepth.settled(withoutPrompts(drafts))
    }

    /// The comments without those that are none: prompts among comments that have dates, and models that a program fills in.
    private func withoutPrompts(_ drafts: [CommentDraft]) -> [CommentDraft] {
        func isDated(_ draft: CommentDraft) -> Bool { draft.dateNode != nil || !survey.datePlaces(in: draft.anchor).isEmpty }
        let areDated = drafts.count(where: isDated) * 2 > drafts.count
        return drafts.filter { draft in
            if isDated(draft) { return true }
            if let words = draft.body?.line, Self.placeholders.contains(where: words.contains) { return false }
            return !areDated || hasSigns(draft.anchor) || draft.authorNode.map { $0.tag != .a && !$0.tag.isHeading } ?? false
        }
    }

    private static let placeholders = ["{{", "<%", "${"]

    private func run(_ nodes: [Node]) -> CommentItem { CommentItem(nodes, nested: forms(in: nodes)) }

    /// What is written in a form is no comment yet.
    func forms(in nodes: [Node]) -> [Node] {
        nodes.flatMap { root in
            survey.page.elements(.form, in: root.range).compactMap { survey.page.node(Int($0)) }.filter { !$0.isPageForm }
        }
    }

    /// `comment-12` is 12 for whoever knows the platform.
    private func withoutPrefix(_ id: String) -> String {
        let prefix = idPrefixes.first { id.hasPrefix($0) && id.dropFirst($0.count).first?.isNumber == true }
        return prefix.map { String(id.dropFirst($0.count)) } ?? id
    }

    private func id(of item: CommentItem) -> String? {
        let own = item.roots[0].attribute("id") ?? item.roots[0].attribute("data-comment-id") ?? item.roots[0].attribute("data-id")
        if let own, own.contains(where: \.isNumber) { return own }
        return item.nodes.prefix(40).lazy.compactMap {
            $0.tag == .a || $0.tag == .article || $0.tag == .div ? $0.attribute("id") ?? $0.attribute("name") : nil
        }
        .first { $0.contains(where: \.isNumber) && Hints(in: $0).contains(.comment) }
    }
}

extension PageSurvey {
    /// The date places from one node's number up to another's.
    func datePlaces(between start: Int, _ end: Int) -> ArraySlice<DatePlace> {
        let low = datePlaces.partitioningIndex { $0.node.index >= start }
        let high = datePlaces.partitioningIndex { $0.node.index >= end }
        return datePlaces[low..<max(low, high)]
    }
}

extension Node {
    /// This element or one of the two around it, if it is a heading.
    var closestHeading: Node? {
        tag.isHeading ? self : ancestors.prefix(2).first { $0.tag.isHeading }
    }

    /// The first node below this one that is as asked for.
    func first(where isWanted: (Node) -> Bool) -> Node? {
        for index in (index + 1)..<max(index + 1, end) {
            if let node = document.node(index), isWanted(node) { return node }
        }
        return nil
    }
}
