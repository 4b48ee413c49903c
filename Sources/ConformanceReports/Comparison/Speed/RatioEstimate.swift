/// How many times as long one set of times is as another, with an interval in which the truth lies almost certainly.
///
/// The estimate is that of Hodges and Lehmann on a scale of ratios: the median of all quotients of a time of one set and one of
/// the other. Its interval holds the quotients that the Mann–Whitney test would not refuse, so that nothing is supposed of the
/// distribution of the times: outliers, long tails and several humps do no harm.
///
/// > Source: Hodges and Lehmann, "Estimates of location based on rank tests", 1963; Mann and Whitney, 1947
package struct RatioEstimate: Sendable, Hashable {
    package var ratio: Double
    package var lower: Double
    package var upper: Double

    /// How far the interval reaches, in standard deviations of the test's statistic: in fewer than one of 15,000 comparisons of
    /// equal sets does it miss 1.
    static let deviations = 4.0

    /// Estimates how many times as long as `base` the times of `head` are; nil where there are too few for the interval.
    ///
    /// All times must be above 0.
    init?(_ base: [Double], _ head: [Double]) {
        let (first, second) = (Double(base.count), Double(head.count))
        let spread = (first * second * (first + second + 1) / 12).squareRoot()
        let rank = Int((first * second / 2 - Self.deviations * spread).rounded(.down))
        guard rank >= 1 else { return nil }
        var quotients: [Double] = []
        quotients.reserveCapacity(base.count * head.count)
        for old in base {
            for new in head { quotients.append(new / old) }
        }
        quotients.sort()
        guard let middle = Median.of(quotients) else { return nil }
        ratio = middle
        lower = quotients[rank - 1]
        upper = quotients[quotients.count - rank]
    }
}
