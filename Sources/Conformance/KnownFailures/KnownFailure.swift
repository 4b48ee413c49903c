import WireJSON

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
    /// Where its `reason` stands, if it is there.
    package var reasonLocation: SourceLocation?
    /// Where its `link` stands, if it is there.
    package var linkLocation: SourceLocation?

    /// Makes an entry that holds for all targets unless some are named.
    package init(
        pattern: String,
        targets: [String] = [],
        reason: String,
        link: String? = nil,
        until: String,
        message: String,
        location: SourceLocation,
        reasonLocation: SourceLocation? = nil,
        linkLocation: SourceLocation? = nil
    ) {
        self.pattern = pattern
        self.targets = targets
        self.reason = reason
        self.link = link
        self.until = until
        self.message = message
        self.location = location
        self.reasonLocation = reasonLocation
        self.linkLocation = linkLocation
    }
}

extension KnownFailure {
    /// The targets that have a name of their own; others are named by their address.
    static let targetNames = ["mock", "test", "live"]

    /// Whether a text can be the name of a target.
    static func isTarget(_ text: String) -> Bool {
        targetNames.contains { $0.hasSameScalars(as: text) } || text.hasPrefix("http://") || text.hasPrefix("https://")
    }

    /// What stands in `reason` and `link` of an entry that the program has written, until someone fills it in.
    package static let toFillIn = "FILL IN"

    /// Those of `reason` and `link` that nobody has filled in, each with its place, or the entry's where the key is not there.
    package var missingWords: [(key: String, location: SourceLocation)] {
        var missing: [(key: String, location: SourceLocation)] = []
        if Self.isToFillIn(reason) { missing.append(("reason", reasonLocation ?? location)) }
        if Self.isToFillIn(link ?? "") { missing.append(("link", linkLocation ?? location)) }
        return missing
    }

    private static func isToFillIn(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 <= 0x20 } || text.utf8.starts(with: toFillIn.utf8)
    }

    /// Whether it holds for a target, named as `--target` names it.
    package func holds(for target: String) -> Bool {
        targets.isEmpty || targets.contains { Self.isSameTarget($0, target) }
    }

    /// Whether an entry's name of a target, which may end with slashes, is that of a run.
    static func isSameTarget(_ listed: String, _ target: String) -> Bool {
        var name = listed[...]
        while name.utf8.last == UInt8(ascii: "/") { name.removeLast() }
        return name.utf8.elementsEqual(target.utf8)
    }
}
