/// Which part of a run each case belongs to: every case to exactly one, the same on every machine.
package enum ShardSplit {
    /// The parts, counted from 1, of cases in the order of their ids.
    ///
    /// Without durations cases go to the parts in turn, by the bytes of their ids, so that the parts differ by one case at most and
    /// those of one suite are spread. With them the longest case comes first, and each goes to the part that has the least to do;
    /// of equal parts to the one with fewer cases, then to the first. A case without a duration counts as the median of the others.
    ///
    /// - Parameters:
    ///   - ids: Of the whole selection, in any order; no two are equal.
    ///   - total: How many parts there are, at least 1.
    ///   - durations: How long cases took before, by the UTF-8 of their ids; nil to count cases alone.
    /// - Returns: The part of each case, in the order of `ids`.
    package static func parts(of ids: [String], into total: Int, durations: [[UInt8]: Duration]? = nil) -> [Int] {
        let keys = ids.map { Array($0.utf8) }
        let places = keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
        var parts = [Int](repeating: 1, count: ids.count)
        guard let durations else {
            for (number, place) in places.enumerated() { parts[place] = number % total + 1 }
            return parts
        }
        let median = median(of: keys.compactMap { durations[$0] })
        let weights = keys.map { durations[$0] ?? median }
        // A sort that keeps the order of what is equal: by weight, then by the place among all ids.
        let longestFirst = places.enumerated().sorted { one, other in
            let (first, second) = (weights[one.element], weights[other.element])
            return first == second ? one.offset < other.offset : first > second
        }
        var loads = LeastLoaded(total)
        for (_, place) in longestFirst { parts[place] = loads.take(weights[place]) + 1 }
        return parts
    }

    private static func median(of durations: [Duration]) -> Duration {
        guard !durations.isEmpty else { return .zero }
        return durations.sorted()[durations.count / 2]
    }
}

/// Parts by what they have to do: a heap, so that 100,000 cases need no search through all parts.
private struct LeastLoaded {
    private struct Load {
        var time = Duration.zero
        var cases = 0
        var part: Int

        func precedes(_ other: Load) -> Bool {
            if time != other.time { return time < other.time }
            return cases == other.cases ? part < other.part : cases < other.cases
        }
    }

    private var heap: [Load]

    init(_ total: Int) {
        // Equal loads in the order of their parts are a heap already.
        heap = (0..<total).map { Load(part: $0) }
    }

    /// Gives a case to the part that has the least to do, counted from 0.
    mutating func take(_ time: Duration) -> Int {
        let part = heap[0].part
        heap[0].time += time
        heap[0].cases += 1
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
                if heap[child].precedes(heap[least]) { least = child }
            }
            guard least != place else { return part }
            heap.swapAt(least, place)
            place = least
        }
    }
}
