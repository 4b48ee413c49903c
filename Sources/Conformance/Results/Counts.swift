/// How many cases came to each verdict.
package struct Counts: Sendable, Hashable {
    package var passed = 0
    package var flaky = 0
    package var failed = 0
    package var errored = 0
    package var skipped = 0
    package var notRun = 0
    package var knownFailures = 0
    package var unexpectedPasses = 0

    package init(
        passed: Int = 0,
        flaky: Int = 0,
        failed: Int = 0,
        errored: Int = 0,
        skipped: Int = 0,
        notRun: Int = 0,
        knownFailures: Int = 0,
        unexpectedPasses: Int = 0
    ) {
        self.passed = passed
        self.flaky = flaky
        self.failed = failed
        self.errored = errored
        self.skipped = skipped
        self.notRun = notRun
        self.knownFailures = knownFailures
        self.unexpectedPasses = unexpectedPasses
    }

    package mutating func add(_ verdict: Verdict) {
        switch verdict {
        case .passed: passed += 1
        case .flaky: flaky += 1
        case .failed: failed += 1
        case .errored: errored += 1
        case .skipped: skipped += 1
        case .notRun: notRun += 1
        case .knownFailure: knownFailures += 1
        case .unexpectedPass: unexpectedPasses += 1
        }
    }

    package var total: Int { passed + flaky + failed + errored + skipped + notRun + knownFailures + unexpectedPasses }
}
