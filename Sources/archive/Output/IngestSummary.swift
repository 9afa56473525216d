import ArchiveStore
import ThreadModel

/// What came of an ingest. Pages are inputs; what is new, updated or unchanged are threads, of which a page may hold several. Of the pages
/// of one thread's comments the first is new and each further one an update. Comments and links are those of all that was read.
struct IngestSummary: Encodable, CustomStringConvertible {
    private(set) var pages = 0
    private(set) var new = 0
    private(set) var updated = 0
    private(set) var unchanged = 0
    private(set) var failed = 0
    private(set) var comments = 0
    private(set) var links = 0
    private(set) var shortLinks = 0

    mutating func countPage() {
        pages += 1
    }

    /// Counts one thread of a page.
    mutating func count(_ thread: CommentThread, _ outcome: ArchiveWriter.Outcome) {
        switch outcome {
        case .added: new += 1
        case .updated: updated += 1
        case .unchanged: unchanged += 1
        }
        comments += thread.comments.count
        let all = thread.allLinks
        links += all.count
        shortLinks += all.count { $0.short == true }
    }

    mutating func countFailure() {
        pages += 1
        failed += 1
    }

    /// `12 pages: 10 new, 1 updated, 1 unchanged, 0 failed; 143 comments, 27 links (12 short)`
    var description: String {
        "\(number(pages, "page")): \(new) new, \(updated) updated, \(unchanged) unchanged, \(failed) failed; "
            + "\(number(comments, "comment")), \(number(links, "link")) (\(shortLinks) short)"
    }
}

/// `1 page`, `2 pages`
func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
