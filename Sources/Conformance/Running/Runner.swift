import Synchronization
import WireJSON

/// Runs a plan: so many cases at once, results in corpus order.
package struct Runner: Sendable {
    private let material: RunMaterial
    private let target: Target
    private let transport: any Transport
    private let models: [String: ModelCheck]
    private let tokens: TokenCheck
    private let environment: RunEnvironment
    private let settings: RunSettings

    package init(
        corpus: Corpus,
        target: Target,
        transport: any Transport,
        models: [String: ModelCheck],
        declared: DeclaredModels = DeclaredModels(),
        tokens: TokenCheck,
        environment: RunEnvironment,
        settings: RunSettings
    ) {
        self.init(
            material: RunMaterial(corpus, declared),
            target: target,
            transport: transport,
            models: models,
            tokens: tokens,
            environment: environment,
            settings: settings
        )
    }

    package init(
        material: RunMaterial,
        target: Target,
        transport: any Transport,
        models: [String: ModelCheck],
        tokens: TokenCheck,
        environment: RunEnvironment,
        settings: RunSettings
    ) {
        self.material = material
        self.target = target
        self.transport = transport
        self.models = models
        self.tokens = tokens
        self.environment = environment
        self.settings = settings
    }

    /// Runs every planned case, or as many as an interruption or `failFast` leaves.
    ///
    /// - Parameters:
    ///   - plan: What to run, made from the same corpus.
    ///   - interruption: Ends the run early from outside.
    ///   - guarded: Is given the secrets of every case that is shown.
    ///   - onResult: Called for each case as it ends, from several tasks at once and in no order.
    /// - Returns: What every planned case came to, in corpus order.
    package func run(
        _ plan: RunPlan,
        interruption: Interruption = Interruption(),
        guarded: GuardedSecrets = GuardedSecrets(),
        onResult: @escaping @Sendable (CaseResult) -> Void = { _ in }
    ) async -> RunResult {
        let started = environment.now()
        let zero = environment.uptime()
        let scope = RunScope(
            material: material,
            target: target,
            transport: transport,
            models: models,
            tokens: tokens,
            environment: environment,
            settings: settings,
            interruption: interruption,
            guarded: guarded
        )
        let queue = CaseQueue(plan.items, settings.order)
        let (totals, observations) = await work(through: queue, scope, zero, onResult)
        let reason = interruption.reason ?? queue.stopReason
        let answers = observations.answers
        let cases = complete(queue.takeFinished(), plan, reason ?? "the run was cancelled", scope, onResult)
        return RunResult(
            target: target.name,
            baseURL: target.baseURL,
            runID: settings.runID,
            started: started,
            duration: environment.uptime() - zero,
            cases: cases,
            interruption: reason,
            clockOffset: scope.clock.offset,
            transfers: totals,
            order: settings.order,
            times: observations.times,
            answers: answers,
            models: AnsweredModel.all(answers, material.catalogue, material.declared),
            knownFailureProblems: scope.knownFailures.problems(in: cases, of: material.entries),
            coverage: RequirementCoverage(material.requirements, in: cases)
        )
    }

    private func work(
        through queue: CaseQueue,
        _ scope: RunScope,
        _ zero: Duration,
        _ onResult: @escaping @Sendable (CaseResult) -> Void
    ) async -> (TransferTotals, Observations) {
        let workers = max(1, min(settings.jobs, queue.items.count))
        return await withTaskGroup(of: (TransferTotals, Observations)?.self) { group in
            let lanes = scope.lanes
            for number in 0..<workers {
                let scope = lanes[number % lanes.count]
                group.addTask(executorPreference: scope.transport.executor) {
                    await Self.work(through: queue, scope, zero, onResult)
                }
            }
            group.addTask {
                await scope.interruption.wait()
                return nil
            }
            var totals = TransferTotals()
            var observations = Observations()
            var busy = workers
            while busy > 0, let event = await group.next() {
                if let event {
                    totals.add(event.0)
                    observations.add(event.1)
                    busy -= 1
                } else {
                    group.cancelAll()
                }
            }
            group.cancelAll()
            return (totals, observations)
        }
    }

    private static func work(
        through queue: CaseQueue,
        _ scope: RunScope,
        _ zero: Duration,
        _ onResult: @Sendable (CaseResult) -> Void
    ) async -> (TransferTotals, Observations) {
        var totals = TransferTotals()
        var observations = Observations()
        while !Task.isCancelled, scope.interruption.reason == nil, let place = queue.next() {
            let item = queue.items[place]
            let startedAfter = scope.environment.uptime() - zero
            var result: CaseResult
            switch item.action {
            case .skip(let reason):
                result = CaseResult(
                    entryAt: item.entry,
                    in: scope,
                    outcome: .skipped(reason),
                    startedAfter: startedAfter
                )
            case .run:
                result = await attempt(item.entry, scope, startedAfter, &totals, &observations)
                if scope.settings.attempts != .once {
                    result = await repeated(result, item.entry, scope, zero, &totals, &observations)
                }
            }
            if scope.settings.failFast, scope.settings.isUnexpected(result.verdict) {
                queue.stop(reason: "stopped after '\(result.id)', as asked with fail-fast")
            }
            if let reason = scope.cap?.reason { queue.stop(reason: reason) }
            onResult(result)
            queue.finish(place, with: result)
        }
        return (totals, observations)
    }

    /// Puts in those that did not begin.
    private func complete(
        _ finished: FinishedCases,
        _ plan: RunPlan,
        _ reason: String,
        _ scope: RunScope,
        _ onResult: @Sendable (CaseResult) -> Void
    ) -> [CaseResult] {
        finished.completed(upTo: plan.items.count) { place in
            let item = plan.items[place]
            let outcome: Outcome =
                if case .skip(let why) = item.action { .skipped(why) } else { .notRun(reason) }
            let missing = CaseResult(entryAt: item.entry, in: scope, outcome: outcome)
            onResult(missing)
            return missing
        }
    }
}

/// The cases of a run, handed out one by one in the order of the run, and what each came to.
private final class CaseQueue: Sendable {
    let items: [PlannedCase]
    private let places: [Int]
    private let taken = Atomic<Int>(0)
    private let isStopped = Atomic<Bool>(false)
    private let reason = Mutex<String?>(nil)
    private let finished: Mutex<FinishedCases>

    init(_ items: [PlannedCase], _ order: RunOrder) {
        self.items = items
        places = order.places(items.count)
        finished = Mutex(FinishedCases(capacity: items.count))
    }

    /// Puts a result in its place.
    func finish(_ place: Int, with result: CaseResult) {
        finished.withLock { $0.add(result, at: place) }
    }

    /// What has come to an end; it is given once.
    func takeFinished() -> FinishedCases {
        finished.withLock { finished in
            defer { finished = FinishedCases(capacity: 0) }
            return finished
        }
    }

    /// The place of the next case, or nil where none is left or the run has stopped.
    func next() -> Int? {
        guard !isStopped.load(ordering: .relaxed) else { return nil }
        let number = taken.add(1, ordering: .relaxed).oldValue
        return number < places.count ? places[number] : nil
    }

    /// Hands out no more; the first reason stays.
    func stop(reason new: String) {
        reason.withLock { $0 = $0 ?? new }
        isStopped.store(true, ordering: .relaxed)
    }

    var stopReason: String? {
        reason.withLock { $0 }
    }
}

extension TransferTotals {
    mutating func add(_ other: TransferTotals) {
        requests += other.requests
        reusedConnections += other.reusedConnections
        bytesReceived += other.bytesReceived
        judging += other.judging
    }
}
