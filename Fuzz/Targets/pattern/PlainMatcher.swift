@testable import Conformance

/// Matches by trying all ways one after the other, within a number of steps.
struct PlainMatcher {
    private let text: [UInt32]
    private var stepsLeft = 20_000
    private var depth = 0

    init(_ text: String) {
        self.text = text.unicodeScalars.map(\.value)
    }

    /// Whether any part of the text matches; nil where that takes too long.
    mutating func matches(_ node: RegexNode) -> Bool? {
        for start in 0...text.count {
            let found = ends(of: node, from: [start])
            guard stepsLeft > 0 else { return nil }
            if !found.isEmpty { return true }
        }
        return false
    }

    /// The places where a match can end that begins at one of these.
    private mutating func ends(of node: RegexNode, from starts: Set<Int>) -> Set<Int> {
        stepsLeft -= 1 + starts.count
        guard stepsLeft > 0, depth < 400 else {
            stepsLeft = 0
            return []
        }
        depth += 1
        defer { depth -= 1 }
        switch node {
        case .empty: return starts
        case .start: return starts.intersection([0])
        case .end: return starts.intersection([text.count])
        case .scalar(let value): return after(starts) { $0 == value }
        case .anyScalar: return after(starts) { $0 != 0x0A }
        case .set(let set): return after(starts) { value in set.ranges.contains { $0.contains(value) } }
        case .sequence(let nodes):
            var places = starts
            for node in nodes where !places.isEmpty { places = ends(of: node, from: places) }
            return places
        case .alternatives(let nodes):
            var places: Set<Int> = []
            for node in nodes { places.formUnion(ends(of: node, from: starts)) }
            return places
        case .repeated(let node, let atLeast, let atMost):
            return ends(ofRepeated: node, atLeast, atMost, from: starts)
        }
    }

    private func after(_ starts: Set<Int>, _ holds: (UInt32) -> Bool) -> Set<Int> {
        Set(starts.filter { $0 < text.count && holds(text[$0]) }.map { $0 + 1 })
    }

    private mutating func ends(
        ofRepeated node: RegexNode,
        _ atLeast: Int,
        _ atMost: Int?,
        from starts: Set<Int>
    ) -> Set<Int> {
        var places = starts
        for _ in 0..<atLeast where !places.isEmpty && stepsLeft > 0 { places = ends(of: node, from: places) }
        var all = places
        var times = atLeast
        while !places.isEmpty, stepsLeft > 0, times < atMost ?? .max {
            places = ends(of: node, from: places).subtracting(all)
            all.formUnion(places)
            times += 1
        }
        return all
    }
}
