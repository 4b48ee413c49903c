import Conformance

extension CaseResult {
    /// Why a flaky case is a failure where the run was told so.
    var flakyFailureWords: String {
        "flaky: it passed in \(passedAttempts) of \(attemptCount) attempts, which --fail-on-flaky makes a failure"
    }
}
