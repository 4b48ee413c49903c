/// The results of a run in the order in which they came, each with its place in the plan.
///
/// They are put in the plan's order within the memory that they have: a run of many cases holds them but once.
struct FinishedCases: Sendable {
    private var results: [CaseResult] = []
    private var places: [Int32] = []

    init(capacity: Int) {
        results.reserveCapacity(capacity)
        places.reserveCapacity(capacity)
    }

    /// Adds a result; each place is given once.
    mutating func add(_ result: CaseResult, at place: Int) {
        results.append(result)
        places.append(Int32(place))
    }

    /// The results in the plan's order, with what `missing` gives for a place that has none.
    consuming func completed(upTo count: Int, missing: (_ place: Int) -> CaseResult) -> [CaseResult] {
        var isThere = [Bool](repeating: false, count: count)
        for place in places { isThere[Int(place)] = true }
        for place in 0..<count where !isThere[place] { add(missing(place), at: place) }
        for place in 0..<count {
            // Each swap puts one result where it belongs for good.
            while Int(places[place]) != place {
                let target = Int(places[place])
                results.swapAt(place, target)
                places.swapAt(place, target)
            }
        }
        return results
    }
}
