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

    /// A link that is under way. A class, because there is much to it and it changes with every request.
    private final class Job {
        var ladder: LinkLadder
        /// The request whose turn it is.
        var request: WebRequest
        var service = ""
        /// What the chain's transfers have taken so far; waiting does not count.
        var spent = Duration.zero
        var startedAt = ""
        /// The end of a request that waits for a name look-up.
        var pending: HopReport?

        init(ladder: LinkLadder, request: WebRequest) {
            self.ladder = ladder
            self.request = request
        }
    }

    private struct Delayed: Comparable {
        var until: Double
        var job: Int

        static func < (one: Delayed, other: Delayed) -> Bool { one.until < other.until }
    }

    private let plan: Plan
    private let mailbox: Mailbox
    private let rules: Shared<LinkLadder.Rules>
    private let chainRules: Shared<ChainState.Rules>
    private let settings: Transfer.Settings
    private let multi: MultiHandle
    private let lookUps = NameLookup.queue()
    private let manners: Manners
    private var idle: [Transfer] = []
    /// What has come of links since the mailbox was told last. Told together, the caller is woken once.
    private var finished: [Expansion] = []
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
        rules = Shared(LinkLadder.Rules(options))
        chainRules = Shared(rules.value.chain)
        manners = Manners(options)
        settings = Transfer.Settings(options: options, overrides: plan.overrides)
        multi = try MultiHandle(connections: options.parallelMax * 4)
        queues = ServiceQueues(maxRunning: options.parallelMax)
    }

    private func run() throws(ResolverError) {
        defer {
            lookUps.cancelAllOperations()
            deliver()
        }
        while true {
            for order in mailbox.takeOrders() {
                switch order {
                case .expand(let link): accept(link)
                case .name(let host, let answer): learn(answer, ofName: host)
                case .stop: return
                }
            }
            try startWhatMay()
            let ended = try multi.perform()
            for (transfer, code) in ended { finish(transfer, code) }
            endDraining()
            deliver()
            // A transfer that ends may free a turn or ask for the next hop; only when nothing did is there time to wait.
            if ended.isEmpty { multi.wait(for: mailbox.bell, milliseconds: patience) }
        }
    }

    private func deliver() {
        guard !finished.isEmpty else { return }
        mailbox.post(finished)
        finished = []
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
        var ladder = LinkLadder(link, rules: rules, chainRules: chainRules)
        let step = ladder.begin(now: Manners.now())
        switch step {
        case .ask(let request): enqueue(request, Job(ladder: ladder, request: request), jobCount)
        case .finish(let expansion): finished.append(expansion)
        // Nothing has been asked yet that could be doubted.
        case .probe: break
        }
    }

    /// Does what a link asks for next.
    private func take(_ step: LinkLadder.Step, _ job: Job, _ number: Int) {
        switch step {
        case .finish(let expansion):
            jobs[number] = nil
            finished.append(expansion)
        case .ask(let request):
            enqueue(request, job, number)
        case .probe(let url):
            jobs[number] = job
            switch probes.question(url.host, by: number) {
            case .known(let finding): probed(number, finding)
            case .isAsked: break
            case .ask:
                guard let code = Probe.randomCode(on: url) else { return probed(number, .unknown) }
                enqueue(WebRequest(url: code, purpose: .probe), job, number)
            }
        }
    }

    private func enqueue(_ request: WebRequest, _ job: Job, _ number: Int) {
        job.request = request
        if case .archive(let endpoint) = request.purpose {
            if let problem = manners.archiveProblem(isNewLookup: endpoint == .index) {
                jobs[number] = nil
                finished.append(job.ladder.putOffArchive(problem, seconds: 3600, now: Manners.now()))
                return
            }
        } else if job.request.purpose == .hop, job.spent >= plan.options.maxTime {
            return report(.failure(HopFailure(kind: .timeout, message: "the time for this link was up before this hop")), of: job, number)
        } else if names[job.request.url.host] == .noSuchName {
            return report(.failure(Self.noSuchName(job.request.url.host)), of: job, number)
        }
        job.service = manners.key(of: job.request)
        let delay = job.request.delay.seconds
        jobs[number] = job
        if let pause = manners.knownPause(of: job.request, job.service) {
            return putOff(number, "\(job.service) wants to be left alone", seconds: pause)
        }
        if delay > 0 {
            delayed.insert(Delayed(until: Manners.clock() + delay, job: number))
        } else {
            queues.enqueue(number, service: job.service, pace: manners.pace(of: job.request))
            giveUp(onService: job.service)
        }
    }

    /// Ends a request that was never made, for a reason known beforehand.
    private func report(_ result: HopReport.Result, of job: Job, _ number: Int) {
        if job.request.purpose == .probe { return learn(.unknown, ofHost: job.request.url.host) }
        let now = Manners.now()
        let step = job.ladder.advance(HopReport(result: result, at: now, milliseconds: 0), of: job.request, now: now)
        take(step, job, number)
    }

    private func putOff(_ number: Int, _ message: String, seconds: Double? = nil) {
        guard let job = jobs[number] else { return }
        // Not the link is put off, but what would be known of its host: all that wait for that are told.
        if job.request.purpose == .probe { return learn(.unknown, ofHost: job.request.url.host) }
        jobs[number] = nil
        let retry = seconds.map { Date(timeIntervalSinceNow: $0).formatted(.iso8601) }
        finished.append(job.ladder.putOff(message, retryAfter: retry, now: Manners.now()))
    }

    private func probed(_ number: Int, _ finding: Probe.Finding) {
        guard let job = jobs[number] else { return }
        let step = job.ladder.probed(finding, now: Manners.now())
        take(step, job, number)
    }

    /// What a probe has found is for all links that wait for it.
    private func learn(_ finding: Probe.Finding, ofHost host: String) {
        for number in probes.learn(host, finding) { probed(number, finding) }
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
                // Nor may any of the others of this service be asked.
                for other in [number] + queues.drain(service: job.service) { putOff(other, reason) }
            case .noArchive(let reason):
                queues.finished(service: job.service, mood: .well, now: now)
                endArchive(number, reason)
            }
        }
    }

    private func endArchive(_ number: Int, _ reason: String) {
        guard let job = jobs.removeValue(forKey: number) else { return }
        finished.append(job.ladder.putOffArchive(reason, seconds: 3600, now: Manners.now()))
    }

    private func start(_ job: Job, _ number: Int) throws(ResolverError) {
        let transfer = try freeTransfer()
        let isArchive = if case .archive = job.request.purpose { true } else { false }
        let isHop = job.request.purpose == .hop
        let time = isArchive ? plan.options.archive?.maxTime ?? .seconds(60) : plan.options.maxTime - (isHop ? job.spent : .zero)
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
        guard let job = jobs[number] else { return }
        let result = transfer.outcome(code)
        let report = HopReport(result: result, at: job.startedAt, milliseconds: transfer.milliseconds(), ip: transfer.peer())
        idle.append(transfer)
        if case .hop = job.request.purpose { job.spent += .milliseconds(report.milliseconds) }
        if case .failure(let failure) = result, failure.kind == .nameUnknown, mayLookUp(job.request) {
            // The look-up takes no request's place.
            queues.finished(service: job.service, mood: .well, now: Manners.clock())
            job.pending = report
            lookUp(job.request.url.host, for: number)
        } else {
            conclude(report, job, number)
        }
    }

    /// A request is over: its service's mood is minded, and its link goes on.
    ///
    /// - Parameter isMinded: whether its service knows already.
    private func conclude(_ report: HopReport, _ job: Job, _ number: Int, isMinded: Bool = false) {
        let now = Manners.clock()
        if job.request.purpose == .probe {
            let pause: Double? =
                if case .answer(let answer) = report.result, [420, 429].contains(answer.status) {
                    Verdict.pause(of: answer) ?? Verdict.usualPause
                } else { nil }
            if !isMinded { queues.finished(service: job.service, mood: Manners.mood(report.result, pause: pause), now: now) }
            learn(Probe.finding(report.result, at: job.request.url), ofHost: job.request.url.host)
            return giveUp(onService: job.service)
        }
        let step = job.ladder.advance(report, of: job.request, now: Manners.now())
        if !isMinded { queues.finished(service: job.service, mood: Manners.mood(report.result, pause: job.ladder.pause), now: now) }
        if let pause = job.ladder.archivePause { leaveArchiveAlone(seconds: pause) }
        if let pause = job.ladder.pause, pause <= plan.options.longestPause, case .finish = step, job.ladder.mayAskAgain() {
            // Its turn comes when the service has had its pause.
            enqueue(job.request, job, number)
        } else {
            take(step, job, number)
        }
        giveUp(onService: job.service)
    }

    /// A service that is not worth waiting for in this run: what waits for it is put off. The web archive has a budget of its own.
    private func giveUp(onService name: String) {
        guard !ArchiveEndpoint.allCases.contains(where: { manners.key(of: $0) == name }) else { return }
        let pause = queues.pause(of: name, now: Manners.clock())
        if pause > plan.options.longestPause || queues.throttlings(name) >= Self.mostThrottlings {
            for number in queues.drain(service: name) { putOff(number, "\(name) wants to be left alone", seconds: max(pause, 60)) }
        } else if queues.troubles(name) >= plan.options.troublesMax {
            for number in queues.drain(service: name) { putOff(number, "\(name) is in trouble", seconds: 3600) }
        }
    }

    /// How often in a row a service may ask for a pause before it has one until the next run.
    private static let mostThrottlings = 3

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

    private func learn(_ answer: NameAnswer, ofName host: String) {
        // Bounded, since there may be as many dead hosts as there are links. Only what is certain is remembered.
        if names.count >= 10_000 { names = [:] }
        if answer == .noSuchName { names[host] = answer }
        let askers = waiting.removeValue(forKey: host) ?? []
        let service = askers.first.flatMap { jobs[$0]?.service }
        for job in askers { resume(job, host, answer) }
        if answer == .noSuchName, let service { endAll(ofHost: host, service) }
    }

    /// Links of a host that does not exist need not wait for their turns.
    private func endAll(ofHost host: String, _ service: String) {
        for number in queues.drain(service: service) {
            guard let job = jobs[number] else { continue }
            if job.request.url.host == host {
                report(.failure(Self.noSuchName(host)), of: job, number)
            } else {
                queues.enqueue(number, service: service, pace: manners.pace(of: job.request))
            }
        }
    }

    private func resume(_ number: Int, _ host: String, _ answer: NameAnswer) {
        guard let job = jobs[number], var report = job.pending else { return }
        if answer == .noSuchName { report.result = .failure(Self.noSuchName(host)) }
        job.pending = nil
        conclude(report, job, number, isMinded: true)
    }

    private static func noSuchName(_ host: String) -> HopFailure {
        HopFailure(kind: .noSuchName, message: "there is no host named \(host)")
    }
}
