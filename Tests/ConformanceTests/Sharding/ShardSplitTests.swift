import Testing
import WireJSON

@testable import Conformance

/// Which part of a run each case belongs to.
@Suite struct ShardSplitTests {
    private static let ids = ["b/2", "a/1", "c/3", "a/10", "b/1", "a/2", "c/1"]

    private func durations(_ milliseconds: [String: Int]) -> [[UInt8]: Duration] {
        var durations: [[UInt8]: Duration] = [:]
        for (id, time) in milliseconds { durations[Array(id.utf8)] = .milliseconds(time) }
        return durations
    }

    @Test func `cases go to the parts in turn, by the bytes of their ids`() {
        #expect(ShardSplit.parts(of: Self.ids, into: 3) == [2, 1, 1, 2, 1, 3, 3])
        #expect(ShardSplit.parts(of: Self.ids, into: 1) == [1, 1, 1, 1, 1, 1, 1])
        #expect(ShardSplit.parts(of: [], into: 3) == [])
    }

    @Test(arguments: [nil, ["a/1": 5, "b/2": 90, "c/1": 90, "zz": 1] as [String: Int]?])
    func `a case belongs to the same part in whatever order they come`(times: [String: Int]?) {
        let known = times.map(durations)
        let parts = ShardSplit.parts(of: Self.ids, into: 3, durations: known)
        let reversed = ShardSplit.parts(of: Self.ids.reversed(), into: 3, durations: known)
        #expect(Array(reversed.reversed()) == parts)
    }

    @Test func `with durations the longest come first, each to the part with the least to do`() {
        let times = durations(["a/1": 40, "a/2": 30, "b/1": 30, "b/2": 10, "c/1": 5])
        let ids = ["a/1", "a/2", "b/1", "b/2", "c/1"]
        // 40 | 30 | 30, then 10 to the second (30), then 5 to the third (30).
        #expect(ShardSplit.parts(of: ids, into: 3, durations: times) == [1, 2, 3, 2, 3])
    }

    @Test func `a case that took no known time counts as the median of those that did`() {
        let times = durations(["a/1": 1, "a/2": 100, "b/1": 20])
        let ids = ["a/1", "a/2", "b/1", "new"]
        // 100 | 20, then new with 20 to the second (20), then 1 to the second (40).
        #expect(ShardSplit.parts(of: ids, into: 2, durations: times) == [2, 1, 2, 2])
    }

    @Test func `where no time is known, or all are nothing, parts still differ by one case at most`() {
        let ids = (0..<10).map { "s/\($0)" }
        for times in [[:], durations(Dictionary(uniqueKeysWithValues: ids.map { ($0, 0) }))] {
            let parts = ShardSplit.parts(of: ids, into: 4, durations: times)
            #expect((1...4).map { part in parts.count { $0 == part } } == [3, 3, 2, 2])
        }
    }

    @Test func `parts are balanced by time where the cases are not equal`() {
        let ids = (0..<400).map { "s/\($0)" }
        let times = durations(Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, 1 + ($0 * 7919) % 97) }))
        let parts = ShardSplit.parts(of: ids, into: 7, durations: times)
        let loads = (1...7).map { part in
            zip(ids, parts).filter { $0.1 == part }.reduce(Duration.zero) { $0 + (times[Array($1.0.utf8)] ?? .zero) }
        }
        let sorted = loads.sorted()
        #expect(sorted[6] - sorted[0] <= .milliseconds(3))
    }

    @Test func `a hundred thousand cases are split at once`() {
        let ids = (0..<100_000).map { "suite-\($0 % 300)/case-\($0)" }
        let parts = ShardSplit.parts(of: ids, into: 1_000, durations: [:])
        #expect(Set(parts).count == 1_000)
        #expect(parts.count { $0 == 1_000 } == 100)
    }

    @Test(arguments: [(0, 5), (6, 5), (1, 0), (-1, 5), (1, 10_001), (1, -1)])
    func `there is no part beyond the last or before the first`(index: Int, total: Int) {
        #expect(Shard(index: index, of: total) == nil)
    }

    @Test func `a shard of a plan has its own cases in corpus order, and all shards have each once`() throws {
        let entries = try Self.ids.enumerated().map { place, id in
            try TestCase(id: id, steps: [.get("/x")]).entry(Int32(place))
        }
        let target = TestRun().target
        let plan = RunPlan(entries: entries, target: target)
        let parts = try (1...3).map { plan.part(try #require(Shard(index: $0, of: 3)), of: entries) }
        #expect(parts.map { $0.items.map(\.entry) } == [[1, 2, 4], [0, 3], [5, 6]])
        let other = RunPlan(entries: entries, selection: Selection(filters: ["b/*", "c/*"]), target: target)
        #expect(other.keeping(parts[0]).items.map(\.entry) == [2, 4])
    }

    @Test func `a selection by name takes just those cases, of what else selects`() throws {
        let entries = try Self.ids.enumerated().map { place, id in
            try TestCase(id: id, steps: [.get("/x")]).entry(Int32(place))
        }
        let target = TestRun().target
        let named = RunPlan(entries: entries, selection: Selection(ids: ["b/1", "a/1", "gone"]), target: target)
        #expect(named.items.map(\.entry) == [1, 4])
        let both = Selection(filters: ["b/*"], ids: ["b/1", "a/1"])
        #expect(RunPlan(entries: entries, selection: both, target: target).items.map(\.entry) == [4])
        #expect(RunPlan(entries: entries, selection: Selection(ids: ["b"]), target: target).items == [])
    }
}
