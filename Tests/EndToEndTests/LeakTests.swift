import Foundation
import Testing

/// Marked secrets of nasty content, sent, answered in every form and met by every command: none may be written anywhere.
@Suite(.timeLimit(.minutes(10)))
struct LeakTests {
    private static let projectSecret = "pr0ject \"s3cret\" 'é' %41/+=\\x\n<end>"
    private static let token = "tok/en+1=%2F\"q\"\\back 'é&<x>"
    private static let password = "pa\"ss\\wörd+%/=\u{1F511}\nline \\n2 %zz&amp;"
    private static let bearer = "bearer+to/ken=='%5C_-\"9"
    private static let captured = "captured \\u0041 'thing' 100%/+\"é"
    private static let cookie = "c00kie+val/ue=%41z"
    private static let signature = "c2lnbmF0dXJlLW9mLXRoZS10b2tlbi0xMjM0NTY3ODkw"
    private static let payload = "eyJzdWIiOiJ1c2VyLXRlc3QtMSIsImV4cCI6MTc2MzcyMDAwMH0"
    private static let jwt = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.\(payload).\(signature)"

    private static let secrets = [
        "project": projectSecret, "token": token, "password": password, "bearer": bearer, "captured": captured,
        "cookie": cookie, "jwt": jwt, "payload": payload, "signature": signature,
    ]

    /// Each secret in each form, as a server may echo it.
    private static let forms = secrets.sorted { $0.key < $1.key }.flatMap {
        SecretSearch($0.value, named: $0.key).forms
    }

    private static let environment = ["STYTCH_PROJECT_ID": "project-test-1", "STYTCH_SECRET": projectSecret]

    private static let variables = [
        "--variable", "token=\(token)", "--variable", "pw=\(password)", "--variable", "jwt=\(jwt)",
        "--variable", "bearer=\(bearer)", "--variable", #"user={"password":"pa55word \" of an object"}"#,
    ]

