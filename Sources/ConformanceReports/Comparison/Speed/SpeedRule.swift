/// When an operation counts as slower.
package struct SpeedRule: Sendable, Hashable {
    /// How many times as long, at least, the whole interval must say; above 1.
    package var ratio: Double
    /// How many microseconds longer, at least, the typical answer must take.
    package var floorMicroseconds: Double

    package init(ratio: Double = 1.5, floorMicroseconds: Double = 50_000) {
        self.ratio = ratio
        self.floorMicroseconds = floorMicroseconds
    }

    /// The fewest answers on each side; of fewer, no interval of such width can be told.
    package static let fewestAnswers = 12
    /// The most answers of each side that one estimate is made of, so that it takes the same short time for every run.
    package static let mostAnswers = 192
}
