import Foundation
import PageReader
import ThreadModel

/// Reads pages on all cores and hands over what comes of them in the order of the inputs.
///
/// Only so many pages are under way at once, those included that wait for their turn: memory does not depend on how many there are.
struct PageStream<Product: Sendable>: Sendable {
    struct Page: Sendable {
        var name: String
        /// What was made of its threads, in page order.
        var result: Result<[Product], InputFailure>
    }

    let options: PageOptions
    /// What is made of a thread, on the core that has read it.
    let make: @Sendable (CommentThread) throws -> Product

    /// - Parameter consume: is called for one page after the other.
    /// - Throws: what `consume` throws, and `CancellationError` when the task is cancelled.
    func read(_ inputs: InputWalk, consume: (Page) throws -> Void) async throws {
        // Many more than there are cores: while one reads a long page, the others go on with those behind it.
        let width = 16 * ProcessInfo.processInfo.activeProcessorCount
        let reader = try options.pageReader()
        try await withThrowingTaskGroup(of: (Int, Page).self) { group in
            var inputs = inputs
            var started = 0
            var consumed = 0
            var waiting: [Int: Page] = [:]
            while true {
                try Task.checkCancellation()
                while started < consumed + width, let input = inputs.next() {
                    let number = started
                    group.addTask { (number, page(input, reader)) }
                    started += 1
                }
                guard consumed < started else { return }
                if let page = waiting.removeValue(forKey: consumed) {
                    try consume(page)
                    consumed += 1
                } else if let (number, page) = try await group.next() {
                    waiting[number] = page
                }
            }
        }
    }

    private func page(_ element: InputWalk.Element, _ reader: PageReader) -> Page {
        switch element {
        case .failure(let name, let failure): return Page(name: name, result: .failure(failure))
        case .page(let input):
            do {
                return Page(name: input.name, result: .success(try reader.read(options.capture(input)).map(make)))
            } catch let failure as InputFailure {
                return Page(name: input.name, result: .failure(failure))
            } catch {
                return Page(name: input.name, result: .failure(InputFailure("\(error)")))
            }
        }
    }
}
