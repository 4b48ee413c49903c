/// A shape that another one names.
struct ShapeUse: Sendable, Hashable {
    var name: String
    var location: SourceLocation
}

/// The shapes that hold themselves, directly or through others, and those that come to too many.
struct ShapeCycles {
    /// The most shapes that one may come to, each counted wherever it is named: a value is held against all of them.
    static let mostShapes = 10_000

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
    /// The shapes that come to more than the most, though none that they name does.
    private(set) var tooLarge: [ShapeUse] = []
    /// How many shapes each comes to, itself included; one over the most for more.
    private var sizes: [String: Int] = [:]

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
        measure(name)
    }

    private mutating func measure(_ name: String) {
        var size = 1
        for use in uses[name] ?? [] where size <= Self.mostShapes {
            let part = sizes[use.name] ?? 1
            size = min(size + part, Self.mostShapes + 1)
            if size > Self.mostShapes, part <= Self.mostShapes {
                tooLarge.append(ShapeUse(name: name, location: use.location))
            }
        }
        sizes[name] = size
    }
}
