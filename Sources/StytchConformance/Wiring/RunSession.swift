import Conformance
import ConformanceReports
import CurlTransport
import Foundation
import WireJSON

/// One run from its configuration to its exit status: load, plan, open the target, run, report.
struct RunSession {
    var configuration: RunConfiguration

    func perform() async throws -> ExitStatus {
        var times = StageTimes()
        let corpus = try Loading.corpus(
            from: configuration.source,
            constants: configuration.constants,
            knownFailures: configuration.knownFailures
        )
        if let note = configuration.rerun?.note(onMissingFrom: corpus) { StandardStream.error.write(note) }
        let plan = try plan(corpus)
        try OpenFileNeed(hasMock: configuration.target.isInside)
            .check(jobs: min(configuration.jobs, plan.items.count))
        try configuration.baseline?.check(
            PlannedRun(configuration.selection, shard: configuration.shard),
            caseIDs: plan.items.lazy.map { corpus.entries[$0.entry].id }
        )
        let secretNames = configuration.variables.isEmpty ? [] : corpus.secretNames
        let reports = RunReports(
            places: configuration.reports,
            context: ReportContext(configuration, corpus, secrets: secretNames),
            summaryFile: configuration.server.summaryFile
        )
        try reports.prepare()
        try configuration.baseline?.prepare()
        let secrets = secretsOfOptions(secretNames)
        LeakGuard.secrets.exempt(corpus)
        LeakGuard.secrets.add(secrets)
        let stopper = Stopper()
        let signals = SignalWatch.begin { stopper.stop($0) }
        times.end(.load)
        var result = try await run(corpus, plan, secrets, stopper)
        if let earlier = configuration.baseline?.earlier { result.noteFailing(since: earlier) }
        times.end(.run)
        times.judge = result.transfers.judging
        let reported = configuration.fixedMoment.map { result.reproducible(at: $0) } ?? result
        let written = await reports.write(reported)
        times.end(.report)
        var problem = written.problem
        if problem == nil { problem = await problemOfWriting(times) }
        let summary = ConsoleSummary(style: configuration.style, showsCommands: configuration.showsCommands)
        StandardStream.output.write(summary.details(result))
        StandardStream.output.write(reports.output(of: reported))
        let listProblem = await updateKnownFailures(corpus, result)
        let closing = ConsoleSummary.Closing(
            reports: written.written,
            command: configuration.repeatCommand(secrets: secretNames),
            part: configuration.partWords,
            order: configuration.order,
            showsConnections: configuration.isVerbose
        )
        StandardStream.output.write(summary.closing(result, closing))
        let comparison = await configuration.baseline?.compare(result, configuration.style) ?? .success
        // Last, where it is seen.
        if let listProblem { StandardStream.error.write(listProblem.text) }
        if let problem { StandardStream.error.write(problem.text) }
        if result.targetWasOutOfReach {
            StandardStream.error.write(
                CommandFailure(.outOfReach, "the target '\(result.target)' could not be reached").text
            )
        }
        try await configuration.bazel?.tell(of: result)
        leaveToTheSystem((corpus, result, reported))
        return .worst([
            ExitStatus(result), problem?.status ?? .success,
            listProblem?.status ?? .success, comparison,
            signals.request?.status ?? .success,
        ])
    }

    /// Keeps something to the end of the program, which is near: to free a hundred thousand cases one by one would only take time.
    private func leaveToTheSystem(_ value: any Sendable) {
        final class Kept: Sendable {
            let value: any Sendable
            init(_ value: any Sendable) { self.value = value }
        }
        _ = Unmanaged.passRetained(Kept(value))
    }

    /// The cases that all shards together run, or the run alone.
    private func plan(_ corpus: Corpus) throws -> RunPlan {
        let plan = try Loading.plan(
            corpus,
            configuration.selection,
            SelectedPlace(source: configuration.source, paths: configuration.typedPaths)
        )
        guard configuration.updatesKnownFailures else { return plan }
        if plan.items.count < corpus.entries.count {
            throw CommandFailure.partialUpdate("\(plan.items.count) of \(corpus.entries.count) cases are selected")
        }
        if let shard = configuration.shard { throw CommandFailure.partialUpdate("shard \(shard) is a part of one") }
        return plan
    }

