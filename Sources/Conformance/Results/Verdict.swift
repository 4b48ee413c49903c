/// What an outcome counts as once the list of known failures has been asked; an errored case is never excused.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case passed
    /// It passed in one attempt and did not in another.
    case flaky
    case failed, errored, skipped
    case notRun = "not-run"
    /// It failed as an entry of the list says.
    case knownFailure = "known-failure"
    /// It passed, though an entry of the list says that it fails.
    case unexpectedPass = "unexpected-pass"

    /// The verdict on the attempt that is shown; `isFlaky` says that another one ended otherwise.
    package init(_ outcome: Outcome, _ allowance: Allowance? = nil, isFlaky: Bool = false) {
        self =
            switch (outcome, allowance) {
            case (.passed, .contradicted): .unexpectedPass
            case (.passed, _): isFlaky ? .flaky : .passed
            case (.failed, .excused): .knownFailure
            case (.failed, _): .failed
            case (.errored, _): .errored
            case (.skipped, _): .skipped
            case (.notRun, _): .notRun
            }
    }

    /// Whether the case failed or could not be judged, excused or not.
    package var isFailing: Bool {
        switch self {
        case .failed, .errored, .knownFailure: true
        case .passed, .flaky, .skipped, .notRun, .unexpectedPass: false
        }
    }

    /// Whether it makes the run exit with a status other than 0; a flaky case does only where that is asked for.
    package var isUnexpected: Bool {
        switch self {
        case .failed, .errored, .notRun, .unexpectedPass: true
        case .passed, .flaky, .skipped, .knownFailure: false
        }
    }
}
