/// How long each operation took in one run, beside another, with what the machine did to all of them taken off.
package struct SpeedComparison: Sendable, Hashable {
    /// Why an operation, or the whole run, was not judged.
    package enum Gap: Sendable, Hashable {
        case fewAnswers(base: Int, head: Int)
        /// Too few answers of other operations stand beside its own to tell the machine's load.
        case noControl
    }

    /// What was found of one operation.
    package struct Operation: Sendable, Hashable {
        package var name: String
        /// The median as measured, in microseconds.
        package var baseMicroseconds: Double
        /// The median as measured, in microseconds.
        package var headMicroseconds: Double
        package var baseAnswers: Int
        package var headAnswers: Int
        /// How many times as long it took, with the machine's load taken off both sides; nil where it was not judged.
        package var estimate: RatioEstimate?
        package var gap: Gap?
        package var isSlower = false
        package var isFaster = false
    }

    /// The operations that both runs have, by name.
    package var operations: [Operation] = []
    /// How many times as long the run as a whole took: the median over its operations; nil where there is none.
    package var overall: Double?

    /// Compares nothing.
    init() {}

    init(_ base: [EncodedTimes], _ head: [EncodedTimes], _ rule: SpeedRule) {
        let pairs = Self.pairs(base, head)
        let usual = pairs.map { Self.median($0.base) ?? 0 }
        let loads = (
            base: MachineLoad(pairs.map(\.base), usual: usual), head: MachineLoad(pairs.map(\.head), usual: usual)
        )
        operations = pairs.indices.map { place in
            let pair = pairs[place]
            var operation = Operation(
                name: pair.base.operation,
                baseMicroseconds: usual[place],
                headMicroseconds: Self.median(pair.head) ?? 0,
                baseAnswers: pair.base.answers,
                headAnswers: pair.head.answers
            )
            let counts = (pair.base.tookMicroseconds.count, pair.head.tookMicroseconds.count)
            guard min(counts.0, counts.1) >= SpeedRule.fewestAnswers else {
                operation.gap = .fewAnswers(base: counts.0, head: counts.1)
                return operation
            }
            guard let old = Self.unloaded(pair.base, loads.base, place),
                let new = Self.unloaded(pair.head, loads.head, place)
            else {
                operation.gap = .noControl
                return operation
            }
            operation.judge(RatioEstimate(old, new), rule)
            return operation
        }
        overall = Median.of(
            operations.compactMap { $0.baseMicroseconds > 0 ? max($0.headMicroseconds, 1) / $0.baseMicroseconds : nil }
        )
    }

    /// The operations that both runs have, in the order of the base.
    private static func pairs(
        _ base: [EncodedTimes],
        _ head: [EncodedTimes]
    ) -> [(base: EncodedTimes, head: EncodedTimes)] {
        let byName = Dictionary(head.map { (Array($0.operation.utf8), $0) }) { first, _ in first }
        return base.compactMap { times in byName[Array(times.operation.utf8)].map { (times, $0) } }
    }

    private static func median(_ times: EncodedTimes) -> Double? {
        Median.of(times.tookMicroseconds.map { Double(max($0, 1)) })
    }

    /// The times of an operation with the machine's load taken off, evenly thinned; nil where the load of one is not known.
    private static func unloaded(_ times: EncodedTimes, _ load: MachineLoad, _ place: Int) -> [Double]? {
        let samples = zip(times.endedAfterMicroseconds, times.tookMicroseconds).map { ($0, $1) }
        let step = (samples.count + SpeedRule.mostAnswers - 1) / SpeedRule.mostAnswers
        var result: [Double] = []
        for (number, (ended, took)) in samples.enumerated() where number.isMultiple(of: max(step, 1)) {
            guard let load = load.load(at: ended - took / 2, besides: place), load > 0 else { return nil }
            result.append(Double(max(took, 1)) / load)
        }
        return result
    }
}

extension SpeedComparison.Operation {
    /// Slower is what the whole interval says by enough, and what is long enough for anyone to notice.
    fileprivate mutating func judge(_ estimate: RatioEstimate?, _ rule: SpeedRule) {
        guard let estimate else {
            gap = .fewAnswers(base: baseAnswers, head: headAnswers)
            return
        }
        self.estimate = estimate
        let longer = baseMicroseconds * (estimate.ratio - 1)
        isSlower = estimate.lower > rule.ratio && longer >= rule.floorMicroseconds
        let shorter = baseMicroseconds * (1 - estimate.ratio)
        isFaster = estimate.upper < 1 / rule.ratio && shorter >= rule.floorMicroseconds
    }

    /// `1.92× (1.71× to 2.20×)`.
    package var ratioWords: String? {
        estimate.map { "\(Self.times($0.ratio)) (\(Self.times($0.lower)) to \(Self.times($0.upper)))" }
    }

    /// Two decimals, rounded half up: `1.92×`.
    package static func times(_ ratio: Double) -> String {
        // Beyond this a quotient of times is a fault of the file.
        let hundredths = Int((min(max(ratio, 0), 1e9) * 100).rounded())
        let digits = String(hundredths % 100)
        return "\(Quantity.grouped(hundredths / 100)).\(digits.count == 1 ? "0" : "")\(digits)×"
    }

    /// Why it was not judged.
    package var gapWords: String? {
        switch gap {
        case nil: nil
        case .fewAnswers(let base, let head):
            "\(base) and \(head) answers, \(SpeedRule.fewestAnswers) of each are needed"
        case .noControl: "too few answers of other operations beside its own"
        }
    }
}
