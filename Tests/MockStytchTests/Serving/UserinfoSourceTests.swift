import TestServers
import Testing
import WireJSON

@testable import MockStytch

/// sessions.migrate with a userinfo source that is another server.
struct UserinfoSourceTests {
    private func migrate(_ mock: RunningMock, _ token: String, minutes: Int? = nil) async throws -> JSONValue {
        let duration = minutes.map { ", \"session_duration_minutes\": \($0)" } ?? ""
        let answer = await mock.client.send(
            "POST",
            "/v1/sessions/migrate",
            headers: [mock.authorization],
            body: "{\"session_token\": \"\(token)\"\(duration)}"
        )
        return try json(answer.text)
    }

    private func setSource(_ mock: RunningMock, _ url: String) async -> Int? {
        await mock.client.send(
            "POST",
            "/mock/projects/\(mock.projectID)/userinfo-source",
            body: "{\"url\": \(url)}"
        ).status
    }

    /// A mock with the user ada@example.com whose source answers so, and the source itself.
    private func withSource(
        _ steps: [LoopbackServer.Step],
        _ body: (RunningMock, LoopbackServer) async throws -> Void
    ) async throws {
        try await LoopbackServer.serving(steps) { source in
            try await withMockServer { mock in
                let made = await mock.client.send(
                    "POST",
                    "/v1/passwords",
                    headers: [mock.authorization],
                    body: #"{"email": "ada@example.com", "password": "correct horse"}"#
                )
                #expect(made.status == 200)
                #expect(await setSource(mock, "\"\(source.url)userinfo?tenant=1\"") == 200)
                try await body(mock, source)
            }
        }
    }

    @Test
    func `the source is asked with the token as bearer, and its e-mail finds the user`() async throws {
        try await withSource([.readRequest, .answer(#"{"sub": "1", "email": "ada@example.com"}"#)]) { mock, source in
            let answer = try await migrate(mock, "external-token", minutes: 30)
            #expect(answer["status_code"] == 200)
            #expect(answer["user"]?["emails"]?[0]?["email"] == "ada@example.com")
            #expect(answer["session"]?["authentication_factors"]?[0]?["type"] == "imported")
            #expect(source.connections == 1)
            let request = try #require(source.requests.first)
            #expect(request.hasPrefix("GET /userinfo?tenant=1 HTTP/1.1\r\n"))
            let lines = request.lowercased().split(separator: "\r\n")
            #expect(lines.contains("authorization: bearer external-token"))
            #expect(lines.contains("host: \(source.place)"))
        }
    }

    @Test(
        arguments: [
            ([.readRequest, .answer(#"{"sub": "1"}"#)], "migrate_from_external_missing_userinfo"),
            (
                [.readRequest, .answer(#"{"email": "nobody@example.com"}"#)],
                "migrate_from_external_email_does_not_exist"
            ),
            (
                [.readRequest, .answer(#"{"email": "ada@example.com"}"#, status: "401 Unauthorized")],
                "migrate_from_external_unexpected_response"
            ),
            (
                [.readRequest, .answer("", status: "302 Found", headers: "Location: /elsewhere\r\n")],
                "migrate_from_external_unexpected_response"
            ),
            ([.readRequest, .answer("<html>")], "migrate_from_external_unexpected_response"),
            ([.readRequest, .close], "migrate_from_external_unexpected_response"),
            ([.readRequest, .send("no HTTP at all\r\n\r\n"), .close], "migrate_from_external_unexpected_response"),
        ] as [([LoopbackServer.Step], String)]
    )
    func `what the source says wrong is the type of the refusal`(
        steps: [LoopbackServer.Step],
        expected: String
    ) async throws {
        try await withSource(steps) { mock, _ in
            let answer = try await migrate(mock, "external-token")
            #expect(answer["status_code"] == 400)
            #expect(answer["error_type"] == .string(expected))
        }
    }

    @Test
    func `a source that is not there is an answer that was not expected`() async throws {
        let port = try LoopbackServer.unusedPort()
        try await withMockServer { mock in
            #expect(await setSource(mock, "\"http://127.0.0.1:\(port)/\"") == 200)
            let answer = try await migrate(mock, "external-token")
            #expect(answer["error_type"] == "migrate_from_external_unexpected_response")
        }
    }

    @Test
    func `the source is asked for nothing that the built-in one knows, that no project asks, or that ends a header`()
        async throws
    {
        try await withSource([.readRequest, .answer(#"{"email": "ada@example.com"}"#)]) { mock, source in
            let told = await mock.client.send(
                "POST",
                "/mock/projects/\(mock.projectID)/userinfo",
                body: #"{"token": "told", "status": 401}"#
            )
            #expect(told.status == 200)
            let refused = try await migrate(mock, "told")
            #expect(refused["error_type"] == "migrate_from_external_unexpected_response")
            let stranger = await mock.client.send(
                "POST",
                "/v1/sessions/migrate",
                body: #"{"session_token": "external-token"}"#
            )
            #expect(stranger.status == 401)
            #expect(try await migrate(mock, #"a\r\nx: y"#)["status_code"] == 400)
            #expect(source.connections == 0)
            #expect(await setSource(mock, "null") == 200)
            #expect(try await migrate(mock, "external-token")["status_code"] == 400)
            #expect(source.connections == 0)
        }
    }

    @Test(arguments: [
        "\"ftp://127.0.0.1/\"", "\"127.0.0.1\"", "\"\"", "\"http://\"", "\"http://ada:secret@127.0.0.1/\"",
        "\"http://127.0.0.1:0/\"", "1",
    ])
    func `what is no address is refused`(url: String) async throws {
        try await withMockServer { mock in #expect(await setSource(mock, url) == 400) }
    }

    @Test
    func `an address is taken apart`() {
        let plain = UserinfoAddress("http://127.0.0.1:8080")
        #expect(plain?.target == "/")
        #expect(plain?.authority == "127.0.0.1:8080")
        #expect(plain?.port == 8080)
        #expect(plain?.usesTLS == false)
        let secure = UserinfoAddress("https://idp.example.com/oidc/userinfo?a=%20b")
        #expect(secure?.target == "/oidc/userinfo?a=%20b")
        #expect(secure?.authority == "idp.example.com")
        #expect(secure?.port == 443)
        #expect(secure?.usesTLS == true)
        let address = UserinfoAddress("http://[::1]:8080/")
        #expect(address?.host == "::1")
        #expect(address?.authority == "[::1]:8080")
    }
}
