import Conformance

extension Explanations {
    /// What can be wrong with an entry of the list of known failures.
    static let listProblems: [Explanation] = KnownFailureProblem.Kind.allCases.map { kind in
        let (meaning, cure) = words(of: kind)
        return Explanation(.listProblem, kind.rawValue, meaning, .text(example(of: kind)), cure)
    }

    private static func words(of kind: KnownFailureProblem.Kind) -> (meaning: String, cure: String) {
        switch kind {
        case .stale:
            ("Every case that the entry names passes.", "Take the entry out, or run with --update-known-failures.")
        case .ended:
            (
                "The last day of the entry, 'until', is over; it excuses nothing any more.",
                "Mend what it names, take it out, or agree on a later day."
            )
        case .unmatched: ("No case of the corpus has an id that the entry names.", "Correct 'case', or take it out.")
        case .tooWide:
            (
                "The entry names cases that pass beside those that fail.",
                "Name the ones that fail, so that the others cannot begin to fail unseen."
            )
        case .wrongMessage:
            (
                "A case that the entry names fails, but its first finding does not begin as 'message' says.",
                "Look at the new failure; if it is the same fault, correct 'message'."
            )
        case .unexplained:
            (
                "The reason or the link of the entry was never filled in; it excuses nothing.",
                "Say why, and where it is tracked."
            )
        }
    }

    private static func example(of kind: KnownFailureProblem.Kind) -> String {
        switch kind {
        case .ended: #"{ "case": "sessions/get/one", "reason": "R-12", "until": "2020-01-31" }"#
        case .wrongMessage: #"{ "case": "sessions/get/one", "reason": "R-12", "message": "status: expected 200" }"#
        case .unexplained: #"{ "case": "sessions/get/one", "reason": "FILL IN" }"#
        case .tooWide: #"{ "case": "sessions/*", "reason": "R-12" }"#
        case .stale, .unmatched: #"{ "case": "sessions/get/one", "reason": "R-12" }"#
        }
    }
}
