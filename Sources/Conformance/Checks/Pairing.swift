/// The largest pairing of two sides, each taken at most once.
struct Pairing {
    /// For each on the left its partner on the right.
    private(set) var partners: [Int?]
    private var owners: [Int?]

    /// Pairs off, given for each on the left whom it may have on the right.
    init(_ choices: [[Int]], right: Int) {
        partners = [Int?](repeating: nil, count: choices.count)
        owners = [Int?](repeating: nil, count: right)
        for left in choices.indices {
            augment(from: left, choices)
        }
    }

    var isPerfect: Bool {
        partners.count == owners.count && !partners.contains(nil)
    }

    var unmatchedLeft: [Int] {
        partners.indices.filter { partners[$0] == nil }
    }

    var unmatchedRight: [Int] {
        owners.indices.filter { owners[$0] == nil }
    }

    /// Looks, breadth first, for a chain of changes that gives this one a partner and takes none from the others.
    private mutating func augment(from start: Int, _ choices: [[Int]]) {
        var cameFrom = [Int?](repeating: nil, count: owners.count)
        var queue = [start]
        var next = 0
        while next < queue.count {
            let left = queue[next]
            next += 1
            for right in choices[left] where cameFrom[right] == nil {
                cameFrom[right] = left
                guard let owner = owners[right] else {
                    return change(along: cameFrom, endingAt: right, from: start)
                }
                queue.append(owner)
            }
        }
    }

    private mutating func change(along cameFrom: [Int?], endingAt end: Int, from start: Int) {
        var right: Int? = end
        while let current = right, let left = cameFrom[current] {
            let previous = partners[left]
            owners[current] = left
            partners[left] = current
            right = left == start ? nil : previous
        }
    }
}
