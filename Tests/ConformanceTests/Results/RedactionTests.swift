import Testing
import WireJSON

@testable import Conformance

@Suite struct RedactorTests {
    private func redactor(_ secrets: (String, String)...) -> Redactor {
        var list = SecretList(names: [])
        for (name, value) in secrets { list.add(value, named: name) }
        return Redactor(list)
    }

    /// The secret is `to/k"en+é!`; its forms are written out here.
    @Test(arguments: [
        ("plain to/k\"en+\u{E9}! here", "plain [session_token 1] here"),
        ("json to/k\\\"en+\u{E9}! here", "json [session_token 1] here"),
        ("json to\\/k\\\"en+\u{E9}! here", "json [session_token 1] here"),
        ("url to%2Fk%22en%2B%C3%A9%21 here", "url [session_token 1] here"),
        ("url to%2fk%22en%2b%c3%a9%21 here", "url [session_token 1] here"),
        ("escapes to\\u002fk\\u0022en\\u002B\\u00e9\\u0021 here", "escapes [session_token 1] here"),
        ("inner to\\\\/k\\\\\\\"en+\\\\u00e9! here", "inner [session_token 1] here"),
        ("form to/k%22en%2B%C3%A9! here", "form [session_token 1] here"),
        ("page to/k&quot;en&#43;&#xE9;! here", "page [session_token 1] here"),
        ("base64 dG8vayJlbivDqSE= here", "base64 [session_token 1]= here"),
        ("two to/k\"en+\u{E9}! to/k\"en+\u{E9}!", "two [session_token 1] [session_token 1]"),
        ("other to/k", "other to/k"),
    ])
    func `a secret is replaced in every form`(text: String, shown: String) {
        #expect(redactor(("session_token", "to/k\"en+\u{E9}!")).redact(text) == shown)
    }

    /// The secret is `a\\b c\u{1F511}%25+`; each text is another way to write it.
    @Test(arguments: [
        "a\\b c\u{1F511}%25+", "a\\\\b c\\ud83d\\uDD11%25+",
        "a%5Cb+c%F0%9F%94%91%2525%2B", "a&#92;b&#32;c&#x1F511;%25+",
    ])
    func `a secret that looks like an escape itself is found`(text: String) {
        #expect(redactor(("password", "a\\b c\u{1F511}%25+")).redact("<\(text)>") == "<[password 1]>")
    }

    @Test(arguments: ["", "x", "xy", "xyz", "project-1:"])
    func `base64 of a longer text shows nothing of a secret in it, at any alignment`(before: String) {
        let secret = "secret-test-0123456789abcdef"
        let encoded = Base64.encode(Array("\(before)\(secret)-after".utf8), .standard, isPadded: true)
        let shown = redactor(("secret", secret)).redact(encoded)
        #expect(shown.contains("[secret 1]"))
        #expect(shown.utf8.count < 40)
    }

    @Test func `a hundred thousand backslashes are no hindrance`() {
        let run = String(repeating: "\\", count: 100_000)
        #expect(redactor(("password", "\"secret\""), ("secret", "\\u0041bcd")).redact(run + "\"x") == run + "\"x")
    }

    @Test func `labels count by name in order of appearance and equal values share one`() {
        var list = SecretList(names: [])
        list.add("first-value", named: "session_token")
        list.add("second-value", named: "other.session_token")
        list.add("third-value", named: "password")
        list.add("first-value", named: "password")
        list.add("abc", named: "password")
        #expect(list.entries.map(\.label) == ["[session_token 1]", "[session_token 2]", "[password 1]"])
        #expect(Redactor(list).redact("second-value first-value abc") == "[session_token 2] [session_token 1] abc")
    }

    @Test func `a secret that holds another is replaced whole`() {
        #expect(redactor(("a", "abcd"), ("b", "abcdefgh")).redact("abcdefgh abcd") == "[b 1] [a 1]")
    }
}

