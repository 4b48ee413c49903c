import Testing
import WireJSON

@testable import MockStytch

/// Faults as they come over a socket.
struct FaultTests {
    @Test
    func `without a fault the answer is whole`() async throws {
        try await withMockServer { mock in
            let answer = await mock.ask()
            #expect(answer.status == 404)
            #expect(answer.ending == .complete)
            try #expect(json(answer.text)["error_type"] == "user_not_found")
        }
    }

    @Test(arguments: [
        (400, "bad_request"), (401, "unauthorized_credentials"), (403, "consumer_session_authorization_error"),
        (409, "bad_request"), (429, "too_many_requests"), (500, "internal_server_error"),
        (503, "server_unavailable"),
    ])
    func `a status comes with its usual envelope, once`(status: Int, type: String) async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"status": \#(status)}"#)
            let answer = await mock.ask()
            #expect(answer.status == status)
            try #expect(json(answer.text)["error_type"] == .string(type))
            try #expect(json(answer.text)["status_code"]?.int == status)
            #expect(await mock.ask().status == 404)
        }
    }

    @Test
    func `a good status replaces that of the real answer`() async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"status": 202}"#)
            let answer = await mock.ask()
            #expect(answer.status == 202)
            try #expect(json(answer.text)["status_code"] == 202)
            await mock.plan(#"{"status": 204}"#)
            let empty = await mock.client.send("HEAD", "/v1/users/nobody", headers: [mock.authorization])
            #expect(empty.status == 204)
        }
    }

    @Test
    func `faults of one project come in order and leave other projects alone`() async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"status": 429}"#)
            await mock.plan(#"{"garbage": "no JSON"}"#)
            let other = try json(await mock.client.send("POST", "/mock/projects", body: "{}").text)
            let id = try #require(other["project_id"]?.string)
            let keys = await mock.client.send("GET", "/v1/sessions/jwks/\(id)")
            #expect(keys.status == 200)
            #expect(await mock.ask().status == 429)
            #expect(await mock.ask().text == "no JSON")
            #expect(await mock.ask().status == 404)
        }
    }

    @Test
    func `a fault meets the key set of its project too`() async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"status": 500}"#)
            #expect(await mock.client.send("GET", "/v1/sessions/jwks/\(mock.projectID)").status == 500)
        }
    }

    @Test
    func `a delay holds the answer back`() async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"delayMilliseconds": 150}"#)
            let clock = ContinuousClock()
            let start = clock.now
            #expect(await mock.ask().status == 404)
            #expect(start.duration(to: clock.now) >= .milliseconds(150))
        }
    }

    @Test
    func `a drip sends each byte by itself`() async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"dripMilliseconds": 1}"#)
            let clock = ContinuousClock()
            let start = clock.now
            let answer = await mock.ask()
            #expect(answer.ending == .complete)
            try #expect(json(answer.text)["error_type"] == "user_not_found")
            #expect(start.duration(to: clock.now) >= .milliseconds(answer.body.count))
        }
    }

    @Test(arguments: [0, 10])
    func `a reset comes after so many bytes`(count: Int) async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"reset": \#(count)}"#)
            let answer = await mock.ask()
            #expect(answer.ending == .reset)
            #expect(answer.status == 404)
            #expect(answer.body.count == count)
            #expect(await mock.ask().ending == .complete)
        }
    }

    @Test(arguments: [0, 10])
    func `a truncated body ends before its length`(count: Int) async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"truncate": \#(count)}"#)
            let answer = await mock.ask()
            #expect(answer.ending == .closed)
            #expect(answer.body.count == count)
            #expect(answer.header("content-length").flatMap { Int($0) } ?? 0 > 100)
        }
    }

    @Test
    func `truncating to more than there is still ends too soon`() async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"truncate": 100000}"#)
            let answer = await mock.ask()
            #expect(answer.ending == .closed)
            try #expect(json(answer.text)["error_type"] == "user_not_found")
            #expect(answer.header("content-length") == "\(answer.body.count + 1)")
        }
    }

    @Test
    func `an oversize body is JSON of the size asked for`() async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"oversize": 300000}"#)
            let answer = await mock.ask()
            #expect(answer.ending == .complete)
            #expect(answer.body.count == 300_000)
            try #expect(json(answer.text)["error_type"] == "user_not_found")
        }
    }

    @Test
    func `a content type is sent as it was given`() async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"contentType": "text/html; charset=utf-8"}"#)
            let answer = await mock.ask()
            #expect(answer.header("content-type") == "text/html; charset=utf-8")
            try #expect(json(answer.text)["error_type"] == "user_not_found")
        }
    }

    @Test(arguments: [(5, LoopbackClient.Ending.complete), (5000, .closed)])
    func `a content length is sent as it was given`(length: Int, ending: LoopbackClient.Ending) async throws {
        try await withMockServer { mock in
            await mock.plan(#"{"contentLength": \#(length)}"#)
            let answer = await mock.ask()
            #expect(answer.header("content-length") == "\(length)")
            #expect(answer.ending == ending)
            #expect(await mock.ask().status == 404)
        }
    }
}
