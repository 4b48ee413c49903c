import Conformance
import CurlTransport
import TestServers
import Testing

/// Every send ends exactly once: by its answer, by its task's end, or by the transport's.
struct CancellationTests {
    @Test
    func `a task cancelled before it sends sends nothing`() async throws {
        try await LoopbackServer.serving([.answerEach("ok")]) { server in
            try await withCurlTransport { transport in
                let task = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    return try await transport.send(.get(server.url))
                }
                let error = await #expect(throws: TransportError.self) { try await task.value }
                #expect(error?.code == .cancelled)
                #expect(error?.message == "cancelled: the request to \(server.place) was given up")
                #expect(error?.nothingWasSent == true)
            }
            #expect(server.connections == 0)
        }
    }

    @Test
    func `a task cancelled while it waits ends at once, and the transport goes on`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let script: LoopbackServer.Script = { number in
            number == 0 ? [.readRequest, .tell { arrived.yield() }, .hang] : [.answerEach("ok")]
        }
        try await LoopbackServer.serving(script) { server in
            try await withCurlTransport { transport in
                let task = Task { try await transport.send(.get(server.url)) }
                for await _ in arrivals { break }
                task.cancel()
                let error = await #expect(throws: TransportError.self) { try await task.value }
                #expect(error?.code == .cancelled)
                #expect(error?.nothingWasSent == false)
                let next = try await transport.send(.get(server.url))
                #expect(next.status == 200)
                #expect(transport.counts.failed == 1)
            }
        }
    }

    @Test
    func `a request that is given up tells how long it had waited`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let script: [LoopbackServer.Step] = [.readRequest, .pause(milliseconds: 150), .tell { arrived.yield() }, .hang]
        try await LoopbackServer.serving(script) { server in
            try await withCurlTransport { transport in
                let task = Task { try await transport.send(.get(server.url)) }
                for await _ in arrivals { break }
                task.cancel()
                let error = try #require(await #expect(throws: TransportError.self) { try await task.value })
                #expect(error.timings.total >= .milliseconds(150))
                #expect(error.timings.firstByte == .zero)
            }
        }
    }

    @Test
    func `a thousand tasks cancelled at any moment all end`() async throws {
        try await LoopbackServer.serving([.answerEach("ok")]) { server in
            try await withCurlTransport { transport in
                let ended = await withTaskGroup(of: Bool.self) { group in
                    for number in 0..<1_000 {
                        group.addTask {
                            let sending = Task { try await transport.send(.get(server.url)) }
                            for _ in 0..<(number % 7) { await Task.yield() }
                            sending.cancel()
                            switch await sending.result {
                            case .success(let answer): return answer.status == 200
                            case .failure(let error): return (error as? TransportError)?.code == .cancelled
                            }
                        }
                    }
                    var ended = 0
                    for await isFine in group where isFine { ended += 1 }
                    return ended
                }
                #expect(ended == 1_000)
            }
        }
    }

    @Test
    func `closing ends what is running, and what is sent later`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        try await LoopbackServer.serving([.readRequest, .tell { arrived.yield() }, .hang]) { server in
            let (task, transport) = try await withCurlTransport { transport in
                let task = Task { try await transport.send(.get(server.url)) }
                for await _ in arrivals { break }
                return (task, transport)
            }
            let running = await #expect(throws: TransportError.self) { try await task.value }
            #expect(running?.code == .closed)
            #expect(running?.message == "closed: the transport was closed before \(server.place) had answered")
            #expect(running?.nothingWasSent == false)
            let later = await #expect(throws: TransportError.self) { try await transport.send(.get(server.url)) }
            #expect(later?.code == .closed)
            #expect(later?.nothingWasSent == true)
        }
    }

    @Test
    func `an error of the body comes out after the transport is closed`() async throws {
        struct Stop: Error {}
        await #expect(throws: Stop.self) { try await withCurlTransport { _ in throw Stop() } }
    }
}
