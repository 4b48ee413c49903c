/// A set of Unicode scalars: what a class such as `[^a-z]` matches.
struct ScalarSet: Sendable, Hashable {
    /// In order, not touching.
    private(set) var ranges: [ClosedRange<UInt32>]
    private var lowBits: UInt64 = 0
    private var highBits: UInt64 = 0

    init(_ unsorted: [ClosedRange<UInt32>]) {
        ranges = []
        for range in unsorted.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = ranges.last, range.lowerBound <= last.upperBound &+ 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        for range in ranges {
            guard range.lowerBound < 128 else { break }
            for scalar in range.lowerBound...min(range.upperBound, 127) {
                if scalar < 64 {
                    lowBits |= 1 << UInt64(scalar)
                } else {
                    highBits |= 1 << UInt64(scalar - 64)
                }
            }
        }
    }

    /// Every scalar that is not in this set.
    var inverted: ScalarSet {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next {
                gaps.append(next...(range.lowerBound - 1))
            }
            next = range.upperBound + 1
        }
        if next <= Self.last {
            gaps.append(next...Self.last)
        }
        return ScalarSet(gaps)
    }

    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return lowBits >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return highBits >> UInt64(scalar - 64) & 1 == 1 }
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < ranges.count && ranges[low].lowerBound <= scalar
    }

    private static let last: UInt32 = 0x10_FFFF

    static let digit = ScalarSet([0x30...0x39])
    static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let space = ScalarSet([0x09...0x0D, 0x20...0x20])
}
