/// How long the answers of one operation took: each of them, or every so manieth where there were many.
///
/// It is a few kilobytes however long the run: where there would be too many samples every second one goes, so that those that stay
/// are spread evenly over the run.
package struct OperationTimes: Sendable, Hashable {
    /// The most samples that are kept.
    package static let mostSamples = 512

    /// One answer.
    package struct Sample: Sendable, Hashable {
        /// From the start of the run to the last byte of the answer.
        package var endedAfter: Duration
        /// From the request being ready to be sent to the last byte of its answer; making the connection is left out.
        package var took: Duration

        package init(endedAfter: Duration, took: Duration) {
            self.endedAfter = endedAfter
            self.took = took
        }
    }

    package let operation: String
    /// How many answers there were.
    package private(set) var answers = 0
    /// The longest of them all, kept or not.
    package private(set) var longest = Duration.zero
    /// A sample stands for so many answers; a power of two.
    package private(set) var every = 1
    /// In the order in which they came; of several workers one after the other.
    package private(set) var samples: [Sample] = []

    package init(operation: String) {
        self.operation = operation
    }

    /// What was measured before and written down.
    package init(operation: String, answers: Int, longest: Duration, every: Int, samples: [Sample]) {
        self.operation = operation
        self.answers = answers
        self.longest = longest
        self.every = every
        self.samples = samples
    }

    /// Counts an answer and keeps it where its turn has come.
    package mutating func add(_ sample: Sample) {
        if answers.isMultiple(of: every) { samples.append(sample) }
        answers += 1
        longest = max(longest, sample.took)
        if samples.count > Self.mostSamples { thin() }
    }

    /// Takes in what others have measured of the same operation, in a run that began `offset` later.
    package mutating func add(_ other: OperationTimes, startedLaterBy offset: Duration = .zero) {
        var other = other
        while other.every < every { other.thin() }
        while every < other.every { thin() }
        samples += other.samples.map { Sample(endedAfter: $0.endedAfter + offset, took: $0.took) }
        answers += other.answers
        longest = max(longest, other.longest)
        while samples.count > Self.mostSamples { thin() }
    }

    private mutating func thin() {
        samples = samples.indices.filter { $0.isMultiple(of: 2) }.map { samples[$0] }
        every *= 2
    }
}

extension TransferTimings {
    /// The exchange itself, without name lookup, connecting and TLS.
    package var exchange: Duration { max(.zero, total - nameLookup - connect - tls) }
}