@Suite struct SecretListTests {
    private func labels(_ body: String) -> [String] {
        var list = SecretList(names: ["session_token", "password"])
        list.scan(body: Array(body.utf8))
        return list.entries.map { "\($0.label) \($0.value)" }
    }

    @Test func `secret members are found at any depth of JSON`() {
        #expect(
            labels(
                "{\"a\": [{\"session_token\": \"tok-\\u0031\"}], \"password\": {\"old\": \"old-pass\"}, \"session_token\": 12345}"
            )
                == ["[session_token 1] tok-1", "[password 1] old-pass", "[session_token 2] 12345"]
        )
    }

    @Test func `the id of what a secret member describes is no secret`() {
        #expect(
            labels("{\"password\": {\"password_id\": \"password-test-1\", \"plain\": \"pa55word\"}}")
                == ["[password 1] pa55word"]
        )
    }

    @Test func `secrets are found in what is nearly JSON and in forms`() {
        #expect(labels("{\"session_token\": \"cut-sho") == ["[session_token 1] cut-sho"])
        #expect(labels("oops {\\\"password\\\":\\\"pa55word\\\"}") == ["[password 1] pa55word"])
        #expect(labels("a=1&password=pa55word&b=2") == ["[password 1] pa55word"])
        #expect(labels("<p>password is required here</p>") == [])
    }
}

@Suite struct RedactedCaseTests {
    private static let token = "TOKEN-abcdefghijklmnopqrstuvwxyz-0123456789"

    /// A case that fails in every way in which its secrets could be told.
    private func run(evidence: EvidencePolicy = .failures) throws -> TestRun {
        let tokenHole = Template.hole(.variable(0))
        let request = RequestStep(
            operation: "sessions.authenticate",
            method: "POST",
            path: [.literal("/v1/"), .value(tokenHole)],
            query: [TemplateMember(key: "session_token", value: .constant("query+secret"))],
            headers: [HeaderTemplate(name: "X-Api-Key", value: .constant("api-key-1"))],
            body: .json(.object([TemplateMember(key: "session_token", value: tokenHole)])),
            expectations: StepExpectations([try .status(200, "{\"session_token\": \"{{1}}\", \"echo\": \"other\"}")])
        )
        var run = TestRun(cases: [
            TestCase(
                variables: [.captured("session_token", secret: true), .made("password", .password, secret: true)],
                steps: [
                    try RequestStep.get("/first").with { $0.captures = [try .body("/session_token", into: 0)] }.step(),
                    request.step(),
                ]
            )
        ])
        run.settings.evidence = evidence
        return run
    }

    private static let transport = ScriptedTransport { _, number in
        number == 1
            ? .json(200, "{\"session_token\":\"\(token)\"}")
            : .json(
                200,
                "{\"session_token\":\"\(token)2\",\"echo\":\"you sent \(token) and secret-test-1\"}",
                headers: [("Set-Cookie", "session=cookie-1"), ("X-Echo", token)]
            )
    }

