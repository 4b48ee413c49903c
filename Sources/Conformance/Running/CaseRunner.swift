import WireJSON

/// Carries out one case, from its project to its teardown.
struct CaseRunner: Sendable {
    let scope: RunScope
    let entryIndex: Int
    let compiled: CompiledCase
    var project: ProjectAccess
    var ownsProject = false
    var values: [JSONValue?]
    /// How far this case has moved the clock of its project.
    var advances: Duration = .zero
    var keys: TokenContext?
    var journal = CaseJournal()
    var totals = TransferTotals()
    /// What the worker has seen of answers, of cases before this one too.
    var observations = Observations()
    /// When the run began, by `uptime`.
    var runStart: Duration = .zero
    /// The number of the next step, counted over the whole case.
    var nextStep = 0
    /// Whether teardown has begun; its requests have an allowance of their own.
    var isTearingDown = false
    /// When teardown must be over, by `uptime`; nil while the run is not interrupted.
    var teardownDeadline: Duration?
    /// When the present step of such a teardown must be over, so that one that hangs leaves time for those behind it.
    var teardownStepDeadline: Duration?
    private var uses: [(isOfSuite: Bool, teardown: [Step])] = []
    /// Where the case's own file last used a fragment.
    private var lastUse: SourceLocation?

    init(scope: RunScope, entryIndex: Int) {
        self.scope = scope
        self.entryIndex = entryIndex
        compiled = scope.material.compile(scope.material.entries[entryIndex])
        project = scope.sharedProject
        values = [JSONValue?](repeating: nil, count: compiled.variables.count)
    }

    /// The parts of a case; where one fails decides what the case comes to.
    private enum Phase {
        case setup, steps, teardown
    }

    /// Runs the case and says what it came to.
    mutating func run(startedAfter: Duration) async -> CaseResult {
        let start = scope.environment.uptime()
        runStart = start - startedAfter
        var hasFailed = false
        do throws(CaseTrouble) {
            try await prepare()
            hasFailed = try await perform(compiled.setup, .setup)
            if !hasFailed {
                hasFailed = try await perform(compiled.steps, .steps)
            }
        } catch {
            journal.add(error)
        }
        await tearDown()
        let duration = scope.environment.uptime() - start
        guard let executor = executor(forBytes: totals.bytesReceived) else {
            return result(duration: duration, startedAfter: startedAfter)
        }
        return await withTaskExecutorPreference(executor) {
            result(duration: duration, startedAfter: startedAfter)
        }
    }

    private mutating func prepare() async throws(CaseTrouble) {
        let needsProject =
            compiled.setup.contains { $0.needsProject } || compiled.steps.contains { $0.needsProject }
            || compiled.variables.contains { $0.origin == .builtIn(.projectID) }
        if needsProject { try await openProject() }
        let builtIns = BuiltInValues(
            runID: scope.settings.runID,
            projectID: project.id,
            randomBytes: scope.environment.randomBytes
        )
        for (index, variable) in compiled.variables.enumerated() {
            if case .builtIn(let builtIn) = variable.origin {
                values[index] = builtIns.value(of: builtIn)
            }
        }
    }

    /// Runs steps until one has findings; true where one had.
    private mutating func perform(_ steps: [Step], _ phase: Phase) async throws(CaseTrouble) -> Bool {
        var isOfSuite = phase == .setup
        for step in steps {
            guard !Task.isCancelled else { throw .cancelled }
            if case .beginUse(_, let teardown) = step.action {
                // A use inside a fragment stands in another file and belongs to where the outer one stands.
                if phase == .setup, step.location.file == compiled.location.file {
                    isOfSuite = scope.material.isSuiteSetup(step.location)
                }
                if step.location.file == compiled.location.file { lastUse = step.location }
                uses.append((isOfSuite, teardown))
                continue
            }
            let before = journal.findings.count
            do throws(CaseTrouble) {
                try await perform(step)
            } catch {
                throw phase == .setup ? error.during("set-up") : error
            }
            if journal.findings.count > before {
                noteCallSite(at: before)
                if phase == .setup { noteFailure(of: .setup, at: before) }
                return true
            }
        }
        return false
    }

    /// Says beside a finding in a fragment where the case uses that.
    private mutating func noteCallSite(at index: Int) {
        guard let use = callSite(of: journal.findings[index].finding) else { return }
        journal.findings[index].finding.add(note: "used at \(scope.material.position(use))")
    }

    /// A finding in set-up or teardown makes the case errored: what it was to show was not shown.
    private mutating func noteFailure(of kind: ErrorCause.Kind, at index: Int) {
        let finding = journal.findings[index].finding
        let note = finding.note.map { " (\($0))" } ?? ""
        journal.add(
            CaseTrouble(
                kind: kind,
                message: "\(kind == .setup ? "set-up" : "teardown"): \(finding.words)\(note)",
                location: callSite(of: finding) ?? finding.location
            )
        )
    }

