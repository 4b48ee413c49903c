import WireJSON

extension CaseRunner {
    /// What the case came to; redacted, and with evidence only where the run keeps it.
    func result(duration: Duration, startedAfter: Duration) -> CaseResult {
        let outcome = rawOutcome
        var result = CaseResult(
            entryAt: entryIndex,
            in: scope,
            outcome: .passed,
            duration: duration,
            startedAfter: startedAfter
        )
        result.exchangeCount = journal.exchanges.count
        result.mayHaveLeft = journal.mayHaveLeft && !ownsProject && !scope.target.isMock
        let keepsEvidence = scope.settings.evidence == .all || outcome != .passed
        guard keepsEvidence || !journal.notes.isEmpty else { return result }
        let secrets = journal.secrets(
            names: scope.material.catalogue.secrets,
            projects: [project.secret, scope.sharedProject.secret],
            variables: compiled.variables,
            values: values,
            ofRun: scope.settings.secrets
        )
        // Before anything of the case can be written.
        scope.guarded.add(secrets)
        let redactor = Redactor(secrets)
        result.findings = journal.shown(journal.findings, redactor, position: scope.material.position)
        result.notes = journal.shown(journal.notes, redactor, position: scope.material.position)
        result.exchanges =
            keepsEvidence
            ? journal.shownExchanges(
                redactor,
                curlWords: scope.settings.curlWords,
                sha256: scope.environment.sha256
            ) : []
        switch outcome {
        case .passed: result.outcome = .passed
        case .failed: result.outcome = .failed
        case .cutShort: result.outcome = .notRun("cut short: \(redactor.redact(interruptionReason))")
        case .errored(let problem):
            result.outcome = .errored(journal.cause(problem, redactor, position: scope.material.position))
        }
        return result
    }

    private enum RawOutcome: Equatable {
        case passed, failed, cutShort
        case errored(CaseTrouble)
    }

    /// Trouble outweighs findings, which stay beside it; findings outweigh an interruption.
    private var rawOutcome: RawOutcome {
        if let problem = journal.trouble { return .errored(problem) }
        if !journal.findings.isEmpty { return .failed }
        return journal.isCutShort ? .cutShort : .passed
    }

    private var interruptionReason: String {
        scope.stopReason ?? "the run was cancelled"
    }
}

extension CaseResult {
    /// A result of a case as the corpus knows it.
    init(
        entryAt index: Int,
        in scope: RunScope,
        outcome: Outcome,
        duration: Duration = .zero,
        startedAfter: Duration = .zero
    ) {
        let entries = scope.material.entries
        self.init(
            id: entries[index].id,
            suite: scope.suiteIDs[entries[index].suite] ?? entries[index].suiteID,
            description: entries[index].description,
            position: scope.material.entryPositions[index],
            requirements: entries[index].requirements,
            tags: entries[index].tags,
            outcome: outcome,
            duration: duration,
            startedAfter: startedAfter
        )
    }
}

extension CaseEntry {
    /// The id without the case and, where there is one, the row.
    var suiteID: String {
        let parts = id.scalarSplit(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(row == nil ? 1 : 2).joined(separator: "/")
    }
}
