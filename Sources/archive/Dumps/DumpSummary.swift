import LinkDumps
import ThreadModel

/// What came of importing dumps. Links are URLs of the archive; several may have one code.
struct DumpSummary: Encodable, Sendable, CustomStringConvertible {
    private(set) var files = 0
    private(set) var failed = 0
    private(set) var texts = 0
    private(set) var passedOver = 0
    private(set) var lines = 0
    private(set) var tooLong = 0
    private(set) var links = 0
    private(set) var new = 0
    private(set) var updated = 0
    private(set) var unchanged = 0
    private(set) var conflicts = 0

    mutating func count(_ outcome: DumpStream.Outcome) {
        files += 1
        guard case .read(let report) = outcome else {
            failed += 1
            return
        }
        if !report.failures.isEmpty { failed += 1 }
        texts += report.texts
        passedOver += report.passedOver
        lines += report.lines
        tooLong += report.dropped
    }

    /// Counts a link that was found.
    mutating func count(old: Expansion?, new record: Expansion, hasConflict: Bool) {
        links += 1
        if old == nil { new += 1 } else if old == record { unchanged += 1 } else { updated += 1 }
        if hasConflict { conflicts += 1 }
    }

    /// `2 files, 0 failed: 12 texts (3 passed over), 5000 lines (0 too long); 7 links found: 5 new, 1 updated, 1 unchanged; 0 conflicts`
    var description: String {
        "\(number(files, "file")), \(failed) failed: \(number(texts, "text")) (\(passedOver) passed over), \(number(lines, "line")) "
            + "(\(tooLong) too long); \(number(links, "link")) found: \(new) new, \(updated) updated, \(unchanged) unchanged; "
            + number(conflicts, "conflict")
    }
}