    @Test func `no secret is in a result, and equal values have equal labels`() async throws {
        let result = try await run().result(Self.transport)
        #expect(
            result.findings.map(\.summary) == [
                "body /session_token: expected \"[password 1]\", got \"[session_token 3]\"",
                "body /echo: expected \"other\", got \"you sent [session_token 1] and [project_secret 1]\"",
            ]
        )
        let exchange = try #require(result.exchanges.last)
        #expect(exchange.url == "http://127.0.0.1:9/v1/[session_token 1]?session_token=[session_token 2]")
        #expect(exchange.requestBody == "{\"session_token\":\"[session_token 1]\"}")
        #expect(
            exchange.requestHeaders == [
                .init(name: "Content-Type", value: "application/json"),
                .init(name: "User-Agent", value: "stytch-conformance/test"),
                .init(name: "Authorization", value: "Basic [authorization 1]"),
                .init(name: "X-Api-Key", value: "[x-api-key 1]"),
            ]
        )
        #expect(exchange.responseHeaders.map(\.value) == ["application/json", "[set-cookie 1]", "[session_token 1]"])
        #expect(exchange.responseBytes == 144)
        #expect(
            exchange.curl
                == "curl -sS -X POST http://127.0.0.1:9/v1/\"$SESSION_TOKEN_1\"'?session_token='\"$SESSION_TOKEN_2_ENCODED\""
                + " -u \"$STYTCH_PROJECT_ID:$STYTCH_SECRET\" -H 'Content-Type: application/json'"
                + " -H 'User-Agent: stytch-conformance/test' -H 'X-Api-Key: '\"$X_API_KEY_1\" -H Accept: -H Expect:"
                + " --data-raw '{\"session_token\":\"'\"$SESSION_TOKEN_1\"'\"}'"
        )
    }

    @Test func `the words of an error are redacted`() async throws {
        let request = try RequestStep.get("/x").with { $0.body = .json(.constant(["password": "hunter-22"])) }
        let error = TransportError(
            code: .closed,
            message: "the other side said hunter-22",
            hint: "do not send hunter-22",
            nothingWasSent: false
        )
        let result = try await TestRun(cases: [TestCase(steps: [request.step()])])
            .result(ScriptedTransport { _, _ throws(TransportError) in throw error })
        guard case .errored(let cause) = result.outcome else {
            Issue.record("expected an errored case")
            return
        }
        #expect(cause.message == "GET /x: the other side said [password 1]")
        #expect(cause.hint == "do not send [password 1]")
        #expect(cause.code == "closed")
    }

    @Test func `notes of a case that passed are redacted and its exchanges are not kept`() async throws {
        var expectation = try CaseExpectation.status(200)
        expectation.model = .named("m")
        var run = TestRun(cases: [TestCase(steps: [try RequestStep.get("/x", [expectation]).step()])])
        struct Known: Decodable {
            var known: String?
        }
        run.models = ["m": { TracingDecoder().decode(Known.self, from: $0).findings }]
        let transport = ScriptedTransport { _, _ in .json(200, "{\"session_token\":\"drift-token\"}") }
        let result = try await run.result(transport)
        #expect(result.outcome == .passed)
        #expect(result.notes.map(\.subject) == ["body /session_token"])
        #expect(result.notes.allSatisfy { !$0.summary.contains("drift-token") })
        #expect(result.exchanges == [])

        run.settings.evidence = .all
        let kept = try await run.result(transport)
        #expect(kept.exchanges.map(\.responseBody) == ["{\"session_token\":\"[session_token 1]\"}"])
    }

    @Test func `a long secret that decoding met is not shown in part`() async throws {
        var expectation = try CaseExpectation.status(200)
        expectation.model = .named("m")
        var run = TestRun(cases: [TestCase(steps: [try RequestStep.get("/x", [expectation]).step()])])
        struct Known: Decodable {
            var known: String?
        }
        run.models = ["m": { TracingDecoder().decode(Known.self, from: $0).findings }]
        let secret = String(repeating: "0123456789", count: 30)
        let transport = ScriptedTransport { _, _ in
            .json(200, "{\"session_token\":\"\(secret)\",\"more\":{\"password\":\"\(secret)-2\"}}")
        }
        let result = try await run.result(transport)
        #expect(
            result.notes.map(\.actual) == ["\"[session_token 1]\"", "{\"password\":\"[password 1]\"}"]
        )
    }

    @Test func `a body that was cut inside a secret shows nothing of it`() async throws {
        let transport = ScriptedTransport { _, _ in .json(200, "{\"session_token\":\"abcdefghij") }
        var expectation = try CaseExpectation.status(200, "{}")
        expectation.errorTypes = ["x"]
        let result = try await TestRun(cases: [TestCase(steps: [try RequestStep.get("/x", [expectation]).step()])])
            .result(transport)
        #expect(result.findings.map(\.code) == [.notJSON])
        #expect(result.findings.allSatisfy { $0.actual.hasSuffix("\\\"session_token\\\":\\\"[session_token 1]\"") })
        #expect(result.exchanges.map(\.responseBody) == ["{\"session_token\":\"[session_token 1]"])
    }
}
