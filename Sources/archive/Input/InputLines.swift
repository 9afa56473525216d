import Foundation
import Glibc
import Synchronization

/// The lines of standard input, as they come.
final class InputLines: Sendable {
    /// No URL is longer, and nobody is to fill memory with a line that never ends.
    static let longest = 64 * 1024

    enum Line: Sendable {
        case text(String)
        /// Longer than ``longest``; what there was of it is gone.
        case tooLong
    }

    private struct State {
        var buffer: [UInt8] = []
        var isAtEnd = false
        var error: Int32?
    }

    private let state = Mutex(State())

    /// The number of the error that ended the lines before their end; `nil` if none did.
    var error: Int32? { state.withLock { $0.error } }

    /// The next line without its end; `nil` at the end. Blocks until there is one.
    func next() -> Line? {
        state.withLock { state in
            var isTooLong = false
            while true {
                if let end = state.buffer.firstIndex(of: 0x0A) {
                    let line = state.buffer[..<end]
                    defer { state.buffer.removeSubrange(...end) }
                    return isTooLong || line.count > Self.longest ? .tooLong : .text(Self.text(line))
                }
                if state.isAtEnd {
                    defer { state.buffer = [] }
                    return isTooLong ? .tooLong : state.buffer.isEmpty ? nil : .text(Self.text(state.buffer[...]))
                }
                if state.buffer.count > Self.longest {
                    isTooLong = true
                    state.buffer = []
                }
                Self.fill(&state)
            }
        }
    }

    private static func text(_ line: ArraySlice<UInt8>) -> String {
        String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }

    private static func fill(_ state: inout State) {
        var piece = [UInt8](repeating: 0, count: 16 * 1024)
        let count = read(STDIN_FILENO, &piece, piece.count)
        if count < 0, errno == EINTR { return }
        if count < 0 { state.error = errno }
        if count <= 0 { state.isAtEnd = true } else { state.buffer += piece.prefix(count) }
    }
}
