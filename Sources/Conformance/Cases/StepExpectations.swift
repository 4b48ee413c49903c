/// The allowed outcomes of a step: one, or at least two alternatives.
///
/// Steps that say the same in the same words share what was read of the first; the places in it are that one's.
package struct StepExpectations: Sendable, Hashable {
    package var alternatives: [Expectation]
    /// From the words that were read to those of this step; nil where they are the same.
    package var move: SourceMove?

    package init(_ alternatives: [Expectation], move: SourceMove? = nil) {
        self.alternatives = alternatives
        self.move = move
    }
}

/// The way from one place in the corpus to another where the same bytes stand.
package struct SourceMove: Sendable, Hashable {
    /// Where the bytes begin that places are given for.
    package var from: SourceLocation
    /// Where those begin that are meant.
    package var to: SourceLocation
    /// How many bytes are the same.
    package var length: UInt32

    package init(from: SourceLocation, to: SourceLocation, length: UInt32) {
        self.from = from
        self.to = to
        self.length = length
    }

    /// The place that is meant; one outside of the bytes is as it was.
    package func callAsFunction(_ location: SourceLocation) -> SourceLocation {
        guard location.file == from.file, location.offset >= from.offset, location.offset - from.offset < length
        else { return location }
        return SourceLocation(file: to.file, offset: to.offset + (location.offset - from.offset))
    }
}
