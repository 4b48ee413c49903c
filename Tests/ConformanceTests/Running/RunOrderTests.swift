import Synchronization
import Testing

@testable import Conformance

@Suite struct RunOrderTests {
    @Test func `a seed always gives the same order, on every machine`() {
        #expect(RunOrder.shuffled(seed: 1).places(8) == [4, 3, 2, 7, 5, 6, 0, 1])
        #expect(RunOrder.shuffled(seed: 2).places(8) == [5, 2, 7, 4, 1, 3, 0, 6])
        #expect(RunOrder.corpus.places(4) == [0, 1, 2, 3])
    }

    @Test(arguments: [0, 1, 2, 17, 1000])
    func `every place comes just once, for any number of cases`(count: Int) {
        #expect(RunOrder.shuffled(seed: .max).places(count).sorted() == Array(0..<count))
    }

    @Test func `each of the six orders of three cases comes up about as often`() {
        var counts: [[Int]: Int] = [:]
        for seed in 0..<6000 { counts[RunOrder.shuffled(seed: UInt64(seed)).places(3), default: 0] += 1 }
        #expect(counts.count == 6)
        #expect(counts.values.allSatisfy { (850...1150).contains($0) })
    }

    @Test func `shuffled cases begin in the seed's order, and their results stand in corpus order`() async throws {
        var run = TestRun(cases: try (0..<8).map { TestCase(steps: [try .get("/\($0)")]) })
        run.settings.order = .shuffled(seed: 1)
        let transport = ScriptedTransport { _, _ in .json(200, "{}") }
        let ended = Mutex<[String]>([])
        let result = await run.run(transport) { result in ended.withLock { $0.append(result.id) } }
        #expect(transport.lines == ["GET /4", "GET /3", "GET /2", "GET /7", "GET /5", "GET /6", "GET /0", "GET /1"])
        #expect(result.cases.map(\.id) == run.material.entries.map(\.id))
        #expect(ended.withLock { $0 } == RunOrder.shuffled(seed: 1).places(8).map { run.material.entries[$0].id })
    }
}
