/// In which order the cases of a run begin; their results stand in corpus order all the same.
package enum RunOrder: Sendable, Hashable {
    case corpus
    /// Any order, the same for the same seed and the same number of cases.
    case shuffled(seed: UInt64)

    /// The places from 0 to below `count`, in this order.
    func places(_ count: Int) -> [Int] {
        switch self {
        case .corpus: return Array(0..<count)
        case .shuffled(let seed):
            var random = SplitMix(state: seed)
            var places = Array(0..<count)
            // Not the standard library's, whose order for a generator may change with its version.
            for last in stride(from: count - 1, to: 0, by: -1) {
                places.swapAt(last, Int(random.next() % UInt64(last + 1)))
            }
            return places
        }
    }
}

/// Numbers that look random, the same for the same start on every machine.
///
/// > Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
