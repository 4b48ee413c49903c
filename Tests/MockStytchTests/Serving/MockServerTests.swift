import Foundation
import Testing
import WireJSON

@testable import MockStytch

struct MockServerTests {
    @Test
    func `a session goes from login to revocation over a socket`() async throws {
        try await withMockServer { mock in
            let login = await mock.client.send(
                "POST",
                "/v1/passwords",
                headers: [mock.authorization],
                body: #"{"email":"ada@example.com","password":"correct horse","session_duration_minutes":60}"#
            )
            let token = try #require(try json(login.text)["session_token"]?.string)
            let body = #"{"session_token":"\#(token)"}"#
            var statuses: [Int?] = [login.status]
            for path in ["authenticate", "revoke", "authenticate"] {
                let answer = await mock.client.send(
                    "POST",
                    "/v1/sessions/\(path)",
                    headers: [mock.authorization],
                    body: body
                )
                statuses.append(answer.status)
            }
            #expect(statuses == [200, 200, 200, 404])
        }
    }

    @Test
    func `it listens on a free loopback port and says where`() async throws {
        try await withMockServer { one in
            try await withMockServer { other in
                #expect(one.port != other.port)
                #expect(one.baseURL == "http://127.0.0.1:\(one.port)")
                #expect(one.projectID.hasPrefix("project-test-"))
                #expect(one.secret.hasPrefix("secret-test-"))
                #expect(one.secret.hasSuffix("="))
                #expect(await one.ask().status == 404)
            }
        }
    }

    @Test
    func `after its scope nobody listens`() async throws {
        let mock = try await withMockServer { $0 }
        #expect(await mock.ask().ending == .failed(111))
    }

    @Test
    func `an error of the body comes out, and the server has stopped`() async throws {
        struct Planned: Error {}
        await #expect(throws: Planned.self) {
            try await withMockServer { _ in throw Planned() }
        }
    }

    @Test
    func `a port that is taken is an error`() async throws {
        try await withMockServer { mock in
            _ = await #expect(throws: (any Error).self) {
                try await withMockServer(MockServerOptions(port: mock.port)) { _ in }
            }
        }
    }

    @Test
    func `serving ends when its task is cancelled`() async throws {
        let (ready, announce) = AsyncStream.makeStream(of: RunningMock.self)
        let task = Task { try await serveMock(onReady: { announce.yield($0) }) }
        var iterator = ready.makeAsyncIterator()
        let mock = try #require(await iterator.next())
        #expect(await mock.ask().status == 404)
        task.cancel()
        try await task.value
        #expect(await mock.ask().ending == .failed(111))
    }

    @Test
    func `project and secret may be given`() async throws {
        let options = MockServerOptions(projectID: "project-test-mine", secret: "secret-test-mine")
        try await withMockServer(options) { mock in
            #expect(mock.projectID == "project-test-mine")
            let authorization = "authorization: " + APIBench.basic("project-test-mine", "secret-test-mine")
            let answer = await mock.client.send("GET", "/v1/users/x", headers: [authorization])
            #expect(answer.status == 404)
        }
    }

    @Test
    func `HEAD answers as GET does, without the body`() async throws {
        try await withMockServer { mock in
            let target = "/v1/sessions/jwks/\(mock.projectID)"
            let get = await mock.client.send("GET", target)
            let head = await mock.client.send("HEAD", target)
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.header("content-length") == "\(get.body.count)")
            #expect(head.header("cache-control") == "public, max-age=900")
        }
    }

    @Test
    func `a body over a mebibyte is refused with an envelope`() async throws {
        try await withMockServer { mock in
            let body = #"{"password":"\#(String(repeating: "x", count: 1_048_576))"}"#
            let answer = await mock.client.send("POST", "/v1/passwords", headers: [mock.authorization], body: body)
            #expect(answer.status == 413)
            try #expect(json(answer.text)["error_type"] == "request_too_large")
        }
    }

    @Test
    func `many projects work at once`() async throws {
        try await withMockServer { mock in
            let client = mock.client
            let outcomes = try await withThrowingTaskGroup(of: Int?.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        let project = try json(await client.send("POST", "/mock/projects", body: "{}").text)
                        let id = try #require(project["project_id"]?.string)
                        let secret = try #require(project["secret"]?.string)
                        let answer = await client.send(
                            "POST",
                            "/v1/passwords",
                            headers: ["authorization: " + APIBench.basic(id, secret)],
                            body: #"{"email":"u\#(number)@example.com","password":"correct horse"}"#
                        )
                        _ = await client.send("DELETE", "/mock/projects/\(id)")
                        return answer.status
                    }
                }
                return try await group.reduce(into: [Int?]()) { $0.append($1) }
            }
            #expect(outcomes == Array(repeating: 200, count: 64))
        }
    }

    @Test
    func `an answer in the making does not hold up the end`() async throws {
        let clock = ContinuousClock()
        let (connection, start) = try await withMockServer { mock in
            await mock.plan(#"{"dripMilliseconds": 60000}"#)
            let connection = await mock.client.hold("GET", "/v1/users/x", headers: [mock.authorization])
            return (connection, clock.now)
        }
        #expect(start.duration(to: clock.now) < .seconds(10))
        #expect(close(connection) == 0)
    }
}