    /// Writes the list of known failures anew where that is asked for and the run shows enough.
    private func updateKnownFailures(_ corpus: Corpus, _ result: RunResult) async -> CommandFailure? {
        guard configuration.updatesKnownFailures, let file = configuration.knownFailures else { return nil }
        do {
            if let reason = result.interruption { throw CommandFailure.partialUpdate(reason) }
            if result.targetWasOutOfReach { throw CommandFailure.partialUpdate("no case reached the target") }
            StandardStream.output.write(try await file.update(corpus, after: result))
            return nil
        } catch {
            return error as? CommandFailure ?? CommandFailure(.ourFault, "\(error)")
        }
    }

    private func run(
        _ corpus: Corpus,
        _ whole: RunPlan,
        _ secrets: SecretList,
        _ stopper: Stopper
    ) async throws -> RunResult {
        try await withOpenTarget(
            configuration.target,
            timeout: configuration.timeout,
            lanes: lanes,
            stopper: stopper
        ) { target, client in
            let before = client.counts
            let interruption = Interruption()
            stopper.onStop { [weak stopper] in
                interruption.interrupt(reason: "interrupted by \(stopper?.request?.name ?? "a signal")")
            }
            LeakGuard.secrets.add(target.secret, kind: "project_secret")
            var plan = whole.decided(for: target, corpus.entries)
            if let shard = configuration.shard {
                let part = whole.part(shard, of: corpus.entries, durations: configuration.shardDurations)
                plan = plan.keeping(part)
            }
            let runner = Runner(
                corpus: corpus,
                target: target,
                transport: client,
                models: Checks.models,
                declared: Checks.declared,
                tokens: Checks.tokens,
                environment: HostClock.environment,
                settings: settings(secrets)
            )
            let progress = LiveProgress(configuration, total: plan.items.count)
            defer { progress.end() }
            var result = await runner.run(plan, interruption: interruption, guarded: LeakGuard.secrets) {
                progress.add($0)
            }
            result.transfers.add(client.counts, since: before)
            result.selection = configuration.selection
            result.hasBuiltInCases = configuration.source == .builtIn
            result.failsOnFlaky = configuration.failsOnFlaky
            result.shard = configuration.shard.map { shard in
                ShardRecord(
                    shard,
                    of: corpus,
                    command: configuration.repeatCommand(secrets: corpus.secretNames),
                    plan: whole,
                    target: target.name,
                    day: result.started.day,
                    sha256: HostClock.sha256
                )
            }
            return result
        }
    }

    /// One thread that sends and judges for each eight cases at once, so that a small run has but one set of connections.
    private var lanes: Int {
        max(1, min(ProcessInfo.processInfo.activeProcessorCount, configuration.jobs / 8))
    }

    private func settings(_ secrets: SecretList) -> RunSettings {
        RunSettings(
            jobs: configuration.jobs,
            order: configuration.order,
            timeout: configuration.timeout,
            failFast: configuration.failFast,
            attempts: configuration.attempts,
            failsOnFlaky: configuration.failsOnFlaky,
            unknownFields: configuration.unknownFields,
            evidence: configuration.evidence,
            runID: RunID.make(),
            userAgent: "stytch-conformance/\(Program.version)",
            curlWords: configuration.target.curlWords,
            bodyLimit: configuration.bodyLimit,
            secrets: secrets,
            interruptedTeardown: configuration.interruptedTeardown,
            rate: configuration.rate,
            mostRequests: configuration.mostRequests
        )
    }

    /// What `--variable` gives to secrets; cases have theirs beside it.
    private func secretsOfOptions(_ names: [String]) -> SecretList {
        var found = SecretList(names: names)
        for variable in configuration.variables {
            if found.isSecret(variable.name) { found.add(variable.value, named: variable.name) }
            found.scan(body: variable.value.bytes())
        }
        return found
    }

    private func problemOfWriting(_ times: StageTimes) async -> CommandFailure? {
        guard let path = configuration.stageTimes else { return nil }
        do throws(LocalFiles.Problem) {
            try await StagedFiles.write(Array(times.text.utf8), to: path)
            return nil
        } catch {
            return CommandFailure(error, hint: "give another place with --stage-times")
        }
    }
}
