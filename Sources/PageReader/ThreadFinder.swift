internal import Markup

/// Finds the posts of a page and the comments of each: by the description of its platform where it is known, else, and for whatever a
/// description does not find, by what posts and comments are everywhere.
struct ThreadFinder {
    let survey: PageSurvey
    let facts: PageFacts
    /// The platforms that are evident on the page.
    let platforms: [PlatformReader]

    /// Fewer bytes of text without a title are buttons.
    private static let leastPost = 120

    /// What the page holds: one draft for each post; empty if there is neither a post's text nor a comment.
    func drafts() -> [PageDraft] {
        let (comments, commentReader) = comments()
        // Of a comment that is no element of its own, the anchor is but the first part.
        let ranges = NodeRanges(comments.flatMap { [$0.anchor] + ($0.body?.nodes ?? []) })
        let map = PostMap(survey.page, comments: ranges)
        let finder = PostFinder(map: map, facts: facts, dates: survey.dates)
        let posts = posts(in: map)
        let drafts = posts.isEmpty ? [] : list(of: posts, in: map, comments, commentReader)
        if drafts.count > 1 { return drafts }
        var draft = draft(comments, commentReader)
        let given = survey.page.root.flatMap { root in
            platforms.lazy.compactMap { $0.givenPost(in: PostPlace(root), besides: ranges) }.first
        }
        let post = finder.find(given: given?.post ?? .init())
        // The frame of a comment system has comments, buttons and no post.
        let isFrame =
            !comments.isEmpty && post?.title == nil && given?.post.body == nil && (post?.body?.visibleLength ?? 0) < Self.leastPost
        if !isFrame { fill(&draft, with: post) }
        if comments.isEmpty, let given, given.post.body != nil { draft.reader = given.platform }
        if comments.isEmpty { draft.structuredComments = facts.structured.comments }
        guard draft.postBody != nil || !comments.isEmpty || !draft.structuredComments.isEmpty else { return [] }
        let pages = CommentPages(survey: survey)
        (draft.furtherPages, draft.earlierPages) = pages.references(besides: platforms.flatMap { $0.furtherPages() })
        draft.announcedComments = comments.first.flatMap { pages.announcedCount(above: $0.anchor) }
        return [draft]
    }

    private func draft(_ comments: [CommentDraft], _ reader: String) -> PageDraft {
        var draft = PageDraft(reader: reader, platform: platforms.first?.platform.name)
        draft.comments = comments
        draft.isQuestion = platforms.contains { $0.platform.isQuestion }
        return draft
    }

    private func fill(_ draft: inout PageDraft, with post: PostFinder.Found?) {
        guard let post else { return }
        draft.titleNode = post.title
        draft.postBody = post.body
        draft.postAuthorNode = post.author
        draft.postDateNode = post.date
        draft.postBylineNode = post.byline
    }

    // MARK: - Comments

    private func comments() -> (comments: [CommentDraft], reader: String) {
        for reader in platforms {
            let comments = reader.comments()
            if !comments.isEmpty { return (comments, reader.platform.name) }
        }
        let isKnown = platforms.contains { !$0.platform.comments.isEmpty }
        let prefixes = platforms.flatMap { $0.platform.comments.flatMap(\.rules.idPrefixes) }
        return (GenericReader(survey: survey).comments(isKnown: isKnown, idPrefixes: prefixes), GenericReader.name)
    }

    // MARK: - Several posts

    private func posts(in map: PostMap) -> [PostPlace] {
        let items = platforms.lazy.map { $0.items(besides: map.comments) }.first { $0.count > 1 }
        return items ?? PostList(map: map, facts: facts).posts.map { PostPlace($0) }
    }

    /// One draft a post, with the comments inside its element or between it and the next post.
    private func list(of posts: [PostPlace], in map: PostMap, _ comments: [CommentDraft], _ reader: String) -> [PageDraft] {
        // Comments before the first of them are those of another post, which is the page's: these are what it names beside.
        if let first = posts.first, comments.contains(where: { $0.anchor.index < first.range.lowerBound }) { return [] }
        let finder = PostFinder(map: map, facts: facts.withoutPost(), dates: survey.dates)
        let days = DayHeadings(above: posts.map(\.range), map: map, survey: survey).days
        var rest = comments[...]
        return posts.enumerated().compactMap { number, place in
            let stop = number + 1 < posts.count ? posts[number + 1].range.lowerBound : survey.page.count
            let own = rest.prefix { $0.anchor.index < stop }
            rest = rest[own.endIndex...]
            let given = platforms.lazy.compactMap { $0.givenPost(in: place, besides: map.comments) }.first
            guard var post = finder.find(given: given?.post ?? .init(), in: place), post.body?.visibleLength ?? 0 > 0 else { return nil }
            if post.date == nil, !(post.byline.map(survey.isDated) ?? false) { post.date = days[number] }
            var draft = draft(
                own.filter { $0.anchor.index >= place.range.lowerBound }, own.isEmpty ? given?.platform ?? GenericReader.name : reader)
            fill(&draft, with: post)
            draft.isOneOfSeveral = true
            draft.url = finder.permalink(of: post, in: place.range)
            return draft
        }
    }
}

extension PlatformReader {
    /// What the rules of this platform find of a post, if they find anything.
    fileprivate func givenPost(in place: PostPlace, besides comments: NodeRanges) -> (post: PostFinder.Found, platform: String)? {
        let found = post(in: place, besides: comments)
        guard found.title != nil || found.body != nil || found.author != nil || found.date != nil || found.byline != nil else { return nil }
        return (found, platform.name)
    }
}
