/// One of several equal parts of a run, each of which another machine works at.
package struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// The most parts that a run can be split into.
    package static let mostParts = 10_000

    /// Which part it is, counted from 1.
    package let index: Int
    /// How many parts there are, at least 1.
    package let total: Int

    /// Nil where there is no such part.
    package init?(index: Int, of total: Int) {
        guard (1...Self.mostParts).contains(total), (1...total).contains(index) else { return nil }
        self.index = index
        self.total = total
    }

    /// `2/5`.
    package var description: String { "\(index)/\(total)" }
}
