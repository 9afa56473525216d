import CLibCurl
import Foundation
public import ThreadModel

/// Finds out where links lead, over HTTP, without following anything blindly.
///
/// One resolver can be used for any number of runs, also at once; each run has a thread of its own and keeps nothing when it ends.
public final class LinkResolver: Sendable {
    private let plan: TransferEngine.Plan
    /// How many links are under way, waiting ones included: so many more than may run that those of one slow service do not keep out those
    /// of others.
    private let window: Int
    private static let politeWindow = 20_000

    /// Checks the options.
    /// - Throws: ``ResolverError`` that names the option and what is wrong with it.
    public convenience init(options: ResolverOptions = ResolverOptions()) throws(ResolverError) {
        try self.init(options: options, lookUp: NameLookup.system)
    }

    /// - Parameter lookUp: asks the resolver whether a name exists, where libcurl could not resolve it.
    convenience init(options: ResolverOptions, lookUp: @escaping NameLookup.Function) throws(ResolverError) {
        let overrides = try ConnectionOverrides(connectTo: options.connectTo, resolve: options.resolve)
        try self.init(TransferEngine.Plan(options: options, overrides: overrides, lookUp: lookUp))
    }

    init(_ plan: TransferEngine.Plan) throws(ResolverError) {
        try plan.options.check()
        guard Self.curlIsReady else { throw .engine(doing: "starting", reason: "its global set-up failed") }
        self.plan = plan
        window = plan.options.gap > 0 ? Self.politeWindow : plan.options.parallelMax * 4
    }

    /// libcurl's set-up for the whole process; a static property's initializer runs once, whoever comes first.
    private static let curlIsReady = archive_global_init() == CURLE_OK

    /// Expands links and hands over each expansion as it comes, in the order in which they end.
    ///
    /// The sequence is read, and `deliver` called, where the caller runs, one at a time: never on another thread, never two at once.
    /// The next link is taken from the sequence only when there is room for it, so that memory does not depend on how many there are.
    /// Every link that is taken is delivered exactly once, unless the run ends early: when `deliver` throws, or when the task is cancelled.
    /// When the call returns, no request is under way any more.
    /// - Throws: what `deliver` throws; `CancellationError`; ``ResolverError/engine(doing:reason:)``.
    nonisolated(nonsending) public func expand(
        _ links: some Sequence<LinkRequest>, deliver: (Expansion) throws -> Void
    ) async throws {
        try await run { mailbox in try await feed(links, through: mailbox, deliver: deliver) }
    }

    /// Expands links that come one by one, from a pipe or a queue, and hands over each expansion as soon as it is there, whether another
    /// link has come by then or not.
    ///
    /// - Parameters:
    ///   - next: gives the next link, and may block until there is one; `nil` ends the run. Called on a thread of its own, never twice at
    ///     once, and only when there is room for another link. When the run ends early, a call that blocks is left behind.
    ///   - deliver: called where the caller runs, one at a time.
    /// - Throws: what the other form throws.
    nonisolated(nonsending) public func expand(
        arriving next: @escaping @Sendable () -> LinkRequest?, deliver: (Expansion) throws -> Void
    ) async throws {
        // From nothing up: a semaphore that ends below where it began is an error.
        let room = DispatchSemaphore(value: 0)
        for _ in 0..<window { room.signal() }
        try await run { mailbox in
            Thread.detachNewThread {
                while true {
                    room.wait()
                    guard let link = next() else { break }
                    mailbox.send(.expand(link))
                }
                mailbox.complete()
            }
            while true {
                let results = try await mailbox.results()
                if results.isEmpty { break }
                for result in results {
                    try deliver(result)
                    room.signal()
                }
            }
            try Task.checkCancellation()
        }
    }

    /// Has an engine running for as long as `body` takes.
    nonisolated(nonsending) private func run(_ body: nonisolated(nonsending) (Mailbox) async throws -> Void) async throws {
        let mailbox = try Mailbox()
        TransferEngine.start(plan, mailbox: mailbox)
        do {
            try await withTaskCancellationHandler {
                try await body(mailbox)
            } onCancel: {
                mailbox.send(.stop)
            }
        } catch {
            await Self.stop(mailbox)
            throw error
        }
        await Self.stop(mailbox)
    }

    /// Expands one link.
    nonisolated(nonsending) public func expand(_ link: LinkRequest) async throws -> Expansion {
        var result: Expansion?
        try await expand(CollectionOfOne(link)) { result = $0 }
        guard let result else { throw CancellationError() }
        return result
    }

    nonisolated(nonsending) private func feed(
        _ links: some Sequence<LinkRequest>, through mailbox: Mailbox, deliver: (Expansion) throws -> Void
    ) async throws {
        var source = links.makeIterator()
        var underWay = 0
        var isDry = false
        while true {
            while !isDry, underWay < window, !Task.isCancelled {
                if let link = source.next() {
                    underWay += 1
                    mailbox.send(.expand(link))
                } else {
                    isDry = true
                }
            }
            if underWay == 0, isDry { return }
            let results = try await mailbox.results()
            // The engine ends early only when it was told to.
            if results.isEmpty { throw CancellationError() }
            for result in results {
                try deliver(result)
                underWay -= 1
            }
        }
    }

    /// Waits until the engine has freed everything. What it still delivers is of no use any more, and neither is an error of it.
    nonisolated(nonsending) private static func stop(_ mailbox: Mailbox) async {
        mailbox.send(.stop)
        while let left = try? await mailbox.results(), !left.isEmpty {}
    }
}
