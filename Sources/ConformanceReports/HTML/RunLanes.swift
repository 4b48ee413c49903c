import Conformance

/// The cases of a run in so few lanes that none overlaps another in its lane.
struct RunLanes {
    /// A case, by its place in the run, and the lane that it got.
    struct Entry {
        var index: Int
        var lane: Int
    }

    /// In the order of their starts.
    private(set) var entries: [Entry] = []
    private(set) var count = 0

    /// Each case that took time gets the first lane that is free when it starts; `n log n` in the number of cases.
    init(_ cases: [CaseResult]) {
        let ran = cases.indices.filter { cases[$0].duration > .zero }
        let order = ran.sorted { (cases[$0].startedAfter, $0) < (cases[$1].startedAfter, $1) }
        var ends: [Duration] = []
        entries.reserveCapacity(order.count)
        for index in order {
            let start = cases[index].startedAfter
            // As many lanes as cases at once, which is the number of jobs: a search along them stays short.
            let lane = ends.firstIndex { $0 <= start } ?? ends.count
            let end = start + cases[index].duration
            if lane == ends.count { ends.append(end) } else { ends[lane] = end }
            entries.append(Entry(index: index, lane: lane))
        }
        count = ends.count
    }
}
