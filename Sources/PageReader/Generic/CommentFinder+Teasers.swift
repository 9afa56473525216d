internal import Markup

/// What looks like comments and tells of posts.
extension CommentFinder {
    /// Posts in a list have authors and dates too, but a heading that leads to a page of its own.
    func isTeaser(_ items: [CommentItem], _ drafts: [CommentDraft]) -> Bool {
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
    func leadElsewhere(_ items: [CommentItem], _ drafts: [CommentDraft]) -> Bool {
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

    /// Whether what looks like a name leads to another page of the site: it is the heading of a post.
    func isOfPage(_ draft: CommentDraft) -> Bool {
        guard let node = draft.authorNode ?? draft.byline,
            let link = [node, node.parent].first(where: { $0?.tag == .a }) ?? node.first(.a),
            let reference = link.attribute(.href)
        else {
            return false
        }
        return !reference.isEmpty && !Address.isWeb(reference) && !reference.hasPrefix("mailto:")
            && !Self.own.contains(where: reference.contains)
    }
}
