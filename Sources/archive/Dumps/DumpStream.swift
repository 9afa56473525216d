import Foundation
import Glibc
import LinkDumps
import Synchronization

/// Reads dumps on all cores, and hands over what comes of them in the order of the inputs. Only as many files are open at once as there
/// are cores.
struct DumpStream: Sendable {
    /// What came of a file.
    enum Outcome {
        case read(DumpReport)
        case unreadable(InputFailure)
    }

    /// What is taken in directories.
    private static let suffixes = [".zip", ".xz", ".gz", ".bz2", ".zst", ".txt"]

    let reader: DumpReader
    let console: Console

    /// - Parameter consume: is called for one file after the other, also for those that were cut short when the task was cancelled.
    func read(_ inputs: [String], consume: (_ name: String, Outcome) throws -> Void) async throws {
        let width = ProcessInfo.processInfo.activeProcessorCount
        let counter = LineCounter(console)
        try await withThrowingTaskGroup(of: (Int, String, Outcome).self) { group in
            var walk = InputWalk(inputs, walksDirectories: true, suffixes: Self.suffixes)
            var started = 0
            var consumed = 0
            var waiting: [Int: (String, Outcome)] = [:]
            while true {
                while !Task.isCancelled, started < consumed + width, let element = walk.next() {
                    let number = started
                    group.addTask {
                        switch element {
                        case .failure(let name, let failure): (number, name, .unreadable(failure))
                        case .page(let input): (number, input.name, read(input, isNamed: inputs.contains(input.name), counter))
                        }
                    }
                    started += 1
                }
                guard consumed < started else { return }
                if let (name, outcome) = waiting.removeValue(forKey: consumed) {
                    try consume(name, outcome)
                    consumed += 1
                } else if let (number, name, outcome) = try await group.next() {
                    waiting[number] = (name, outcome)
                }
            }
        }
    }

    private func read(_ input: PageInput, isNamed: Bool, _ counter: LineCounter) -> Outcome {
        let watch = DumpReader.Watch(shouldStop: { Task.isCancelled }, didRead: { counter.add($0, of: input.name) })
        guard input.file != nil else { return .read(reader.read(stream: STDIN_FILENO, name: input.name, watch: watch)) }
        do throws(InputFailure) {
            let (descriptor, _) = try input.opened()
            defer { close(descriptor) }
            var report = reader.read(file: descriptor, path: input.name, watch: watch)
            // In directories there are other texts, too: a README.
            if !isNamed { report.failures.removeAll { $0.error == .noLinks } }
            return .read(report)
        } catch {
            return .unreadable(error)
        }
    }
}

/// How many lines were read, on all cores together.
private final class LineCounter: Sendable {
    private let lines = Atomic<Int>(0)
    private let console: Console

    init(_ console: Console) {
        self.console = console
    }

    func add(_ more: Int, of name: String) {
        let all = lines.wrappingAdd(more, ordering: .relaxed).newValue
        console.progress("\(number(all, "line")) read, the last ones in \(name)")
    }
}
