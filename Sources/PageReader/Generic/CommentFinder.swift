internal import Markup
internal import ThreadModel

/// Finds the comments of an unknown page: elements of one shape, each with a person, a date and words of its own.
struct CommentFinder {
    let survey: PageSurvey
    /// Whether each comment must be called one, and have author, date and words.
    let isStrict: Bool
    private let headings: CommentHeadings

    init(survey: PageSurvey, isStrict: Bool) {
        self.survey = survey
        self.isStrict = isStrict
        headings = CommentHeadings(survey)
    }

    /// Some elements that may be the comments, and how sure that is.
    private struct Candidate {
        var anchors: [Node]
        var isRun: Bool
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
        var budget = 40 * survey.page.count + 20_000
        for shape in shapes {
            guard let candidate = candidate(shape, budget: &budget) else { continue }
            if !candidate.isRun, candidate.anchors.count > 1 { frames.append(candidate) }
            if candidate.score > best?.score ?? 0 { best = candidate }
        }
        guard var best else { return [] }
        // Heads of comments of several shapes: each comment has an element of its own, which some share with their replies.
        if best.isRun, let frame = frames.first(where: { $0.isFrame(of: best.anchors) }) { best = frame }
        let anchors = best.isRun ? best.anchors : withOthers(withParents(best.anchors, from: shapes), from: shapes)
        return drafts(anchors, isRun: best.isRun, mayGuess: best.isCalledSo)
    }

    // MARK: - Candidates

    private func candidate(_ shape: CommentShape, budget: inout Int) -> Candidate? {
        guard let first = shape.nodes.first, let last = shape.nodes.last else { return nil }
        // Cheap first: comments have dates; only where a template calls them comments may they have none.
        let dated = survey.datePlaces(between: first.index, last.end).count
        guard dated > 0 || shape.isNamed else { return nil }
        guard shape.isNamed || dated * 2 >= shape.nodes.count else { return nil }
        let inRegion = isInRegion(first)
        guard shape.isNamed || !isStrict || inRegion && shape.nodes.count > 1 else { return nil }
        let isHeaded = shape.isNamed || inRegion || headings.isAbove(first)
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
        let read = items.map { complete($0, mayGuess: isHeaded) }
        if read.count(where: { isComment($0, isNamed: shape.isNamed) }) * 10 >= read.count * 6 {
            guard !items.contains(where: { $0.nodes.contains { $0.tag == .textarea } }) || shape.nodes.count > 1 else { return nil }
            guard isHeaded || isEvident(items) else { return nil }
            guard !isTeaser(items, read), isHeaded || !leadElsewhere(items, read) else { return nil }
            return Candidate(
                anchors: shape.nodes, isRun: false, score: weight * (2 * single + some) + (shape.isNamed ? shape.nodes.count : 0),
                isCalledSo: isHeaded)
        }
        // Author and date in one element, the words in the next.
        guard isHeaded, nested.allSatisfy(\.isEmpty), read.allSatisfy({ $0.body.map { PersonName.isOnlyAround($0.line) } ?? true }) else {
            return nil
        }
        let stops = Set(shape.nodes)
        let runs = sample.map { complete(run(from: shape.nodes[$0], until: stops)) }
        guard runs.count(where: { isComment($0, isNamed: false) }) * 10 >= runs.count * 8 else { return nil }
        return Candidate(anchors: shape.nodes, isRun: true, score: weight * (2 * single + some) * 3 / 4)
    }

    /// Whether some elements have what prompts, ratings and boxes about an author lack: dates, or else numbers or authors.
    private func isSigned(_ shape: CommentShape, dates: [Int]) -> Bool {
        guard dates.contains(where: { $0 > 0 }) else { return shape.nodes.contains(where: hasSigns) }
        guard let lone = shape.nodes.first, shape.nodes.count == 1 else { return true }
        guard shape.isNamed || !survey.hints.has([.author, .meta], lone) else { return false }
        return survey.datePlaces(in: lone).contains { $0.isWhole || survey.hints.has(.date, $0.node) }
    }

    /// Whether an element without a date has a number, or a part that its template calls the author: else it is more likely a prompt to comment.
    private func hasSigns(_ node: Node) -> Bool {
        node.attributeBytes(.id)?.contains { (0x30...0x39).contains($0) } == true || node.first { survey.hints.has(.author, $0) } != nil
    }

