/// Carrying out one case, once or several times.
extension Runner {
    /// Carries out a case once.
    static func attempt(
        _ entry: Int,
        _ scope: RunScope,
        _ startedAfter: Duration,
        _ totals: inout TransferTotals,
        _ observations: inout Observations
    ) async -> CaseResult {
        var runner = CaseRunner(scope: scope, entryIndex: entry)
        // Handed over and back, so that what was seen is never copied.
        swap(&runner.observations, &observations)
        var result = await runner.run(startedAfter: startedAfter)
        swap(&runner.observations, &observations)
        result.allowance = scope.knownFailures.allowance(for: result)
        if let remark = scope.knownFailures.remark(on: result), case .errored(var cause) = result.outcome {
            cause.hint = (cause.hint.map { "\($0); " } ?? "") + remark
            result.outcome = .errored(cause)
        }
        totals.add(runner.totals)
        return result
    }

    /// Carries out a case again, as the settings say, after its first attempt; an interruption ends that.
    static func repeated(
        _ first: CaseResult,
        _ entry: Int,
        _ scope: RunScope,
        _ zero: Duration,
        _ totals: inout TransferTotals,
        _ observations: inout Observations
    ) async -> CaseResult {
        if case .notRun = first.outcome { return first }
        let policy = scope.settings.attempts
        var fold = AttemptFold(first)
        var last = first
        while policy.goesOn(after: last, count: fold.count) {
            if scope.stopReason == nil, !Task.isCancelled {
                let startedAfter = scope.environment.uptime() - zero
                last = await attempt(entry, scope, startedAfter, &totals, &observations)
                fold.add(last)
                guard case .notRun = last.outcome else { continue }
            }
            return fold.cutShort(of: policy, reason: scope.stopReason ?? "the run was cancelled")
        }
        return fold.result
    }
}
