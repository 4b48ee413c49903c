import Dispatch
import Synchronization
import Testing
import WireJSON

@testable import Conformance

/// Where the work of a case is done when its transport has a thread of its own for it.
@Suite struct LaneTests {
    /// A lane that knows whether the caller runs on it.
    private final class Lane: TaskExecutor {
        private let queue = DispatchQueue(label: "lane")
        private let key = DispatchSpecificKey<Bool>()

        init() {
            queue.setSpecific(key: key, value: true)
        }

        var isCurrent: Bool { DispatchQueue.getSpecific(key: key) ?? false }

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    /// Whether an answer with so many letters in it is sent for and judged on the lane.
    private func places(ofAnswerWith letters: Int) async throws -> (sent: [Bool], judged: [Bool]) {
        let lane = Lane()
        let sent = Mutex<[Bool]>([])
        let judged = Mutex<[Bool]>([])
        let body = "{\"text\":\"\(String(repeating: "a", count: letters))\"}"
        let transport = ScriptedTransport(executor: lane) { _, _ in
            sent.withLock { $0.append(lane.isCurrent) }
            return .json(200, body)
        }
        var expectation = try CaseExpectation.status(200)
        expectation.model = .named("m")
        var run = TestRun(cases: [TestCase(steps: [try RequestStep.get("/one", [expectation]).step()])])
        run.models = [
            "m": { _ in
                judged.withLock { $0.append(lane.isCurrent) }
                return []
            }
        ]
        let result = try await run.result(transport)
        #expect(result.outcome == .passed)
        return (sent.withLock { $0 }, judged.withLock { $0 })
    }

    @Test func `a small answer is judged on the lane that brought it`() async throws {
        let places = try await places(ofAnswerWith: 2_000)
        #expect(places.sent == [true])
        #expect(places.judged == [true])
    }

    @Test func `a large answer is judged elsewhere, so that the lane can go on`() async throws {
        let places = try await places(ofAnswerWith: 70_000)
        #expect(places.sent == [true])
        #expect(places.judged == [false])
    }
}
