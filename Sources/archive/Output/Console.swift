import Foundation
import Glibc
import Synchronization

/// Standard error: what failed, what is worth knowing, and how far things are.
final class Console: Sendable {
    private struct Progress {
        var isShown = false
        var next = ContinuousClock.now
    }

    private let isQuiet: Bool
    private let isVerbose: Bool
    private let showsProgress: Bool
    private let progress = Mutex(Progress())

    init(isQuiet: Bool, isVerbose: Bool) {
        self.isQuiet = isQuiet
        self.isVerbose = isVerbose
        showsProgress = !isQuiet && isatty(STDERR_FILENO) != 0
    }

    /// Something failed: always said.
    func failure(_ message: String) {
        say("archive: \(message)")
    }

    /// Something worth knowing.
    func note(_ message: String) {
        if !isQuiet { say("archive: \(message)") }
    }

    /// What a careful reader should know of a page: one line, or all that there is for those who asked for more.
    func warnings(_ warnings: [String], about name: String) {
        guard let first = warnings.first else { return }
        if isVerbose {
            for warning in warnings { note("\(name): warning: \(warning)") }
        } else {
            note("\(name): warning: \(first)" + (warnings.count > 1 ? " (and \(warnings.count - 1) more, see --verbose)" : ""))
        }
    }

    /// What came of it, where that is no data.
    func summary(_ message: String) {
        if !isQuiet { say(message) }
    }

    /// Something for those who asked for more.
    func detail(_ message: @autoclosure () -> String) {
        if isVerbose { say(message()) }
    }

    /// How far things are, on a terminal only; at most some times a second.
    func progress(_ message: @autoclosure () -> String) {
        guard showsProgress else { return }
        progress.withLock { progress in
            let now = ContinuousClock.now
            guard now >= progress.next else { return }
            progress = Progress(isShown: true, next: now.advanced(by: .milliseconds(100)))
            Self.write("\r\u{1B}[K\(PlainText.line(message()))")
        }
    }

    /// Takes the progress away.
    func endProgress() {
        progress.withLock { Self.clear(&$0) }
    }

    private func say(_ message: String) {
        progress.withLock { progress in
            Self.clear(&progress)
            Self.say(message)
        }
    }

    /// One line on standard error. Names of files come from strangers, too.
    static func say(_ message: String) {
        write(PlainText.line(message) + "\n")
    }

    private static func clear(_ progress: inout Progress) {
        guard progress.isShown else { return }
        progress.isShown = false
        write("\r\u{1B}[K")
    }

    private static func write(_ text: String) {
        // Where nobody listens on standard error there is nobody to tell.
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
