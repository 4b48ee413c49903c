/// How much slower than usual everything else was at the moment of an answer: what a busy machine does to all operations alike.
///
/// The load of an answer is the median, over the answers of *other* operations that ended next to it in time, of how many
/// times as long as usual each took. What is usual for an operation is its median in the base run, for both runs, so that
/// a machine that is slower as a whole shows as load too. The operation's own answers have no part in it: an operation that has become
/// slower does not excuse itself.
///
/// > Source: the leave-one-out form of a control chart's reference; medians after Tukey, "Exploratory Data Analysis", 1977
struct MachineLoad {
    /// How many answers of other operations one load is taken from.
    static let neighbours = 15

    /// An answer on the time line of its run.
    private struct Moment {
        var time: Int64
        var operation: Int
        /// How many times as long as usual it took.
        var slowness: Double
    }

    private var moments: [Moment] = []

    /// Lays out a run's answers; `usual` gives the median of each operation in the base run, in microseconds.
    init(_ times: [EncodedTimes], usual: [Double]) {
        for (operation, times) in times.enumerated() where operation < usual.count && usual[operation] > 0 {
            for (ended, took) in zip(times.endedAfterMicroseconds, times.tookMicroseconds) {
                let slowness = Double(max(took, 1)) / usual[operation]
                moments.append(Moment(time: ended - took / 2, operation: operation, slowness: slowness))
            }
        }
        moments.sort { ($0.time, $0.operation, $0.slowness) < ($1.time, $1.operation, $1.slowness) }
    }

    /// The load at a moment, seen by one operation; nil where there are too few answers of others to tell.
    func load(at time: Int64, besides operation: Int) -> Double? {
        var later = firstPlace(at: time)
        var earlier = later - 1
        var found: [Double] = []
        found.reserveCapacity(Self.neighbours)
        while found.count < Self.neighbours {
            while later < moments.count, moments[later].operation == operation { later += 1 }
            while earlier >= 0, moments[earlier].operation == operation { earlier -= 1 }
            let hasLater = later < moments.count
            guard hasLater || earlier >= 0 else { return nil }
            let takesLater = hasLater && (earlier < 0 || moments[later].time - time <= time - moments[earlier].time)
            if takesLater {
                found.append(moments[later].slowness)
                later += 1
            } else {
                found.append(moments[earlier].slowness)
                earlier -= 1
            }
        }
        return Median.of(found)
    }

    private func firstPlace(at time: Int64) -> Int {
        var (low, high) = (0, moments.count)
        while low < high {
            let middle = (low + high) / 2
            if moments[middle].time < time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The middle of some numbers.
enum Median {
    /// The number in the middle, of an even count the geometric mean of the two there; nil for none.
    ///
    /// All must be above 0.
    static func of(_ numbers: [Double]) -> Double? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        guard sorted.count.isMultiple(of: 2) else { return sorted[middle] }
        return (sorted[middle - 1] * sorted[middle]).squareRoot()
    }
}
