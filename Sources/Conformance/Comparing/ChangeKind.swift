/// In which way two runs differ at one place; the heaviest come first, and reports keep this order.
package enum ChangeKind: String, Sendable, Hashable, CaseIterable {
    // Cases
    /// It fails, and did not before.
    case newlyFailing = "newly-failing"
    /// It could not be judged, and could before.
    case newlyErrored = "newly-errored"
    /// It ran before, and was planned and did not run now.
    case noLongerRun = "no-longer-run"
    /// It is no longer among the cases.
    case removed
    case newlySkipped = "newly-skipped"
    /// It passed only in some of its attempts, and did not need that before.
    case newlyFlaky = "newly-flaky"
    /// It passes though the list of known failures says that it fails, which it did not before.
    case unexpectedPass = "unexpected-pass"
    /// It fails as the list of known failures says, and passed before.
    case newlyExcused = "newly-excused"
    /// It did not pass before either, but for another reason.
    case failingDifferently = "failing-differently"

    // Answers
    /// A member that was always there never is.
    case fieldGone = "field-gone"
    /// A value is of a kind that it never had.
    case typeChanged = "type-changed"
    /// A value that never was null always is.
    case becameNull = "became-null"
    /// A value that never was null sometimes is.
    case becameNullable = "became-nullable"
    /// A member that was always there sometimes is missing.
    case becameOptional = "became-optional"
    /// Answers of a class of statuses came that none came of.
    case answersAdded = "answers-added"
    /// No answers of a class of statuses came that some came of.
    case answersGone = "answers-gone"
    /// A word of a closed list that was never seen.
    case wordAdded = "word-added"
    case slower
    /// Something is noted of answers, such as a field that no model reads, that was not noted before.
    case driftAdded = "drift-added"
    /// A statement of the contract was shown to hold and is now shown not to.
    case statementBroken = "statement-broken"
    /// A statement of the contract was judged, and nothing is learnt of it now.
    case statementUnproved = "statement-unproved"
    /// Something that a model declares was seen in answers, and is no longer.
    case coverageLost = "coverage-lost"

    // What is no loss
    case fieldAdded = "field-added"
    /// A member that was there sometimes was not seen.
    case fieldUnseen = "field-unseen"
    /// A value no longer has one of the kinds that it had.
    case typeGone = "type-gone"
    /// A value that was null at times never is.
    case nullGone = "null-gone"
    case wordGone = "word-gone"
    case driftGone = "drift-gone"
    case faster
    case statementProved = "statement-proved"
    /// Something that a model declares is seen in answers, and was not.
    case coverageGained = "coverage-gained"
    case stillFailing = "still-failing"
    case fixed
    /// It was skipped or did not run before, and does now.
    case newlyRun = "newly-run"
    case new
    /// One of the runs was not asked for it.
    case notSelected = "not-selected"

    /// How much a change of this kind usually matters.
    package enum Level: String, Sendable, Hashable, CaseIterable {
        case error, warning, info
    }

    /// How much such a change usually matters; what makes a comparison fail is for its policy to say.
    package var level: Level {
        switch self {
        case .newlyFailing, .newlyErrored, .noLongerRun, .removed, .fieldGone, .typeChanged, .becameNull,
            .statementBroken:
            .error
        case .newlySkipped, .newlyFlaky, .unexpectedPass, .newlyExcused, .failingDifferently, .becameNullable,
            .becameOptional, .answersAdded, .answersGone, .wordAdded, .slower, .driftAdded, .statementUnproved,
            .coverageLost, .stillFailing:
            .warning
        case .fieldAdded, .fieldUnseen, .typeGone, .nullGone, .wordGone, .driftGone, .faster, .statementProved,
            .coverageGained, .fixed, .newlyRun, .new, .notSelected:
            .info
        }
    }

    /// What a change is a change of.
    package enum Subject: String, Sendable, Hashable, CaseIterable {
        case cases, answers, drift, statements, models, speed
    }

    package var subject: Subject {
        switch self {
        case .newlyFailing, .newlyErrored, .noLongerRun, .removed, .newlySkipped, .newlyFlaky, .unexpectedPass,
            .newlyExcused, .failingDifferently, .stillFailing, .fixed, .newlyRun, .new, .notSelected:
            .cases
        case .fieldGone, .typeChanged, .becameNull, .becameNullable, .becameOptional, .answersAdded, .answersGone,
            .wordAdded, .fieldAdded, .fieldUnseen, .typeGone, .nullGone, .wordGone:
            .answers
        case .driftAdded, .driftGone: .drift
        case .statementBroken, .statementUnproved, .statementProved: .statements
        case .coverageLost, .coverageGained: .models
        case .slower, .faster: .speed
        }
    }

    /// What makes a comparison fail unless its policy says otherwise: what worked is broken, or is not looked at any more.
    package static let failingByDefault: Set<ChangeKind> = [.newlyFailing, .newlyErrored, .noLongerRun, .removed]
}
