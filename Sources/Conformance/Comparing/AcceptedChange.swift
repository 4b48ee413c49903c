/// A change between two runs that somebody has agreed to, as an accept file says.
package struct AcceptedChange: Sendable, Hashable {
    /// What a change must be of.
    package enum Subject: Sendable, Hashable {
        /// A glob over full ids of cases; of drift, over all those in which it is noted.
        case cases(String)
        /// A glob over names of operations, and over folded pointers of their answers, where one is given.
        case operations(String, pointer: String?)
        /// A glob over ids of statements of the contract.
        case statements(String)
        /// A glob over names of models, and over folded pointers of what they declare, where one is given.
        case models(String, pointer: String?)
    }

    package var kind: ChangeKind
    package var subject: Subject
    package var reason: String
    /// The last day it holds, such as `2026-11-21`.
    package var until: String
    /// Where the entry stands.
    package var position: FilePosition

    package init(kind: ChangeKind, subject: Subject, reason: String, until: String, position: FilePosition) {
        self.kind = kind
        self.subject = subject
        self.reason = reason
        self.until = until
        self.position = position
    }

    /// `newly-failing of 'sessions/get/*'`.
    package var summary: String {
        switch subject {
        case .cases(let glob), .operations(let glob, nil), .statements(let glob), .models(let glob, nil):
            "\(kind.rawValue) of '\(glob)'"
        case .operations(let glob, let pointer?), .models(let glob, let pointer?):
            "\(kind.rawValue) of '\(glob)' at '\(pointer)'"
        }
    }

    /// Whether it ended before a day such as `2026-11-21`.
    package func isEnded(on day: String) -> Bool {
        // Days of four, two and two digits sort as their bytes do.
        until.utf8.lexicographicallyPrecedes(day.utf8)
    }
}
