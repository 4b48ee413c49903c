import Testing

@testable import Conformance

@Suite struct FinishedCasesTests {
    private static func result(_ id: String) -> CaseResult {
        CaseResult(
            id: id,
            suite: "s",
            position: FilePosition(file: "cases/a.json", line: 1, column: 1),
            outcome: .passed
        )
    }

    @Test(arguments: [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [1, 2, 3, 4, 0], [3, 0, 4, 1, 2], [2, 0, 1, 4, 3]])
    func `results stand in the plan's order, whatever the order in which they came`(places: [Int]) {
        var finished = FinishedCases(capacity: 5)
        for place in places { finished.add(Self.result("c\(place)"), at: place) }
        let results = finished.completed(upTo: 5) { Self.result("missing \($0)") }
        #expect(results.map(\.id) == ["c0", "c1", "c2", "c3", "c4"])
    }

    @Test func `a place without a result is filled`() {
        var finished = FinishedCases(capacity: 4)
        finished.add(Self.result("c3"), at: 3)
        finished.add(Self.result("c1"), at: 1)
        let results = finished.completed(upTo: 4) { Self.result("missing \($0)") }
        #expect(results.map(\.id) == ["missing 0", "c1", "missing 2", "c3"])
    }

    @Test func `a run of no case has no result`() {
        #expect(FinishedCases(capacity: 0).completed(upTo: 0) { Self.result("missing \($0)") }.isEmpty)
    }
}
