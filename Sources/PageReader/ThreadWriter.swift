internal import Crypto
internal import Foundation
internal import Markup
internal import ThreadModel

/// Makes the record of what a reader has read: question and answer, ids, replies, pages, warnings. One way for every reader.
struct ThreadWriter {
    let capture: Capture
    let mediaType: MediaType
    let encoding: String
    /// Of the capture, once for all its records.
    private let digest: String

    init(capture: Capture, mediaType: MediaType, encoding: String) {
        (self.capture, self.mediaType, self.encoding) = (capture, mediaType, encoding)
        digest = Self.sha256(capture.bytes)
    }

    func record(_ draft: ThreadDraft) -> CommentThread {
        let source = Source(
            path: capture.path, sha256: digest, bytes: capture.bytes.count, mediaType: mediaType.rawValue,
            encoding: encoding,
            capturedAt: capture.capturedAt, platform: draft.platform, reader: draft.reader)
        var thread = CommentThread(id: "", url: draft.url, title: draft.title, language: draft.language, post: draft.post, source: source)
        thread.comments = comments(of: draft)
        cutLetter(in: &thread, links: draft.postLinks, isQuestion: draft.isQuestion)
        thread.pages = pages(of: draft, first: thread.comments.first?.id)
        thread.warnings = draft.warnings + thread.evidentWarnings
        thread.id = Self.id(of: thread)
        return thread
    }

    // MARK: - Comments

    private func comments(of draft: ThreadDraft) -> [Comment] {
        var ids = draft.comments.map { $0.comment.id }
        var used: Set<String> = []
        var copies: [String: Int] = [:]
        for index in draft.comments.indices {
            let base = ids[index].isEmpty ? Self.id(of: draft.comments[index].comment) : ids[index]
            var id = base
            while !used.insert(id).inserted {
                copies[base, default: 1] += 1
                id = "\(base)-\(copies[base, default: 1])"
            }
            ids[index] = id
        }
        return draft.comments.enumerated().map { index, entry in
            var comment = entry.comment
            comment.id = ids[index]
            comment.inReplyTo = entry.parent.map { ids[$0] } ?? entry.absentParent
            return comment
        }
    }

    /// An id for a comment without one: from what stays the same when comments are added around it.
    private static func id(of comment: Comment) -> String {
        "c-" + digest([comment.author?.name ?? "", comment.published?.printed ?? "", comment.text]).prefix(12)
    }

    private func pages(of draft: ThreadDraft, first: String?) -> [CommentPage]? {
        guard var page = draft.page else { return nil }
        page.sha256 = digest
        page.firstComment = first
        return ([page] + draft.furtherPages).inOrder
    }

    // MARK: - Question and answer

    private func cutLetter(in thread: inout CommentThread, links: [LocatedLink], isQuestion: Bool) {
        if isQuestion, let post = thread.post {
            thread.kind = .questionAnswer
            thread.question = Passage(author: post.author, text: post.text, links: post.links)
            return
        }
        guard let post = thread.post, let letter = LetterCutter.cut(post.text) else { return }
        thread.kind = .questionAnswer
        let asked = links.filter { $0.place < letter.answerStart }.unique
        let answered = links.filter { $0.place >= letter.answerStart }.unique
        thread.question = Passage(author: letter.asker.map { Author(name: $0) }, text: letter.question, links: asked)
        thread.answer = Self.answer(letter, of: post, links: answered)
    }

    /// A name under the answer is its author's, unless the page says that somebody else wrote the post: then it is a line like any other.
    private static func answer(_ letter: LetterCutter.Letter, of post: Post, links: [Link]) -> Passage {
        guard let name = letter.answerer else { return Passage(author: post.author, text: letter.answer, links: links) }
        guard let author = post.author else { return Passage(author: Author(name: name), text: letter.answer, links: links) }
        guard NameLine.isSame(name, as: author.name) || NameLine.isSame(author.name, as: name) else {
            return Passage(author: author, text: letter.signedAnswer.trimmingSpace(), links: links)
        }
        return Passage(author: Author(name: name, url: author.url), text: letter.answer, links: links)
    }

    // MARK: - Identity

    /// From the canonical URL; without one from what makes the post what it is, so that new comments do not make a new thread.
    private static func id(of thread: CommentThread) -> String {
        if let url = thread.url { return "u-" + digest([PageAddress.identity(of: url)]).prefix(16) }
        let post = thread.post
        let parts = [thread.title, post?.author?.name, post?.published?.printed, post?.text].map { $0 ?? "" }
        let isEnough = !(post?.text ?? "").isEmpty
        return "p-" + digest(isEnough ? parts : [thread.source.sha256]).prefix(16)
    }

    private static func digest(_ parts: [String]) -> String {
        sha256(Array(parts.joined(separator: "\u{1F}").utf8))
    }

    private static func sha256(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).hexadecimal
    }
}