    /// The `use` of the case's own file that led to a finding in a fragment; nil for one in the case's own file.
    private func callSite(of finding: RawFinding) -> SourceLocation? {
        guard let location = finding.location, location.file != compiled.location.file else { return nil }
        return lastUse
    }

    private mutating func perform(_ step: Step) async throws(CaseTrouble) {
        let number = nextStep
        nextStep += 1
        switch step.action {
        case .request(let request): try await perform(request, at: step.location, number)
        case .payload(let payload): try await perform(payload, at: step.location, number)
        case .mock(let mock): try await perform(mock, at: step.location, number)
        case .check(let checks): try await perform(checks, number)
        case .beginUse: break
        }
    }

    // MARK: Teardown

    /// Case, its uses in reverse order, suite, its uses in reverse order; then the project itself.
    private mutating func tearDown() async {
        isTearingDown = true
        var steps = compiled.caseTeardown
        for use in uses.reversed() where !use.isOfSuite { steps += use.teardown }
        steps += compiled.suiteTeardown
        for use in uses.reversed() where use.isOfSuite { steps += use.teardown }
        uses = []
        guard !steps.isEmpty || ownsProject else { return }
        let rest = Task.isCancelled ? steps : await tearDown(steps, isShielded: false)
        guard !rest.isEmpty || ownsProject, Task.isCancelled else { return }
        // The task is cancelled: what is left runs in one that is not, with a short time limit of its own.
        let shielded = self
        self = await Task {
            var runner = shielded
            let deadline = runner.scope.environment.uptime() + runner.scope.settings.interruptedTeardown
            runner.teardownDeadline = deadline
            _ = await runner.tearDown(rest, isShielded: true)
            return runner
        }.value
    }

    /// Runs every step, also after one that failed; gives back those that an interruption left over.
    private mutating func tearDown(_ steps: [Step], isShielded: Bool) async -> [Step] {
        var steps = steps
        var index = 0
        while index < steps.count {
            if let deadline = teardownDeadline {
                let now = scope.environment.uptime()
                guard now < deadline else {
                    journal.isCutShort = true
                    journal.mayHaveLeft = steps[index...].contains { $0.needsProject && !$0.usesUnset(values) }
                    return []
                }
                let isLast = index == steps.count - 1 && !ownsProject
                teardownStepDeadline = isLast ? deadline : now + (deadline - now) / 2
            }
            if !isShielded, Task.isCancelled { return Array(steps[index...]) }
            if case .beginUse(_, let teardown) = steps[index].action {
                steps += teardown
            } else if await !performTeardown(steps[index], isShielded: isShielded) {
                return Array(steps[index...])
            }
            index += 1
        }
        teardownStepDeadline = nil
        await closeProject(isShielded: isShielded)
        return []
    }

    /// Runs one step of teardown; false where an interruption cut it short, so that it must run again.
    private mutating func performTeardown(_ step: Step, isShielded: Bool) async -> Bool {
        guard !step.usesUnset(values) else { return true }
        let before = journal.findings.count
        do throws(CaseTrouble) {
            try await perform(step)
        } catch {
            if error.isCancellation, !isShielded { return false }
            journal.mayHaveLeft = true
            add(error.during("teardown"), isShielded: isShielded)
        }
        guard journal.findings.count > before else { return true }
        // What is not there need not be deleted.
        let isGone = journal.exchanges.last?.response.map { [404, 410].contains($0.status) } ?? false
        if !isGone { journal.mayHaveLeft = true }
        if isShielded {
            // The step that was cut short runs again, and the target may have carried it out already.
            journal.findings.removeSubrange(before...)
        } else {
            noteFailure(of: .teardown, at: before)
        }
        return true
    }

    private mutating func closeProject(isShielded: Bool) async {
        do throws(CaseTrouble) {
            try await closeProject()
        } catch {
            if error.isCancellation, !isShielded { return }
            add(error, isShielded: isShielded)
        }
    }

    /// Trouble of a teardown that has 800 ms is that of the interruption, not of the case.
    private mutating func add(_ trouble: CaseTrouble, isShielded: Bool) {
        if isShielded {
            journal.isCutShort = true
        } else {
            journal.add(trouble)
        }
    }
}

extension CaseTrouble {
    /// The same trouble, saying that it came before or after what the case is about.
    fileprivate func during(_ part: String) -> CaseTrouble {
        guard !isCancellation else { return self }
        var trouble = self
        trouble.message = "\(part): \(message)"
        return trouble
    }
}
