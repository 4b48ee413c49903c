/// Cases that are known to fail, as `known-failures.json` says.
package struct KnownFailure: Sendable, Hashable {
    /// A glob over full ids of cases.
    package var pattern: String
    /// The targets it holds for; empty: all.
    package var targets: [String]
    /// Why they fail.
    package var reason: String
    /// Where it is reported.
    package var link: String?
    /// The day it ends, such as `2026-11-21`.
    package var until: String
    /// How the first finding begins.
    package var message: String
    /// Where the entry stands.
    package var location: SourceLocation

    /// Makes an entry that holds for all targets unless some are named.
    package init(
        pattern: String,
        targets: [String] = [],
        reason: String,
        link: String? = nil,
        until: String,
        message: String,
        location: SourceLocation
    ) {
        self.pattern = pattern
        self.targets = targets
        self.reason = reason
        self.link = link
        self.until = until
        self.message = message
        self.location = location
    }
}
