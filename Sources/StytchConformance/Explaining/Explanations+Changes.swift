import Conformance
import ConformanceReports

extension Explanations {
    /// In which ways two runs may differ, as 'compare' prints it.
    static let changes: [Explanation] = ChangeKind.allCases.map { kind in
        let (meaning, cure) = words(of: kind)
        return Explanation(.change, kind.rawValue, meaning, .text("\(kind.rawValue): 1"), cure)
    }

    /// What may be wrong with an accept file.
    static let acceptances: [Explanation] = [
        Explanation(
            .acceptance,
            AcceptedChangeProblem.Kind.ended.rawValue,
            "The last day of an entry is over: it agrees to nothing any more, and fails the comparison.",
            .text("accepted.json:2:3: the entry for newly-failing of 'sessions/get/*' ended with 2026-11-20"),
            "See to the change, or give the entry a later 'until'."
        ),
        Explanation(
            .acceptance,
            AcceptedChangeProblem.Kind.unused.rawValue,
            "No change is as an entry says; a list that is out of date fails the comparison.",
            .text("accepted.json:2:3: there is no change for the entry for newly-failing of 'sessions/get/*'"),
            "Correct the entry or remove it."
        ),
    ]

    private static func words(of kind: ChangeKind) -> (meaning: String, cure: String) {
        switch kind.subject {
        case .cases: ofCases(kind)
        case .answers: ofAnswers(kind)
        case .drift, .statements, .models, .speed: ofOthers(kind)
        }
    }

    private static let lookAtCase = "Read its first finding, and the whole case in the later run's report."

    private static func ofCases(_ kind: ChangeKind) -> (meaning: String, cure: String) {
        switch kind {
        case .newlyFailing: ("A case fails that did not fail before, or that the earlier run did not have.", lookAtCase)
        case .newlyErrored: ("A case could not be judged that could be before.", lookAtCase)
        case .noLongerRun:
            ("A case ran before, and was planned and did not run now.", "See why the later run stopped early.")
        case .removed:
            ("A case is no longer there.", "Accept it with a reason if it was meant to go; else bring it back.")
        case .newlySkipped:
            ("A case is skipped that was not before.", "Read its reason; a target may offer less than it did.")
        case .newlyFlaky: ("A case passed only in some of its attempts, and did not need that before.", lookAtCase)
        case .unexpectedPass:
            ("A case passes though the list of known failures says that it fails.", "Remove the entry of the list.")
        case .newlyExcused:
            ("A case fails as the list of known failures says, and did not before.", "Nothing, if the entry is right.")
        case .failingDifferently: ("A case did not pass before either, but now for another reason.", lookAtCase)
        case .stillFailing:
            ("A case fails for the same reason as before.", "Mend it, or put it on the list of known failures.")
        case .fixed: ("A case passes that did not before.", "Nothing.")
        case .newlyRun: ("A case passes that was skipped or did not run before.", "Nothing.")
        case .new: ("A case that the earlier run did not have.", "Nothing.")
        default: ("One of the runs was not asked for the case.", "Compare runs of the same cases to learn more.")
        }
    }

    private static let lookAtAnswer =
        "Ask whether those who read the API can live with it; accept it with a reason if it is meant."

    private static func ofAnswers(_ kind: ChangeKind) -> (meaning: String, cure: String) {
        switch kind {
        case .fieldGone: ("A member of an operation's answers was always there, and now never is.", lookAtAnswer)
        case .typeChanged: ("A value in answers is of a kind, such as string, that it never had.", lookAtAnswer)
        case .becameNull: ("A value in answers that never was null now always is.", lookAtAnswer)
        case .becameNullable: ("A value in answers that never was null now sometimes is.", lookAtAnswer)
        case .becameOptional: ("A member of answers that was always there now sometimes is missing.", lookAtAnswer)
        case .answersAdded:
            (
                "Answers of a class of statuses came from an operation that gave none before.",
                "Look for the case that met it."
            )
        case .answersGone:
            (
                "An operation gives no answers of a class of statuses that it gave before.",
                "Look for cases that did not run to their end."
            )
        case .wordAdded:
            ("A closed list of words has one that was never seen.", "Ask whether readers take words they do not know.")
        case .fieldAdded: ("A member of answers was never seen before.", "Nothing; readers skip what they do not know.")
        case .fieldUnseen:
            ("A member of answers that was there sometimes was not seen.", "Nothing; or look for what gave it.")
        case .typeGone: ("A value in answers no longer has one of the kinds that it had.", "Nothing.")
        case .nullGone: ("A value in answers that was null at times never is.", "Nothing.")
        default: ("A word of a closed list was not seen any more.", "Nothing; or look for what gave it.")
        }
    }

    private static func ofOthers(_ kind: ChangeKind) -> (meaning: String, cure: String) {
        switch kind {
        case .driftAdded:
            ("Something is noted of answers that was not before, such as a field that no model reads.", lookAtAnswer)
        case .driftGone: ("Something that was noted of answers is not any more.", "Nothing.")
        case .statementBroken:
            ("A statement of the contract is shown not to hold, and was not before.", "Look at its cases.")
        case .statementUnproved:
            (
                "Nothing is learnt of a statement of the contract that was judged before.",
                "See which of its cases did not run."
            )
        case .statementProved:
            ("A statement of the contract holds that did not, or of which nothing was known.", "Nothing.")
        case .coverageLost:
            (
                "A member or a word that a model declares was seen in answers, and is no longer.",
                "Look for cases that are gone or did not run; else the API no longer sends it."
            )
        case .coverageGained:
            ("A member or a word that a model declares is seen in answers for the first time.", "Nothing.")
        case .slower:
            (
                "An operation takes longer, by more than a busy machine explains.",
                "Compare again to be sure; docs/comparing.md says how it is judged."
            )
        default: ("An operation takes less time, by more than a quiet machine explains.", "Nothing.")
        }
    }
}