    /// Every case tells the server all it knows, and expects what never comes.
    private static let suite = #"""
        {
          "description": "Secrets.",
          "setup": [
            { "request": { "method": "POST", "path": "/key", "auth": "none" }, "expect": { "status": 200, "model": "none" },
              "capture": { "thing": { "body": "/key", "secret": true } } }
          ],
          "cases": [
            { "id": "json", "request": { "method": "POST", "path": "/json/{{thing}}", "query": { "session_token": "{{token}}" },
                "headers": { "X-Api-Key": "{{token}}", "X-Other": "{{bearer}}" }, "body": SECRETS },
              "expect": { "status": 200, "model": "none", "body": { "forms": [ "{{pw}}" ], "more": { "x": "{{jwt}}" } } } },
            { "id": "text", "request": { "method": "POST", "path": "/text", "body": SECRETS },
              "expect": { "status": 201, "model": "none", "body": { "a": "{{bearer}}" }, "headers": { "x-echo": "{{pw}}" } } },
            { "id": "bytes", "request": { "method": "POST", "path": "/bytes", "body": SECRETS },
              "expect": { "status": 200, "model": "none", "body": { "a": "{{thing}}" } } },
            { "id": "gzip", "request": { "method": "POST", "path": "/gzip", "body": SECRETS },
              "expect": { "status": 200, "model": "none", "body": { "a": 1 } } },
            { "id": "wide", "request": { "method": "POST", "path": "/wide", "body": SECRETS },
              "expect": { "status": 200, "model": "none", "body": { "a": 1 } } },
            { "id": "cut", "request": { "method": "POST", "path": "/cut", "body": SECRETS }, "expect": { "model": "none" } },
            { "id": "gone", "request": { "method": "POST", "path": "/gone/{{token}}", "body": SECRETS,
              "auth": { "bearer": "{{bearer}}" } }, "expect": { "model": "none" } },
            { "id": "form", "request": { "method": "POST", "path": "/json", "rawBody": "session_token={{token}}&password={{pw}}",
                "auth": { "basic": ["me", "{{bearer}}"] }, "headers": { "Cookie": "jwt={{jwt}}", "Content-Type": "text/plain" } },
              "expect": { "status": 418, "model": "none" } },
            { "id": "stored", "steps": [
                { "payload": { "model": "none", "body": { "list": [ { "secret": "{{token}}" } ], "jwt": "{{jwt}}", "echo": "{{token}}" } },
                  "expect": { "status": 200, "model": "none", "body": { "echo": "no", "jwt": "no" } } } ] },
            { "id": "check", "steps": [
                { "request": { "method": "POST", "path": "/ok", "body": SECRETS }, "expect": { "model": "none" } },
                { "check": [ { "value": "{{thing}}", "matches": "no" } ] } ] },
            { "id": "passes", "request": { "method": "POST", "path": "/ok", "body": SECRETS }, "expect": { "model": "none" } }
          ]
        }
        """#
        .replacingOccurrences(
            of: "SECRETS",
            with:
                #"{ "session_token": "{{token}}", "password": "{{pw}}", "session_jwt": "{{jwt}}", "access_token": "{{bearer}}", "t": "{{thing}}" }"#
        )

    /// A server that knows all secrets and tells them in every form.
    private func server() throws -> EchoServer {
        let texts = Self.forms.map { String(decoding: $0.bytes, as: UTF8.self) }
        let json = Array(try JSONEncoder().encode(["forms": texts]))
        let plain = Array(texts.joined(separator: " | ").utf8)
        let key = Array(try JSONEncoder().encode(["key": Self.captured]))
        let echo = "x-echo: " + Self.cookie + " " + (Self.token.addingPercentEncoding(withAllowedCharacters: []) ?? "")
        let set = "set-cookie: sid=\(Self.cookie); Path=/"
        return try EchoServer { line in
            let path = String(line.split(separator: " ").dropFirst().first ?? "")
            return switch path.split(separator: "/").first {
            case "mock": Array("HTTP/1.1 404 X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".utf8)
            case "key": EchoServer.answer(key)
            case "json": EchoServer.answer(json, ["content-type: application/json", set, echo])
            case "text": EchoServer.answer(plain, ["content-type: text/html", set, echo])
            case "bytes": EchoServer.answer([0xFF] + plain, ["content-type: image/png", set])
            case "gzip": EchoServer.answer([0x1F, 0x8B] + plain, ["content-type: application/json", set])
            case "wide":
                EchoServer.answer(Array(Self.token.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, [set])
            case "cut":
                Array("HTTP/1.1 200 OK\r\n\(set)\r\ncontent-length: \(json.count)\r\n\r\n".utf8) + json.dropLast(3)
            case "gone": []
            default: EchoServer.answer(Array("{}".utf8))
            }
        }
    }

    private func write(_ folder: URL) throws {
        let names = #"["session_token", "session_jwt", "password", "secret", "access_token"]"#
        try folder.write("cases/operations.json", #"{ "secrets": \#(names), "operations": {} }"#)
        try folder.write("cases/small/secrets.json", Self.suite)
    }

    @Test
    func `no secret is in any file or on any stream of a run, in whatever form a server tells it`() async throws {
        let server = try server()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            try write(folder)
            let runs = [
                [], ["--verbose", "--curl"],
                ["--evidence", "all", "--curl", "--reproducible", "--stage-times", "times.json"],
                ["--known-failures", "other.json", "--update-known-failures", "--color", "always"],
                ["--retries", "1", "--shard", "1/1"],
            ]
            var leavings = Leavings()
            for (number, options) in runs.enumerated() {
                let ended = try await BuiltProgram.run(
                    ["run", "--target", server.baseURL, "--reports", "reports-\(number)"] + Self.variables + options,
                    in: folder,
                    environment: Self.environment
                )
                #expect(ended.status == 1, "\(options): \(ended.error)")
                // One variable stands in no case, and nothing of its value is told.
                let warning = "warning: no case uses the variable 'user' of --variable\n  hint: "
                #expect(ended.error.hasPrefix(warning) && ended.error.split(separator: "\n").count == 2)
                leavings.add(ended, of: "run \(options.joined(separator: " "))")
            }
            let merged = try await BuiltProgram.run(["merge", "reports-4", "--reports", "merged"], in: folder)
            #expect(merged.status == 1)
            leavings.add(merged, of: "merge")
            // Written by the test and without a secret; all that is there now is searched.
            try leavings.add(filesBelow: folder)
            #expect(leavings.leaks(of: Self.secrets) == [])
            let results = try folder.text("reports-2/results.json")
            for label in [
                "[password 1]", "[session_token 1]", "[session_jwt 1]", "[access_token 1]", "[thing 1]",
                "[project_secret 1]",
                "[cookie_value 1]", "<gzip, ",
            ] {
                #expect(results.contains(label), "\(label) stands nowhere")
            }
            #expect(
                try folder.text("reports-0/results.json").contains(
                    "\"passed\":1,\"flaky\":0,\"failed\":8,\"errored\":2"
                )
            )
        }
    }

    @Test
    func `the search of these tests finds every form that the server sends`() {
        for form in Self.forms {
            var leavings = Leavings()
            let told = "before " + String(decoding: form.bytes, as: UTF8.self) + " behind"
            leavings.add(BuiltProgram.Ended(status: 0, output: told, error: ""), of: "it")
            let found = leavings.leaks(of: Self.secrets)
            #expect(found.contains("standard output of it: \(form.name)"))
        }
    }

    @Test
    func `no secret of the options or the environment is told by the other commands`() async throws {
        try await withTemporaryFolder { folder in
            try write(folder)
            try folder.write(
                "broken/operations.json",
                #"{ "secrets": ["session_token", "password"], "operations": { "a.b": 1 } }"#
            )
            let text = { (text: String) in
                String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
            }
            // Secrets in case files are mistakes of their own; a message that shows the line must not tell them either.
            try folder.write(
                "broken/a/b.json",
                """
                { "description": "d", "cases": [ { "id": "x", "request": { "method": "GET", "path": "/x",
                  "body": { "password": \(text(Self.password)), "x": "{{nosuch}}", "session_jwt":
                    \(text(Self.jwt)), "y": "{{other}}" } } } ] }
                """
            )
            try folder.write("broken/a/c.json", "{ \"session_token\": \(text(Self.token)) \"x\": 1 }")
            let commands: [([String], Int32)] = [
                (["lint"] + Self.variables, 0), (["lint", "--cases", "broken"] + Self.variables, 2),
                (["lint", "--cases", "broken", "--variable", "token={{bad \(Self.token)"], 2),
                (["run", "--cases", "broken", "--target", "http://127.0.0.1:1"] + Self.variables, 2),
                (["list"] + Self.variables, 0), (["list", "--json"] + Self.variables, 0),
                (["list", "--requirements", "--json"] + Self.variables, 0),
                (["run", "--variable", "Bad=\(Self.password)"], 2),
                (["run", "--variable=\(Self.token)"], 2), (["run", "--nosuch"] + Self.variables, 2),
                (["run", "--target", "http://127.0.0.1:1"] + Self.variables, 3),
                (["run", "--filter", "no/such"] + Self.variables, 4), (["export-cases", "out"], 0),
                (["merge", "broken"], 2),
                (["export-schemas", "schemas"], 0), (["new", "sessions.get", "--cases", "out"], 0), (["explain"], 0),
                (["explain", "failed", "70"], 0), (["explain", "nosuch"], 2), (["help", "run"], 0), (["--version"], 0),
            ]
            var leavings = Leavings()
            for (arguments, status) in commands {
                let ended = try await BuiltProgram.run(arguments, in: folder, environment: Self.environment)
                #expect(ended.status == status, "\(arguments): \(ended.output)\(ended.error)")
                leavings.add(ended, of: arguments.prefix(3).joined(separator: " "))
            }
            try FileManager.default.removeItem(at: folder.appendingPathComponent("broken"))
            try leavings.add(filesBelow: folder)
            #expect(leavings.leaks(of: Self.secrets) == [])
        }
    }

    @Test
    func `a run against a served mock that is wrong tells neither the project's secret nor a token`() async throws {
        try await withTemporaryFolder { folder in
            let mock = try BuiltProgram.Talking(["serve", "--port", "0", "--json", "--flaw", "keyRenamed"])
            let line = try #require(await mock.lines(1).first)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let secret = try #require(object["secret"] as? String)
            let ended = try await BuiltProgram.run(
                ["run", "sessions/authenticate", "passwords", "--cases", Checkout.cases, "--verbose", "--curl"]
                    + ["--target", try #require(object["baseURL"] as? String)],
                in: folder,
                environment: [
                    "STYTCH_PROJECT_ID": try #require(object["projectID"] as? String), "STYTCH_SECRET": secret,
                ]
            )
            #expect(await mock.end(by: SIGTERM) == 143)
            #expect(ended.status == 1)
            #expect(ended.error == "")
            var leavings = Leavings()
            leavings.add(ended, of: "run")
            try leavings.add(filesBelow: folder)
            #expect(leavings.leaks(of: ["project": secret]) == [])
            for piece in leavings.pieces {
                let text = String(decoding: piece.bytes, as: UTF8.self)
                #expect(text.firstMatch(of: /eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{20,}/) == nil)
                #expect(text.firstMatch(of: /"(session_token|session_jwt|password)\\?": ?\\?"[^\[{\\']/) == nil)
            }
        }
    }
}
