import Conformance

/// Changes of one kind as a text for people lists them: of many with the same reason, the first few.
struct CondensedChanges {
    /// The most changes that are listed.
    static let most = 20
    /// The most of them that have the same reason.
    static let mostAlike = 3

    /// A change that is listed.
    struct Line {
        var change: Change
        /// How many more have the same reason and are listed nowhere; of the last line of a reason alone.
        var alike = 0
    }

    private(set) var lines: [Line] = []
    /// How many are neither listed nor counted with a line.
    private(set) var hidden = 0

    init(_ changes: ArraySlice<Change>) {
        var last: [[UInt8]: (line: Int, count: Int)] = [:]
        for change in changes {
            let reason = change.detail.map { Array("\($0)\(change.acceptance ?? "")".utf8) }
            if let reason, let known = last[reason], known.count >= Self.mostAlike {
                lines[known.line].alike += 1
                continue
            }
            guard lines.count < Self.most else {
                hidden += 1
                continue
            }
            if let reason { last[reason] = (lines.count, (last[reason]?.count ?? 0) + 1) }
            lines.append(Line(change: change))
        }
    }
}
