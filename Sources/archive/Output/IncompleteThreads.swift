import ThreadModel

/// The threads of a run of which pages of comments are still missing. What is missing is said at the end: the pages may yet come.
struct IncompleteThreads {
    /// No more are remembered; then what there is is said at once.
    private static let limit = 1_000

    private let console: Console
    private var warnings: [String: (number: Int, name: String, warning: String)] = [:]
    private var count = 0

    init(console: Console) {
        self.console = console
    }

    /// Notes a thread as the archive has it after the page of that name.
    mutating func note(_ thread: CommentThread, after name: String) {
        guard let warning = thread.missingPages else {
            warnings[thread.id] = nil
            return
        }
        warnings[thread.id] = (count, name, warning)
        count += 1
        if warnings.count > Self.limit { tell() }
    }

    /// Says what is missing.
    mutating func tell() {
        for (_, name, warning) in warnings.values.sorted(by: { $0.number < $1.number }) { console.warnings([warning], about: name) }
        warnings = [:]
    }
}
