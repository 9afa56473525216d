import ThreadModel

/// Joins the record of one page of a thread's comments with what is stored of the thread.
///
/// Nothing is lost: a comment that only the stored record has stays, one that both have is taken from the page, and the longer post is
/// kept with its source. The result depends on the two records alone, and joining a page that is in the record already changes nothing.
struct ThreadJoin {
    private let part: CommentThread
    private let stored: CommentThread
    /// The number of the page; those without one come last.
    private let number: Int
    /// Where each stored comment stands.
    private let places: [String: Int]

    /// - Returns: `nil` if the stored record has the page already, or is of a page that holds more comments and these among them.
    static func join(_ part: CommentThread, to stored: CommentThread) -> CommentThread? {
        let known = Set((stored.pages ?? []).compactMap(\.record))
        guard !(part.readPages.allSatisfy { $0.record.map(known.contains) ?? false }) else { return nil }
        let joined = ThreadJoin(part, stored).joined()
        let isWhole = stored.pages == nil && stored.comments.count > part.comments.count
        return isWhole && joined.comments == stored.comments && joined.post == stored.post ? nil : joined
    }

    private init(_ part: CommentThread, _ stored: CommentThread) {
        let read = (stored.pages ?? []).filter(\.isRead).map(KnownPage.init)
        let isRead = part.readPages.map(KnownPage.init).contains { page in read.contains { $0.isSame(as: page) } }
        var part = part
        part.comments = CommentMatch.comments(of: part, in: stored, isRead: isRead)
        self.part = part
        self.stored = stored
        number = part.firstReadNumber
        places = Dictionary(stored.comments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func joined() -> CommentThread {
        var thread = takesHead ? head(of: part, else: stored) : head(of: stored, else: part)
        thread.comments = comments
        thread.pages = pages
        let others = stored.ownWarnings + part.ownWarnings.filter { !stored.ownWarnings.contains($0) }
        thread.warnings = others + thread.evidentWarnings
        return thread
    }

    // MARK: The post

    /// Further pages repeat the post, or only its beginning. Of equals the first page's is taken, and the newer one of that.
    private var takesHead: Bool {
        let (old, new) = (stored.post?.text.utf8.count ?? 0, part.post?.text.utf8.count ?? 0)
        return new == old ? number <= stored.firstReadNumber : new > old
    }

    private func head(of thread: CommentThread, else other: CommentThread) -> CommentThread {
        var head = thread
        head.url = thread.url ?? other.url
        head.title = thread.title ?? other.title
        head.language = thread.language ?? other.language
        return head
    }

    // MARK: Comments

    private var comments: [Comment] {
        let newer = Dictionary(part.comments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = stored.comments.map { comment in
            guard var copy = newer[comment.id] else { return comment }
            // The page does not show what it answers if that is on another one.
            copy.inReplyTo = copy.inReplyTo ?? comment.inReplyTo
            return copy
        }
        guard part.comments.contains(where: { places[$0.id] != nil }) else { return placed(among: kept) }
        return inserted(into: kept)
    }

    /// New comments stand behind the one that precedes them on their page; where that is new too, before the one that follows.
    private func inserted(into kept: [Comment]) -> [Comment] {
        var before: [Int: [Comment]] = [:]
        var waiting: [Comment] = []
        var last: Int?
        for comment in part.comments {
            guard let place = places[comment.id] else {
                if let last { before[last + 1, default: []].append(comment) } else { waiting.append(comment) }
                continue
            }
            if last == nil { before[place, default: []] += waiting }
            last = place
        }
        return kept.enumerated().flatMap { (before[$0] ?? []) + [$1] } + (before[kept.count] ?? [])
    }

    /// A page of which no comment is stored: by its number, else by the dates of its comments, else behind the pages that have a number.
    private func placed(among kept: [Comment]) -> [Comment] {
        let isNumbered = number < .max && stored.readPages.contains { $0.number != nil }
        if !isNumbered, let merged = DateMerge.merge(kept, part.comments) { return merged }
        let next = stored.readPages.first { ($0.number ?? .max) > number && $0.firstComment.map { places[$0] != nil } ?? false }
        let place = next?.firstComment.flatMap { places[$0] } ?? kept.count
        return kept[..<place] + part.comments + kept[place...]
    }

    // MARK: Pages

    /// Links to more pages than this are not kept: no thread has so many.
    private static let mostUnread = 2_000

    private var pages: [CommentPage] {
        var known = (stored.pages ?? []).map(KnownPage.init)
        for page in (part.pages ?? []).map(KnownPage.init) {
            let same = known.filter { $0.isSame(as: page) }
            if !same.isEmpty { known.removeAll { $0.isSame(as: page) } }
            known.append(KnownPage(same.reduce(page.page) { Self.merged($1.page, $0) }))
        }
        var unread = 0
        let pages = known.map(\.page)
        let hasNameless = pages.contains { $0.isRead && $0.url == nil && $0.number != nil }
        return pages.filter { page in
            if page.isRead { return true }
            unread += 1
            return unread <= Self.mostUnread && !(hasNameless && isPost(page))
        }.inOrder
    }

    /// What is known of a page, the newer first.
    private static func merged(_ old: CommentPage, _ new: CommentPage) -> CommentPage {
        var page = new.isRead || !old.isRead ? new : old
        page.number = new.number ?? old.number
        page.url = page.url ?? new.url ?? old.url
        return page
    }

    /// Whether a link leads to the post's own address. The newest comments stand there on some blogs, the oldest on others: where a page
    /// was read that gives no address but this as its own, it may well be that one.
    private func isPost(_ page: CommentPage) -> Bool {
        guard page.number == nil, let url = page.url, let post = stored.url ?? part.url else { return false }
        return PageAddress.isSame(url, post)
    }
}

/// A page with what tells it from others.
private struct KnownPage {
    let page: CommentPage
    private let identity: String?

    init(_ page: CommentPage) {
        self.page = page
        identity = page.url.map(PageAddress.identity)
    }

    func isSame(as other: KnownPage) -> Bool {
        if let number = page.number, let other = other.page.number { return number == other }
        return identity != nil && identity == other.identity
    }
}

extension CommentThread {
    fileprivate var readPages: [CommentPage] { (pages ?? []).filter(\.isRead) }

    fileprivate var firstReadNumber: Int { readPages.compactMap(\.number).min() ?? .max }

    /// The warnings that do not follow from the rest of the record.
    fileprivate var ownWarnings: [String] {
        let evident = Set(evidentWarnings)
        return warnings.filter { !evident.contains($0) }
    }
}

/// Puts two lists of comments into one by their dates.
enum DateMerge {
    /// The comments of both, the first list's before the other's of the same time; `nil` unless all have dates that are in one order.
    static func merge(_ first: [Comment], _ second: [Comment]) -> [Comment]? {
        let dates = [first, second].map { $0.compactMap { $0.published?.local } }
        guard dates[0].count == first.count, dates[1].count == second.count else { return nil }
        if dates.allSatisfy({ isInOrder($0, <=) }) { return merge(first, second) { $0 <= $1 } }
        return dates.allSatisfy { isInOrder($0, >=) } ? merge(first, second) { $0 >= $1 } : nil
    }

    private static func isInOrder(_ dates: [String], _ order: (String, String) -> Bool) -> Bool {
        zip(dates, dates.dropFirst()).allSatisfy { order($0, $1) }
    }

    private static func merge(_ first: [Comment], _ second: [Comment], by order: (String, String) -> Bool) -> [Comment] {
        var (rest, others) = (first[...], second[...])
        var merged: [Comment] = []
        while let one = rest.first, let other = others.first {
            let isFirst = order(one.published?.local ?? "", other.published?.local ?? "")
            merged.append(isFirst ? one : other)
            if isFirst { rest.removeFirst() } else { others.removeFirst() }
        }
        return merged + rest + others
    }
}
