import Conformance

/// The cases of a run in so few lanes that none overlaps another in its lane; of a repeated case, each attempt.
struct RunLanes {
    /// A case at work, and the lane that it got.
    struct Entry {
        /// The case, by its place in the run.
        var index: Int
        /// Which of the case's other attempts it is, by its place among them; nil for the one that is shown.
        var attempt: Int?
        var startedAfter: Duration
        var duration: Duration
        var lane = 0
    }

    /// In the order of their starts.
    private(set) var entries: [Entry] = []
    private(set) var count = 0
    /// When the last of them ended.
    private(set) var end = Duration.zero
    /// How many cases there are among them.
    private(set) var cases = 0

    /// What took time gets the first lane that is free when it starts; `n log n` in the number of attempts.
    init(_ cases: [CaseResult]) {
        for (index, result) in cases.enumerated() {
            let before = entries.count
            add(Entry(index: index, startedAfter: result.startedAfter, duration: result.duration))
            for (place, attempt) in result.attempts.enumerated() {
                add(Entry(index: index, attempt: place, startedAfter: attempt.startedAfter, duration: attempt.duration))
            }
            self.cases += entries.count > before ? 1 : 0
        }
        entries.sort { ($0.startedAfter, $0.index) < ($1.startedAfter, $1.index) }
        var ends: [Duration] = []
        for place in entries.indices {
            let start = entries[place].startedAfter
            // As many lanes as cases at once, which is the number of jobs: a search along them stays short.
            let lane = ends.firstIndex { $0 <= start } ?? ends.count
            let end = start + entries[place].duration
            if lane == ends.count { ends.append(end) } else { ends[lane] = end }
            entries[place].lane = lane
        }
        count = ends.count
        end = ends.max() ?? .zero
    }

    private mutating func add(_ entry: Entry) {
        if entry.duration > .zero { entries.append(entry) }
    }
}
