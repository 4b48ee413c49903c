import Conformance
import TestServers
import Testing

@testable import CurlTransport

/// Lanes: threads that send, read and run the tasks that asked, each for itself.
@Suite(.serialized)
struct LaneTests {
    @Test
    func `a task stays on the thread of its lane, before and after an answer`() async throws {
        try await LoopbackServer.serving([.answerEach("ok")]) { server in
            try await withCurlTransport(.patient, lanes: 2) { transport in
                var threads: [Set<UInt>] = []
                for lane in transport.lanes {
                    let task = Task(executorPreference: lane.executor) {
                        var seen: Set<UInt> = [LoopThread.current]
                        for _ in 0..<20 {
                            _ = try await lane.send(.get(server.url))
                            seen.insert(LoopThread.current)
                        }
                        return seen
                    }
                    threads.append(try await task.value)
                }
                #expect(threads.map(\.count) == [1, 1])
                #expect(threads[0].isDisjoint(with: threads[1]))
                #expect(transport.counts.connectionsOpened == 2)
                #expect(transport.counts.onReusedConnection == 38)
            }
        }
    }

    @Test
    func `two lanes with thirty tasks each answer everything`() async throws {
        try await LoopbackServer.serving([.answerEach("ok")]) { server in
            try await withCurlTransport(.patient, lanes: 2) { transport in
                let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                    for number in 0..<60 {
                        let lane = transport.lanes[number % 2]
                        group.addTask(executorPreference: lane.executor) {
                            var right = 0
                            for _ in 0..<50 where try await lane.send(.get(server.url)).body == Array("ok".utf8) {
                                right += 1
                            }
                            return right
                        }
                    }
                    return try await group.reduce(0, +)
                }
                #expect(answers == 3_000)
                #expect(transport.counts.connectionsOpened <= 60)
            }
        }
    }

    @Test
    func `work that a lane hands to others comes back to it`() async throws {
        try await withCurlTransport(.patient) { transport in
            let lane = transport.lanes[0]
            let task = Task(executorPreference: lane.executor) {
                let before = LoopThread.current
                let elsewhere = await withTaskExecutorPreference(globalConcurrentExecutor) { LoopThread.current }
                return (before, elsewhere, LoopThread.current)
            }
            let (before, elsewhere, after) = await task.value
            #expect(before == after)
            #expect(before != elsewhere)
        }
    }

    @Test
    func `a task that prefers a lane which is closed runs elsewhere, and its request fails`() async throws {
        let lane = try await withCurlTransport { $0.lanes[0] }
        let task = Task(executorPreference: lane.executor) { () -> String in
            do throws(TransportError) {
                _ = try await lane.send(.get("http://127.0.0.1:9/"))
                return "answered"
            } catch {
                return error.code.name
            }
        }
        #expect(await task.value == "closed")
    }

    @Test
    func `a task that is running when its lane is closed goes on elsewhere`() async throws {
        try await LoopbackServer.serving([.hang]) { server in
            let task = try await withCurlTransport(.patient) { transport in
                let lane = transport.lanes[0]
                let (begun, beginning) = AsyncStream<Void>.makeStream()
                let task = Task(executorPreference: lane.executor) { () -> String in
                    beginning.finish()
                    do throws(TransportError) {
                        _ = try await lane.send(.get(server.url))
                        return "answered"
                    } catch {
                        return error.code.name
                    }
                }
                for await _ in begun {}
                return task
            }
            #expect(await task.value == "closed")
        }
    }
}
