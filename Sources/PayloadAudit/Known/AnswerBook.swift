import WireJSON

/// The answers that were learned: those that come again look alike, so most lines need not be decoded anew.
///
/// Bounded: once it is full, nothing more is learned.
package struct AnswerBook: Sendable {
    /// The memory that what was learned may take, in bytes, about.
    private static let mostBytes = 4 << 20
    /// The most answers.
    private static let mostAnswers = 4_096

    private(set) var tree = TemplateTree()
    private(set) var answers: [KnownAnswer] = []
    private var bytes = 0
    /// How many of the answers were there when the book was handed out.
    private var known = 0

    /// Makes an empty book.
    package init() {}

    /// Whether more can be learned.
    var hasRoom: Bool { bytes < Self.mostBytes && answers.count < Self.mostAnswers }

    mutating func learn(_ answer: KnownAnswer) {
        guard hasRoom, tree.add(answer.template) != nil else { return }
        answers.append(answer)
        bytes += answer.size
    }

    /// A copy to learn from other lines with.
    package func lent() -> AnswerBook {
        var copy = self
        copy.known = answers.count
        return copy
    }

    /// Learns what a copy has learned since it was lent.
    package mutating func takeBack(_ copy: AnswerBook) {
        for answer in copy.answers[copy.known...] { learn(answer) }
    }
}