    private static let lists: TagSet = [.ul, .ol, .dl, .table]

    /// A few items tell what the others are: the first, the last, and some between.
    private static func sample(of count: Int) -> [Int] {
        count <= 6 ? Array(0..<count) : [0, 1, 2, count / 2, count - 2, count - 1]
    }

    private func ownDates(_ node: Node, _ nested: [Node]) -> Int {
        nested.reduce(survey.datePlaces(in: node).count) { $0 - survey.datePlaces(in: $1).count }
    }

    private func complete(_ item: CommentItem, mayGuess: Bool = true) -> CommentDraft {
        var draft = CommentDraft(kind: item.kind ?? .comment, anchor: item.roots[0])
        CommentParts(survey: survey, item: item, mayGuess: mayGuess).complete(&draft, excluding: [])
        return draft
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

    /// Posts in a list have authors and dates too, but a heading that leads to a page of its own.
    private func isTeaser(_ items: [CommentItem], _ drafts: [CommentDraft]) -> Bool {
        let headed = items.prefix(6).count { item in
            item.roots[0].first {
                $0.tag.isHeading && $0.first { $0.tag == .a && !$0.attribute(.href, contains: "#") } != nil
                    && !survey.hints.has(.author, $0)
            } != nil
        }
        let heads = items.contains { $0.roots[0].first { $0.tag == .h1 } != nil }
        return heads || headed * 2 > min(6, items.count) && !drafts.contains { $0.authorNode?.closestHeading != nil }
    }

    /// Whether most items begin with a link to another page, or say little else: to the post of which they tell.
    private func leadElsewhere(_ items: [CommentItem], _ drafts: [CommentDraft]) -> Bool {
        zip(items, drafts).count { leadsElsewhere($0, $1) } * 2 > items.count
    }

    private func leadsElsewhere(_ item: CommentItem, _ draft: CommentDraft) -> Bool {
        let labels = [draft.authorNode, draft.byline, draft.dateNode].compactMap { $0 }
        let first = item.nodes.first { $0.isText && $0.hasWords }
        let words = draft.body?.visibleLength ?? 0
        return item.nodes.prefix(200).contains { link in
            guard link.tag == .a, link.visibleLength >= 8, let reference = link.attribute(.href), !reference.isEmpty,
                !Self.own.contains(where: reference.contains), !labels.contains(where: { $0.contains(link) || link.contains($0) })
            else { return false }
            let isFirst = first.map(link.contains) ?? false
            return isFirst || Self.further.contains(DateNames.fold(link.line.trimming { !$0.isLetter }))
                || words > 0 && link.visibleLength * 5 >= words * 4
        }
    }

    private static let further: Set<String> = [
        "read more", "continue reading", "weiterlesen", "lire la suite", "leer mas", "seguir leyendo", "leggi tutto", "continua a leggere",
        "ler mais", "continue lendo", "lees meer", "lees verder", "czytaj dalej", "las mer", "читать далее", "続きを読む",
    ]

    /// Links to a comment, to its form, or to whoever wrote it.
    private static let own = ["#", "@", "comment", "reply", "user", "profile", "member", "author"]

    // MARK: - Surroundings

    private func isInRegion(_ node: Node) -> Bool {
        node.ancestors.prefix(6).contains { ancestor in
            survey.hints.has(.comment, ancestor) && !survey.hints.has(.body, ancestor) && ancestor.name != "body" && ancestor.name != "html"
        }
    }

    // MARK: - All of them

    /// The comments with those of another shape around them: where nearly every comment has a reply, the replies look more like comments.
    private func withParents(_ anchors: [Node], from shapes: [CommentShape]) -> [Node] {
        guard anchors.count <= Self.mostCompared else { return anchors }
        let replies = NodeRanges(anchors)
        var tries = 8
        for shape in shapes.reversed() where (2...Self.mostCompared).contains(shape.nodes.count) && tries > 0 {
            let around = NodeRanges(shape.nodes)
            guard anchors.allSatisfy(around.contains), !shape.nodes.contains(where: replies.contains),
                around.ranges.count == shape.nodes.count
            else { continue }
            tries -= 1
            if shape.nodes.allSatisfy({ isComment($0, besides: anchors, isNamed: shape.isNamed) }) {
                return (anchors + shape.nodes).sorted { $0.index < $1.index }
            }
        }
        return anchors
    }

    private func isComment(_ node: Node, besides replies: [Node], isNamed: Bool) -> Bool {
        let replies = replies.filter(node.contains)
        guard (1...2).contains(ownDates(node, replies)) else { return false }
        return isComment(complete(CommentItem([node], nested: replies + forms(in: [node]))), isNamed: isNamed)
    }

    /// The comments with those of another shape among or inside them: replies, comments of the post's author.
    private func withOthers(_ anchors: [Node], from shapes: [CommentShape]) -> [Node] {
        guard let first = anchors.first, let last = anchors.last, let start = first.parent else { return anchors }
        let parents = Set(anchors.compactMap(\.parent))
        let known = Set(anchors)
        let ranges = NodeRanges(anchors)
        var others: Set<Node> = []
        for shape in shapes {
            for node in shape.nodes where node.index > start.index && node.index < last.end + 200 && !known.contains(node) {
                let isInside = ranges.contains(node)
                let isNeighbour =
                    node.tag == first.tag && (shape.isNamed || node.tag == .li) && node.index < last.end && !isInside
                    && node.parent.map(parents.contains) == true
                let isReply = shape.isNamed && isInside && !holdsAny(of: anchors, node)
                guard isNeighbour || isReply, survey.datePlaces(in: node).count == 1, !others.contains(node) else { continue }
                guard isComment(complete(CommentItem([node], nested: forms(in: [node]))), isNamed: false) else { continue }
                // A part of a comment has its date; a reply has one besides the comment's own.
                if let around = node.ancestors.first(where: known.contains) {
                    guard hasDate(around, besides: node, nested: anchors) else { continue }
                }
                others.insert(node)
            }
        }
        // Of one reply the innermost element that is one counts.
        let inner = others.filter { other in
            others.count > Self.mostCompared || !others.contains { $0 != other && other.contains($0) }
        }
        return (anchors + inner).sorted { $0.index < $1.index }
    }

    /// Comparing all with all is for pages that people wrote.
    private static let mostCompared = 400

    private func holdsAny(of anchors: [Node], _ node: Node) -> Bool {
        let place = anchors.partitioningIndex { $0.index > node.index }
        return place < anchors.count && anchors[place].index < node.end
    }

    /// Whether a comment has a date of its own outside a part of it and outside the comments in it.
    private func hasDate(_ anchor: Node, besides part: Node, nested anchors: [Node]) -> Bool {
        let inside = NodeRanges(anchors[anchors.partitioningIndex { $0.index > anchor.index }...].prefix { $0.index < anchor.end })
        return survey.datePlaces(in: anchor).prefix(Self.mostCompared).contains { !part.contains($0.node) && !inside.contains($0.node) }
    }

    private func drafts(_ anchors: [Node], isRun: Bool, mayGuess: Bool) -> [CommentDraft] {
        let stops = Set(anchors)
        let items =
            isRun
            ? anchors.map { run(from: $0, until: stops) }
            : zip(anchors, NodeRanges.directlyInside(anchors)).map { CommentItem([$0], nested: $1 + forms(in: [$0])) }
        let drafts = items.compactMap { item -> CommentDraft? in
            var draft = complete(item, mayGuess: mayGuess)
            guard draft.body?.text.isEmpty == false || draft.kind != .comment,
                draft.authorNode != nil || draft.byline != nil || draft.dateNode != nil
            else {
                return nil
            }
            draft.id = id(of: item)
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
            if let words = draft.body?.line, words.hasPrefix("{{") || words.hasPrefix("<%") { return false }
            return !areDated || isDated(draft) || hasSigns(draft.anchor)
        }
    }

    private func run(from start: Node, until stops: Set<Node>) -> CommentItem {
        let nodes = survey.run(from: start, until: stops)
        return CommentItem(nodes, nested: forms(in: nodes))
    }

    /// What is written in a form is no comment yet.
    private func forms(in nodes: [Node]) -> [Node] {
        nodes.flatMap { root in
            survey.page.elements(.form, in: root.range).compactMap { survey.page.node(Int($0)) }.filter { !$0.isPageForm }
        }
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
