import Testing
import WireJSON

@testable import Conformance

@Suite struct SecretFindingTests {
    private static let header = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0"
    private static let payload = "eyJzdWIiOiJ1c2VyLXRlc3QtMSIsImV4cCI6MX0"
    private static let signature = "c2lnbmF0dXJlLW9mLXRoZS10b2tlbg"
    private static let token = "\(header).\(payload).\(signature)"

    private func found(_ scan: (inout SecretList) -> Void) -> [String] {
        var list = SecretList(names: ["session_token", "password"])
        scan(&list)
        return list.entries.map { "\($0.label) \($0.value)" }
    }

    @Test func `a JWT is a secret under whatever name, and so are its payload and its signature`() {
        let labels = [
            "[jwt 1] \(Self.token)", "[jwt 1 payload] \(Self.payload)", "[jwt 1 signature] \(Self.signature)",
        ]
        #expect(found { $0.scan(body: Array("{\"other\":[\"\(Self.token)\"]}".utf8)) } == labels)
        #expect(found { $0.scan(body: Array("oops: '\(Self.token)', sorry".utf8)) } == labels)
        #expect(found { $0.scan(headers: HeaderList([.init(name: "X-Echo", value: "was \(Self.token)")])) } == labels)
        let request = TransferRequest(
            method: "GET",
            url: "http://h/x/\(Self.token)",
            timeout: .seconds(1),
            bodyLimit: 1
        )
        #expect(found { $0.scan(request) } == labels)
    }

    @Test func `a part of a JWT is shown as what it is`() {
        var list = SecretList(names: [])
        list.add(Self.token, named: "session_jwt")
        let redactor = Redactor(list)
        #expect(redactor.redact("x \(Self.token) y") == "x [session_jwt 1] y")
        #expect(
            redactor.redact("\(Self.payload) \(Self.signature)") == "[session_jwt 1 payload] [session_jwt 1 signature]"
        )
        #expect(redactor.pieces(Self.signature) == [.secret("SESSION_JWT_1_SIGNATURE")])
        #expect(redactor.redact(Self.header) == Self.header)
    }

    @Test func `the password of Basic credentials and the values of cookies are secrets by themselves`() {
        // 'me:pass:word-1'
        let basic = HeaderList([.init(name: "Authorization", value: "Basic bWU6cGFzczp3b3JkLTE=")])
        #expect(
            found { $0.scan(headers: basic) }
                == ["[authorization 1] bWU6cGFzczp3b3JkLTE=", "[basic_password 1] pass:word-1"]
        )
        let answer = HeaderList([.init(name: "Set-Cookie", value: "sid=cookie-value-1; Path=/long-path; Secure")])
        #expect(
            found { $0.scan(headers: answer) }
                == ["[set-cookie 1] sid=cookie-value-1; Path=/long-path; Secure", "[cookie_value 1] cookie-value-1"]
        )
    }

    @Test func `secrets are found in what other texts quote`() {
        let location = HeaderList([.init(name: "Location", value: "https://h/?a=1&session_token=to%2Fken%201&b=2")])
        #expect(found { $0.scan(headers: location) } == ["[session_token 1] to/ken 1"])
        #expect(
            found { $0.scan(body: Array(#"{"error_message":"bad: {\"password\":\"pa\\\"ss1\"}"}"#.utf8)) }
                == [#"[password 1] pa"ss1"#]
        )
        #expect(found { $0.scan(body: Array("password=a+b%26c1&x=1".utf8)) } == ["[password 1] a b&c1"])
        let form = "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nform-pass-1\r\n--b--"
        #expect(found { $0.scan(body: Array(form.utf8)) } == ["[password 1] form-pass-1"])
    }

    @Test(arguments: [
        "746f6b656e2d76616c75652d31", "74 6f 6b 65 6e 2d 76 61 6c 75 65 2d 31", "746F6B656E2D76616C75652D31",
        "dG9rZW4tdmFs\r\ndWUtMQ", "t\0o\0k\0e\0n\0-\0v\0a\0l\0u\0e\0-\01", "token%252Dvalue%252D1",
        "token\\055value\\0551",
    ])
    func `a secret is replaced in forms that no server should choose`(text: String) {
        var list = SecretList(names: [])
        list.add("token-value-1", named: "session_token")
        #expect(Redactor(list).redact("<\(text)>") == "<[session_token 1]>")
    }
}

@Suite struct CompressedBodyTests {
    private let plain = Redactor(SecretList(names: []))

    @Test func `a compressed body tells its length and no byte, as secrets cannot be taken out of it`() {
        let bytes: [UInt8] = [0x1F, 0x8B, 0x08, 0xFF]
        let shown = ShownText.body(bytes, contentType: "application/json", plain) { _ in "digest" }
        #expect(shown == ShownText.Body(text: "<gzip, 4 bytes, application/json>", sha256: nil))
        let named = ShownText.body([0x83, 0xFF], contentType: nil, encoding: "br", plain) { _ in "digest" }
        #expect(named == ShownText.Body(text: "<compressed, 2 bytes, no content-type>", sha256: nil))
    }
}

@Suite struct SourceRedactionTests {
    private func shown(_ text: String, _ constants: JSONObject = [:]) -> [CaseDiagnostic] {
        CorpusLoader.load(
            [
                CorpusFile(
                    path: "c/operations.json",
                    name: "operations.json",
                    bytes: Array("{\"operations\":{}}".utf8)
                ),
                CorpusFile(path: "c/a/b.json", name: "a/b.json", bytes: Array(text.utf8)),
            ],
            options: LoadOptions(constants: constants)
        ).diagnostics
    }

    private func suite(_ query: String) -> String {
        """
        { "description": "d", "cases": [ { "id": "a", "request": { "method": "GET", "path": "/a",
          "query": \(query) }, "expect": { "model": "none" } } ] }
        """
    }

    @Test func `a line that is shown hides a password in it, and the caret stays where it belongs`() throws {
        let found = shown(suite(#"{ "password": "hunter-é-22", "x": "{{nosuch}}" }"#))
        let first = try #require(found.first)
        #expect(found.count == 1)
        #expect(first.position.column == 47)
        #expect(first.line.hasPrefix(#"  "query": { "password": "[password 1]", "x": "{{nosuch}}" }"#))
        #expect(first.caretColumn == 48)
    }

    @Test func `a file that is no JSON hides a password beside the mistake`() throws {
        let first = try #require(shown("{ \"a\": {\n  \"password\": \"hunter-22\" \"x\": 1 } }").first)
        #expect(first.code == .invalidJSON)
        #expect(first.line == "  \"password\": \"[password 1]\" \"x\": 1 } }")
        #expect(first.rendered.firstRange(of: "hunter") == nil)
    }

    @Test func `placeholders and names stay as they are`() throws {
        let first = try #require(shown(suite(#"{ "password": "{{nosuch}}", "secret": "password" }"#)).first)
        #expect(first.line.firstRange(of: #"{ "password": "{{nosuch}}", "secret": "password" }"#) != nil)
    }
}
