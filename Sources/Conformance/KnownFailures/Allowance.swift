/// What an entry of the list of known failures makes of a case; kept apart in memory, as most cases have none.
package indirect enum Allowance: Sendable, Hashable {
    /// The case fails as the entry says.
    case excused(KnownFailureMark)
    /// The case passes, though the entry says that it fails.
    case contradicted(KnownFailureMark)

    package var mark: KnownFailureMark {
        switch self {
        case .excused(let mark), .contradicted(let mark): mark
        }
    }
}

/// What reports show of an entry.
package struct KnownFailureMark: Sendable, Hashable {
    package var reason: String
    package var link: String?
    /// The last day it holds, such as `2026-11-21`.
    package var until: String
    /// Where the entry stands.
    package var position: FilePosition

    package init(reason: String, link: String? = nil, until: String, position: FilePosition) {
        self.reason = reason
        self.link = link
        self.until = until
        self.position = position
    }
}

/// What is wrong with an entry of the list of known failures; each makes the run fail.
package struct KnownFailureProblem: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Every case that it names passes.
        case stale
        /// Its last day is over; it excuses nothing any more.
        case ended
        /// The corpus has no case that it names.
        case unmatched
        /// It names cases that pass beside others.
        case tooWide = "too-wide"
        /// A case that it names fails, but in another way.
        case wrongMessage = "wrong-message"
        /// Its reason or link was never filled in; it excuses nothing.
        case unexplained
    }

    package var kind: Kind
    /// The entry's `case`.
    package var pattern: String
    package var position: FilePosition
    /// One line, without the place.
    package var message: String
    /// What a person can do about it.
    package var hint: String
    /// The cases it is about, in corpus order; empty where it is about the entry alone.
    package var cases: [String]

    package init(
        kind: Kind,
        pattern: String,
        position: FilePosition,
        message: String,
        hint: String,
        cases: [String] = []
    ) {
        self.kind = kind
        self.pattern = pattern
        self.position = position
        self.message = message
        self.hint = hint
        self.cases = cases
    }
}
