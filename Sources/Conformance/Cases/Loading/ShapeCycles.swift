/// A shape that another one names.
struct ShapeUse: Sendable, Hashable {
    var name: String
    var location: SourceLocation
}

/// The shapes that hold themselves, directly or through others.
struct ShapeCycles {
    struct Cycle {
        /// From a shape back to it.
        var names: [String]
        /// Where the last of them names the first.
        var location: SourceLocation
    }

    private let uses: [String: [ShapeUse]]
    private var path: [String] = []
    private var done: Set<String> = []
    private(set) var found: [Cycle] = []

    init(_ uses: [String: [ShapeUse]]) {
        self.uses = uses
        for name in uses.keys.sorted() { visit(name) }
    }

    private mutating func visit(_ name: String) {
        guard !done.contains(name) else { return }
        path.append(name)
        for use in uses[name] ?? [] {
            if let start = path.firstIndex(of: use.name) {
                found.append(Cycle(names: path[start...] + [use.name], location: use.location))
            } else {
                visit(use.name)
            }
        }
        path.removeLast()
        done.insert(name)
    }
}
