import Dispatch
import Foundation
import Glibc
import Synchronization

/// The program was asked to end, by Ctrl-C or by the system.
struct Interrupted: Error, CustomStringConvertible {
    var signal: Int32
    var description: String { "interrupted; everything up to here is stored" }
}

/// Work that ends in good order when the program is asked to end.
final class Interruption: Sendable {
    /// The signal that came; 0 if none has.
    private let signal = Atomic<Int32>(0)

    /// Runs a body whose task is cancelled by SIGINT and SIGTERM; a second signal ends the program at once.
    ///
    /// - Throws: what the body throws; ``Interrupted`` in place of that where a signal came.
    static func handle<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let interruption = Interruption()
        let task = Task(operation: body)
        let sources = [SIGINT, SIGTERM].map { interruption.watch($0, cancelling: task) }
        defer { for source in sources { source.cancel() } }
        let result = await task.result
        let signal = interruption.signal.load(ordering: .acquiring)
        guard signal == 0 else { throw Interrupted(signal: signal) }
        return try result.get()
    }

    private func watch<Result: Sendable>(_ number: Int32, cancelling task: Task<Result, any Error>) -> any DispatchSourceSignal {
        // A source sees signals that are ignored, too.
        Glibc.signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { [self] in
            signal.store(number, ordering: .releasing)
            // What the next one does is left to the system again.
            Glibc.signal(number, SIG_DFL)
            task.cancel()
        }
        source.resume()
        return source
    }
}
