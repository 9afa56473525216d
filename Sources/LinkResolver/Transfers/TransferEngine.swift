import CLibCurl
import Foundation
import HeapModule
import ShortLinks
import ThreadModel

/// Performs what ``LinkLadder`` and ``ServiceQueues`` decide, on one thread, which alone touches its curl handles.
final class TransferEngine {
    /// What a run needs to know.
    struct Plan: Sendable {
        var options: ResolverOptions
        var overrides: ConnectionOverrides
        var lookUp: NameLookup.Function
    }

    /// A link that is under way.
    private struct Job {
        var ladder: LinkLadder
        /// The request whose turn it is.
        var request: WebRequest
        var service = ""
        /// What the chain's transfers have taken so far; waiting does not count.
        var spent = Duration.zero
        var startedAt = ""
        /// The end of a request that waits for a name look-up.
        var pending: HopReport?
    }

    private struct Delayed: Comparable {
        var until: Double
        var job: Int

        static func < (one: Delayed, other: Delayed) -> Bool { one.until < other.until }
    }

    private let plan: Plan
    private let mailbox: Mailbox
    private let rules: LinkLadder.Rules
    private let settings: Transfer.Settings
    private let multi: MultiHandle
    private let lookUps = NameLookup.queue()
    private let manners: Manners
    private var idle: [Transfer] = []
    private var jobs: [Int: Job] = [:]
    private var jobCount = 0
    private var queues: ServiceQueues<Int>
    private var delayed = Heap<Delayed>()
    /// What is known of names, and who waits to know.
    private var names: [String: NameAnswer] = [:]
    private var waiting: [String: [Int]] = [:]
    private var probes = ProbeMemory()

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
        rules = LinkLadder.Rules(options)
        manners = Manners(options)
        settings = Transfer.Settings(options: options, overrides: plan.overrides)
        multi = try MultiHandle(connections: options.parallelMax * 2)
        queues = ServiceQueues(maxRunning: options.parallelMax)
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
            endDraining()
            // A transfer that ends may free a turn or ask for the next hop; only when nothing did is there time to wait.
            if ended.isEmpty { multi.wait(for: mailbox.bell, milliseconds: patience) }
        }
    }

    /// How long there is nothing to do but to wait for others, in milliseconds.
    private var patience: Int32 {
        let wake = [queues.nextWake, delayed.min?.until].compactMap { $0 }.min() ?? .infinity
        return Int32(max(1, min(settings.draining.isEmpty ? 1000 : 100, (wake - Manners.clock()) * 1000 + 1)))
    }

    /// Bodies that nobody needs get only so much time.
    private func endDraining() {
        guard !settings.draining.isEmpty else { return }
        let now = ContinuousClock.now
        for transfer in settings.draining.values.filter({ $0.hasDrained(by: now) }) {
            multi.remove(transfer)
            transfer.stop()
            finish(transfer, CURLE_ABORTED_BY_CALLBACK)
        }
    }

    // MARK: - Links

    private func accept(_ link: LinkRequest) {
        jobCount += 1
        var ladder = LinkLadder(link, rules: rules)
        let step = ladder.begin(now: Manners.now())
        switch step {
        case .ask(let request): enqueue(request, Job(ladder: ladder, request: request), jobCount)
        case .finish(let expansion): mailbox.post(expansion)
        // Nothing has been asked yet that could be doubted.
        case .probe: break
        }
    }

    /// Does what a link asks for next.
    private func take(_ step: LinkLadder.Step, _ job: Job, _ number: Int) {
        switch step {
        case .finish(let expansion):
            jobs[number] = nil
            mailbox.post(expansion)
        case .ask(let request):
            enqueue(request, job, number)
        case .probe(let url):
            jobs[number] = job
            switch probes.question(url.host, by: number) {
            case .known(let answersToAnything): probed(number, answersToAnything)
            case .isAsked: break
            case .ask:
                guard let code = Probe.randomCode(on: url) else { return probed(number, false) }
                enqueue(WebRequest(url: code, purpose: .probe), job, number)
            }
        }
    }

    private func enqueue(_ request: WebRequest, _ job: Job, _ number: Int) {
        var job = job
        job.request = request
        if case .archive(let endpoint) = request.purpose {
            if let problem = manners.archiveProblem(isNewLookup: endpoint == .index) {
                jobs[number] = nil
                mailbox.post(job.ladder.putOffArchive(problem, seconds: 3600, now: Manners.now()))
                return
            }
        } else if job.spent >= plan.options.maxTime {
            return report(.failure(HopFailure(kind: .timeout, message: "the time for this link was up before this hop")), of: job, number)
        } else if names[job.request.url.host] == .noSuchName {
            return report(.failure(Self.noSuchName(job.request.url.host)), of: job, number)
        }
        job.service = manners.key(of: job.request)
        let delay = job.request.delay.seconds
        jobs[number] = job
        if delay > 0 {
            delayed.insert(Delayed(until: Manners.clock() + delay, job: number))
        } else {
            queues.enqueue(number, service: job.service, pace: manners.pace(of: job.request))
        }
    }

    /// Ends a hop that was never asked, for a reason known beforehand.
    private func report(_ result: HopReport.Result, of job: Job, _ number: Int) {
        var job = job
        let now = Manners.now()
        let step = job.ladder.advance(HopReport(result: result, at: now, milliseconds: 0), of: job.request, now: now)
        take(step, job, number)
    }

    private func putOff(_ number: Int, _ message: String, seconds: Double? = nil) {
        guard var job = jobs.removeValue(forKey: number) else { return }
        let retry = seconds.map { Date(timeIntervalSinceNow: $0).formatted(.iso8601) }
        mailbox.post(job.ladder.putOff(message, retryAfter: retry, now: Manners.now()))
        for other in probes.giveUp(number) { probed(other, false) }
    }

    private func probed(_ number: Int, _ answersToAnything: Bool) {
        guard var job = jobs[number] else { return }
        let step = job.ladder.probed(answersToAnything: answersToAnything, now: Manners.now())
        take(step, job, number)
    }

    // MARK: - Transfers

    private func startWhatMay() throws(ResolverError) {
        let now = Manners.clock()
        while let first = delayed.min, first.until <= now {
            delayed.removeMin()
            guard let job = jobs[first.job] else { continue }
            queues.enqueue(first.job, service: job.service, pace: manners.pace(of: job.request))
        }
        while let number = queues.next(now: now) {
            guard let job = jobs[number] else { continue }
            switch manners.permission(for: job.request, service: job.service) {
            case .granted:
                try start(job, number)
            case .wait(let seconds):
                queues.giveBack(number, service: job.service, pause: seconds, now: now)
            case .never(let reason):
                queues.finished(service: job.service, mood: .well, now: now)
                putOff(number, reason)
            case .noArchive(let reason):
                queues.finished(service: job.service, mood: .well, now: now)
                endArchive(number, reason)
            }
        }
    }

    private func endArchive(_ number: Int, _ reason: String) {
        guard var job = jobs.removeValue(forKey: number) else { return }
        mailbox.post(job.ladder.putOffArchive(reason, seconds: 3600, now: Manners.now()))
    }

    private func start(_ job: Job, _ number: Int) throws(ResolverError) {
        var job = job
        let transfer = try freeTransfer()
        let isArchive = if case .archive = job.request.purpose { true } else { false }
        let time = isArchive ? plan.options.archive?.maxTime ?? .seconds(60) : plan.options.maxTime - job.spent
        transfer.prepare(job.request, job: number, time: time)
        job.startedAt = Manners.now()
        jobs[number] = job
        guard multi.add(transfer) else { throw .engine(doing: "starting a transfer", reason: "the multi handle refused it") }
    }

    private func freeTransfer() throws(ResolverError) -> Transfer {
        if let transfer = idle.popLast() { return transfer }
        return try Transfer(settings: settings)
    }

    private func finish(_ transfer: Transfer, _ code: CURLcode) {
        let number = transfer.job
        guard var job = jobs[number] else { return }
        let result = transfer.outcome(code)
        let report = HopReport(result: result, at: job.startedAt, milliseconds: transfer.milliseconds(), ip: transfer.peer())
        idle.append(transfer)
        if case .hop = job.request.purpose { job.spent += .milliseconds(report.milliseconds) }
        if case .failure(let failure) = result, failure.kind == .nameUnknown, mayLookUp(job.request) {
            job.pending = report
            jobs[number] = job
            lookUp(job.request.url.host, for: number)
        } else {
            conclude(report, job, number)
        }
    }

    /// A request is over: its service's mood is minded, and its link goes on.
    private func conclude(_ report: HopReport, _ job: Job, _ number: Int) {
        var job = job
        let now = Manners.clock()
        if job.request.purpose == .probe {
            queues.finished(service: job.service, mood: Manners.mood(report.result, pause: nil), now: now)
            let answersToAnything = Probe.leadsAway(report.result, from: job.request.url)
            jobs[number] = job
            for other in probes.learn(job.request.url.host, answersToAnything) { probed(other, answersToAnything) }
            return
        }
        let step = job.ladder.advance(report, of: job.request, now: Manners.now())
        queues.finished(service: job.service, mood: Manners.mood(report.result, pause: job.ladder.pause), now: now)
        if let pause = job.ladder.archivePause { leaveArchiveAlone(seconds: pause) }
        if let pause = job.ladder.pause, pause <= plan.options.longestPause, case .finish = step, job.ladder.mayAskAgain() {
            // Its turn comes when the service has had its pause.
            enqueue(job.request, job, number)
        } else {
            take(step, job, number)
        }
        giveUp(onService: job.service)
    }

    /// A service that is not worth waiting for in this run: what waits for it is put off.
    private func giveUp(onService name: String) {
        let pause = queues.pause(of: name, now: Manners.clock())
        if pause > plan.options.longestPause {
            for number in queues.drain(service: name) { putOff(number, "\(name) wants to be left alone", seconds: pause) }
        } else if queues.troubles(name) >= plan.options.troublesMax {
            for number in queues.drain(service: name) { putOff(number, "\(name) is in trouble", seconds: 3600) }
        }
    }

    private func leaveArchiveAlone(seconds: Double) {
        manners.blockArchive(seconds: seconds)
        for endpoint in ArchiveEndpoint.allCases {
            for number in queues.drain(service: manners.key(of: endpoint)) { endArchive(number, "the archive wants to be left alone") }
        }
    }

    // MARK: - Names

    /// Behind a proxy or a `--connect-to` rule, it is not the URL's host that could not be found.
    private func mayLookUp(_ request: WebRequest) -> Bool {
        plan.options.proxy == nil && !plan.overrides.divert(host: request.url.host, port: request.url.port)
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
        guard let job = jobs[number], var report = job.pending else { return }
        if answer == .noSuchName { report.result = .failure(Self.noSuchName(host)) }
        var resumed = job
        resumed.pending = nil
        conclude(report, resumed, number)
    }

    private static func noSuchName(_ host: String) -> HopFailure {
        HopFailure(kind: .noSuchName, message: "there is no host named \(host)")
    }
}
