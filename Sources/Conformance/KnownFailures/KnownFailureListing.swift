/// An entry of the list of known failures as one run asks it, told so that the list can be asked again without the corpus.
package struct KnownFailureListing: Sendable, Hashable {
    package var pattern: String
    package var reason: String
    package var link: String?
    /// The last day it holds, such as `2026-11-21`.
    package var until: String
    /// How the first finding begins.
    package var message: String
    /// Where the entry stands.
    package var position: FilePosition
    /// Whether it holds for the target of the run.
    package var isOfTarget: Bool
    /// Whether its last day was over.
    package var isEnded: Bool
    /// How many cases of the whole corpus it names.
    package var cases: Int

    package init(
        pattern: String,
        reason: String,
        link: String? = nil,
        until: String,
        message: String,
        position: FilePosition,
        isOfTarget: Bool,
        isEnded: Bool,
        cases: Int
    ) {
        self.pattern = pattern
        self.reason = reason
        self.link = link
        self.until = until
        self.message = message
        self.position = position
        self.isOfTarget = isOfTarget
        self.isEnded = isEnded
        self.cases = cases
    }
}

extension KnownFailureList {
    /// The list as it was told.
    init(_ listings: [KnownFailureListing]) {
        entries = listings.map { listing in
            Entry(
                failure: KnownFailure(
                    pattern: listing.pattern,
                    reason: listing.reason,
                    link: listing.link,
                    until: listing.until,
                    message: listing.message,
                    location: SourceLocation(file: 0, offset: 0)
                ),
                glob: Glob(cases: listing.pattern),
                position: listing.position,
                isOfTarget: listing.isOfTarget,
                isEnded: listing.isEnded
            )
        }
    }

    /// What is to be told of the list, with what it names of a whole corpus.
    package func listings(of corpus: [CaseEntry]) -> [KnownFailureListing] {
        entries.map { entry in
            KnownFailureListing(
                pattern: entry.failure.pattern,
                reason: entry.failure.reason,
                link: entry.failure.link,
                until: entry.failure.until,
                message: entry.failure.message,
                position: entry.position,
                isOfTarget: entry.isOfTarget,
                isEnded: entry.isEnded,
                cases: corpus.count { entry.selects($0.id) }
            )
        }
    }
}
