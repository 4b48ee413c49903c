/// Which cases of a corpus are wanted; nothing said selects all.
package struct Selection: Sendable, Hashable {
    /// Globs over full ids; one that begins with `!` takes out what it selects.
    package var filters: [String]
    /// At least one of these must be a tag of the case; one that begins with `!` takes cases with it out.
    package var tags: [String]
    /// Suite ids or folders, such as `sessions` or `sessions/get`; a case must stand below one of them.
    package var paths: [String]
    /// The full ids of the cases that may be taken at all; nil for any.
    package var ids: [String]?

    package init(filters: [String] = [], tags: [String] = [], paths: [String] = [], ids: [String]? = nil) {
        self.filters = filters
        self.tags = tags
        self.paths = paths
        self.ids = ids
    }
}

/// A selection made ready to be asked of many cases.
package struct SelectionMatcher: Sendable {
    private let wanted: [Glob]
    private let unwanted: [Glob]
    private let wantedTags: Set<String>
    private let unwantedTags: Set<String>
    private let paths: [[UInt8]]
    private let ids: Set<[UInt8]>?

    package init(_ selection: Selection) {
        wanted = selection.filters.filter { !$0.hasPrefix("!") }.map { Glob(cases: $0) }
        unwanted = selection.filters.filter { $0.hasPrefix("!") }.map { Glob(cases: String($0.dropFirst())) }
        wantedTags = Set(selection.tags.filter { !$0.hasPrefix("!") })
        unwantedTags = Set(selection.tags.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) })
        paths = selection.paths.map { Array(Self.withoutTrailingSlash($0).utf8) }
        ids = selection.ids.map { Set($0.map { Array($0.utf8) }) }
    }

    func selects(_ entry: CaseEntry) -> Bool { selects(id: entry.id, tags: entry.tags) }

    /// Whether a case with this full id and these tags is wanted.
    package func selects(id: String, tags: [String]) -> Bool {
        (ids?.contains(Array(id.utf8)) ?? true)
            && (paths.isEmpty || paths.contains { Self.stands(id, below: $0) })
            && (wantedTags.isEmpty || tags.contains { wantedTags.contains($0) })
            && !tags.contains { unwantedTags.contains($0) }
            && (wanted.isEmpty || wanted.contains { $0.selects(id) })
            && !unwanted.contains { $0.selects(id) }
    }

    private static func withoutTrailingSlash(_ path: String) -> Substring {
        var path = path[...]
        while path.utf8.last == UInt8(ascii: "/") {
            path.removeLast()
        }
        return path
    }

    private static func stands(_ id: String, below path: [UInt8]) -> Bool {
        let bytes = id.utf8
        guard bytes.starts(with: path) else { return false }
        return path.isEmpty || bytes.count == path.count || bytes.dropFirst(path.count).first == UInt8(ascii: "/")
    }
}
