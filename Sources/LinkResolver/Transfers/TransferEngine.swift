import CLibCurl
import Foundation
import ThreadModel

/// Performs what ``ChainState`` and ``HostQueues`` decide, on one thread, which alone touches its curl handles.
final class TransferEngine {
    /// What a run needs to know.
    struct Plan: Sendable {
        var options: ResolverOptions
        var overrides: ConnectionOverrides
        var lookUp: NameLookup.Function
    }

    private struct Job {
        var chain: ChainState
        /// The URL whose turn it is.
        var url: WebURL
        /// What the chain's transfers have taken so far; waiting does not count.
        var spent = Duration.zero
        var startedAt = ""
        /// The end of a request that waits for a name look-up.
        var pending: HopReport?
    }

    private let plan: Plan
    private let mailbox: Mailbox
    private let rules: ChainState.Rules
    private let settings: Transfer.Settings
    private let multi: MultiHandle
    private let lookUps = NameLookup.queue()
    private var idle: [Transfer] = []
    private var draining = false
    private var jobs: [Int: Job] = [:]
    private var jobCount = 0
    private var queues: HostQueues<Int>
    /// What is known of names, and who waits to know.
    private var names: [String: NameAnswer] = [:]
    private var waiting: [String: [Int]] = [:]

    /// Starts a thread that works until it is told to stop, then frees everything and says so.
    static func start(_ plan: Plan, mailbox: Mailbox) {
        let thread = Thread {
            do throws(ResolverError) {
                // The engine is gone, and its handles with it, before the mailbox hears of the end.
                try TransferEngine(plan, mailbox: mailbox).run()
                mailbox.end(.success(()))
            } catch {
                mailbox.end(.failure(error))
            }
        }
        thread.name = "link resolver"
        thread.start()
    }

    private init(_ plan: Plan, mailbox: Mailbox) throws(ResolverError) {
        self.plan = plan
        self.mailbox = mailbox
        let options = plan.options
        rules = ChainState.Rules(
            policy: RequestPolicy(allowPrivate: options.allowPrivate, allowedPorts: options.allowedPorts), maxHops: options.maxHops,
            shorteners: options.shorteners)
        settings = Transfer.Settings(options: options, overrides: plan.overrides)
        multi = try MultiHandle(connections: options.parallelMax * 2)
        queues = HostQueues(maxRunning: options.parallelMax, maxPerHost: options.perHostMax)
    }

    private func run() throws(ResolverError) {
        defer { lookUps.cancelAllOperations() }
        while true {
            for order in mailbox.takeOrders() {
                switch order {
                case .expand(let link): accept(link)
                case .name(let host, let answer): learn(host, answer)
                case .stop: return
                }
            }
            try startWhatMay()
            let ended = try multi.perform()
            for (transfer, code) in ended { finish(transfer, code) }
            // A transfer that ends may free a turn or ask for the next hop; only when nothing did is there time to wait.
            if ended.isEmpty { multi.wait(for: mailbox.bell, milliseconds: draining ? 100 : 1000) }
        }
    }

    private func accept(_ link: LinkRequest) {
        jobCount += 1
        var chain = ChainState(link: link, rules: rules)
        let step = chain.begin(now: Self.now())
        take(step, chain: chain, job: jobCount, spent: .zero)
    }

    /// Does what a chain asks for next.
    private func take(_ step: ChainState.Step, chain: ChainState, job number: Int, spent: Duration) {
        switch step {
        case .finish(let expansion):
            jobs[number] = nil
            mailbox.post(expansion)
        case .ask(let url):
            var job = Job(chain: chain, url: url, spent: spent)
            if spent >= plan.options.maxTime {
                report(.failure(HopFailure(kind: .timeout, message: "the time for this link was up before this hop")), of: &job, number)
            } else if names[url.host] == .noSuchName {
                report(.failure(Self.noSuchName(url.host)), of: &job, number)
            } else {
                jobs[number] = job
                queues.enqueue(number, host: serviceKey(of: url))
            }
        }
    }

    /// Ends a hop that was never asked, for a reason known beforehand.
    private func report(_ result: HopReport.Result, of job: inout Job, _ number: Int) {
        let now = Self.now()
        let step = job.chain.advance(HopReport(result: result, at: now, milliseconds: 0), now: now)
        take(step, chain: job.chain, job: number, spent: job.spent)
    }

    private func startWhatMay() throws(ResolverError) {
        while let number = queues.next() {
            guard var job = jobs[number] else { continue }
            let transfer = try freeTransfer()
            transfer.prepare(job.url, job: number, time: plan.options.maxTime - job.spent)
            job.startedAt = Self.now()
            jobs[number] = job
            guard multi.add(transfer) else { throw .engine(doing: "starting a transfer", reason: "the multi handle refused it") }
        }
    }

    private func freeTransfer() throws(ResolverError) -> Transfer {
        if let transfer = idle.popLast() { return transfer }
        return try Transfer(settings: settings)
    }

    private func finish(_ transfer: Transfer, _ code: CURLcode) {
        let number = transfer.job
        guard var job = jobs[number] else { return }
        queues.finished(host: serviceKey(of: job.url))
        let result = transfer.outcome(code)
        let report = HopReport(result: result, at: job.startedAt, milliseconds: transfer.milliseconds(), ip: transfer.peer())
        idle.append(transfer)
        job.spent += .milliseconds(report.milliseconds)
        if case .failure(let failure) = result, failure.kind == .nameUnknown, mayLookUp(job.url) {
            job.pending = report
            jobs[number] = job
            lookUp(job.url.host, for: number)
        } else {
            let step = job.chain.advance(report, now: Self.now())
            take(step, chain: job.chain, job: number, spent: job.spent)
        }
    }

    // MARK: - Names

    /// Behind a proxy or a `--connect-to` rule, it is not the URL's host that could not be found.
    private func mayLookUp(_ url: WebURL) -> Bool {
        plan.options.proxy == nil && !plan.overrides.divert(host: url.host, port: url.port)
    }

    private func lookUp(_ host: String, for job: Int) {
        if let answer = names[host] { return resume(job, host, answer) }
        waiting[host, default: []].append(job)
        guard waiting[host]?.count == 1 else { return }
        lookUps.addOperation { [lookUp = plan.lookUp, mailbox] in mailbox.send(.name(host: host, lookUp(host))) }
    }

    private func learn(_ host: String, _ answer: NameAnswer) {
        // Bounded, since there may be as many dead hosts as there are links. Only what is certain is remembered.
        if names.count >= 10_000 { names = [:] }
        if answer == .noSuchName { names[host] = answer }
        for job in waiting.removeValue(forKey: host) ?? [] { resume(job, host, answer) }
    }

    private func resume(_ number: Int, _ host: String, _ answer: NameAnswer) {
        guard var job = jobs[number], var report = job.pending else { return }
        if answer == .noSuchName { report.result = .failure(Self.noSuchName(host)) }
        let step = job.chain.advance(report, now: Self.now())
        take(step, chain: job.chain, job: number, spent: job.spent)
    }

    private static func noSuchName(_ host: String) -> HopFailure {
        HopFailure(kind: .noSuchName, message: "there is no host named \(host)")
    }

    private static func now() -> String { Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }
}
