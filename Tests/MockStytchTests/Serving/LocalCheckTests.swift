import SessionJWT
import SessionModels
import Synchronization
import Testing
import WireJSON

@testable import MockStytch

/// `SessionAuthenticator` with a real mock behind it, which counts what it is asked.
struct LocalCheckTests {
    struct Refused: Error, Equatable {
        let outcome: String
    }

    /// How many seconds the clock of the check is ahead of the host's.
    private final class Ahead: Sendable {
        let seconds = Atomic<Int64>(0)
    }

    /// A project with a session, and somebody who authenticates its JWTs.
    private struct Bench {
        let mock: RunningMock
        let authenticator: SessionAuthenticator
        let sessionID: String
        let token: String
        let jwt: String

        /// How often the key set was fetched, and a session authenticated.
        func counts() async throws -> [JSONValue?] {
            let answer = await mock.client.send("GET", "/mock/projects/\(mock.projectID)/calls")
            let calls = try json(answer.text)["calls"]
            return [calls?["sessions.get_jwks"], calls?["sessions.authenticate"]]
        }

        func control(_ command: String, _ body: String = "{}") async throws {
            let answer = await mock.client.send("POST", "/mock/projects/\(mock.projectID)/\(command)", body: body)
            #expect(answer.status == 200)
        }

        func authenticate(_ jwt: String, maximumAge: Duration? = nil) async throws -> String {
            switch try await authenticator.authenticateJWT(jwt, maximumAge: maximumAge) {
            case .checked(let local): "checked \(local.session.sessionID == sessionID)"
            case .asked(let response, let reason):
                "asked \(response.session.sessionID == sessionID)" + (reason.map { ": \($0)" } ?? "")
            }
        }
    }

    private func withBench(ahead: Ahead = Ahead(), _ body: (Bench) async throws -> Void) async throws {
        try await withMockServer { mock in
            let login = try json(
                await mock.client.send(
                    "POST",
                    "/v1/passwords",
                    headers: [mock.authorization],
                    body: #"{"email":"ada@example.com","password":"correct horse","session_duration_minutes":60}"#
                ).text
            )
            let bench = Bench(
                mock: mock,
                authenticator: SessionAuthenticator(
                    projectID: mock.projectID,
                    keys: KeySetCache(
                        policy: KeySetCache.Policy(minimumAge: .zero),
                        uptime: { .zero },
                        fetch: { await mock.client.send("GET", "/v1/sessions/jwks/\(mock.projectID)").body }
                    ),
                    now: {
                        let milliseconds = MockClock.host.millisecondsSince1970()
                        return Timestamp(secondsSince1970: milliseconds / 1000 + ahead.seconds.load(ordering: .relaxed))
                    },
                    authenticate: { try await Self.ask(mock, $0) }
                ),
                sessionID: try #require(login["session"]?["session_id"]?.string),
                token: try #require(login["session_token"]?.string),
                jwt: try #require(login["session_jwt"]?.string)
            )
            try await body(bench)
        }
    }

    private static func ask(_ mock: RunningMock, _ jwt: String) async throws -> Sessions.AuthenticateResponse {
        let answer = await mock.client.send(
            "POST",
            "/v1/sessions/authenticate",
            headers: [mock.authorization],
            body: "{\"session_jwt\":\"\(jwt)\"}"
        )
        guard answer.status == 200 else {
            throw Refused(outcome: "\(answer.status ?? 0) \(try json(answer.text)["error_type"]?.string ?? "")")
        }
        let decoding = TracingDecoder().decode(
            Sessions.AuthenticateResponse.self,
            from: try JSONDocument(answer.body).root
        )
        return try #require(decoding.value)
    }

    @Test
    func `a JWT is checked by keys that are fetched once, and the API is asked only where that does not do`()
        async throws
    {
        let ahead = Ahead()
        try await withBench(ahead: ahead) { bench in
            #expect(try await bench.counts() == [0, 0])
            for _ in 0..<3 {
                let way = try await bench.authenticate(bench.jwt, maximumAge: .seconds(300))
                #expect(way == "checked true")
            }
            #expect(try await bench.counts() == [1, 0])
            #expect(try await bench.authenticate(bench.jwt) == "asked true")
            #expect(try await bench.counts() == [1, 1])
            try await bench.control("advance", #"{"milliseconds": 301000}"#)
            ahead.seconds.store(301, ordering: .relaxed)
            let late = try await bench.authenticate(bench.jwt, maximumAge: .seconds(3600))
            #expect(late == "asked true: JWT expired")
            #expect(try await bench.counts() == [1, 2])
        }
    }

    @Test
    func `after a rotation the keys are fetched once more, and old and new JWTs are checked`() async throws {
        try await withBench { bench in
            let first = try await bench.authenticate(bench.jwt, maximumAge: .seconds(60))
            #expect(first == "checked true")
            try await bench.control("rotate-keys")
            let renewed = try await Self.ask(bench.mock, bench.jwt).sessionJWT
            for jwt in [renewed, bench.jwt, renewed] {
                #expect(try await bench.authenticate(jwt, maximumAge: .seconds(60)) == "checked true")
            }
            #expect(try await bench.counts() == [2, 1])
        }
    }

    @Test
    func `the JWT of a revoked session passes here, and the API refuses it`() async throws {
        try await withBench { bench in
            let revoked = await bench.mock.client.send(
                "POST",
                "/v1/sessions/revoke",
                headers: [bench.mock.authorization],
                body: "{\"session_token\":\"\(bench.token)\"}"
            )
            #expect(revoked.status == 200)
            let here = try await bench.authenticate(bench.jwt, maximumAge: .seconds(60))
            #expect(here == "checked true")
            await #expect(throws: Refused(outcome: "404 session_not_found")) {
                try await bench.authenticate(bench.jwt)
            }
        }
    }
}
