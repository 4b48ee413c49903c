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
            found {
                $0.scan(headers: HeaderList([.init(name: "Cookie", value: "a=\u{301}cookie-1; b=\u{338}cookie-2")]))
            }
            .suffix(2) == ["[cookie_value 1] \u{301}cookie-1", "[cookie_value 2] \u{338}cookie-2"]
        )
        #expect(
            found { $0.scan(body: Array(#"{"error_message":"bad: {\"password\":\"pa\\\"ss1\"}"}"#.utf8)) }
                == [#"[password 1] pa"ss1"#]
        )
        #expect(found { $0.scan(body: Array("password=a+b%26c1&x=1".utf8)) } == ["[password 1] a b&c1"])
        let form = "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nform-pass-1\r\n--b--"
        #expect(found { $0.scan(body: Array(form.utf8)) } == ["[password 1] form-pass-1"])
    }

    @Test func `a number under a secret name is a secret, wherever and however it stands`() {
        let label = "[password 1] 918273645546"
        #expect(found { $0.scan(body: Array(#"{"a":[{"password":918273645546}]}"#.utf8)) } == [label])
        #expect(found { $0.scan(body: Array(#"{"m":"{\"password\" : 918273645546}"}"#.utf8)) } == [label])
        #expect(found { $0.scan(body: Array(#"{"password": 918273645546, "x": "cut"#.utf8)) } == [label])
        #expect(found { $0.scan(body: Array("password=918273645546&x=1".utf8)) } == [label])
        #expect(found { $0.scan(body: Array(#"{"password":-1.5e10}"#.utf8)) } == ["[password 1] -1.5e10"])
        #expect(
            found { $0.scan(body: Array(#"{"password":[834201,912734]}"#.utf8)) } == [
                "[password 1] 834201", "[password 2] 912734",
            ]
        )
    }

    @Test func `a number that is met everywhere is no secret, nor one beside a secret in an object`() {
        #expect(found { $0.scan(body: Array(#"{"password":200,"session_token":60}"#.utf8)) } == [])
        #expect(
            found { $0.scan(body: Array(#"{"password":{"length":1024,"text":"pass-1"}}"#.utf8)) } == [
                "[password 1] pass-1"
            ]
        )
        #expect(found { $0.scan(body: Array(#"{"password":{"code":83420177}}"#.utf8)) } == ["[password 1] 83420177"])
        #expect(found { $0.scan(body: Array(#"{"password":true,"session_token":null}"#.utf8)) } == [])
        // What a mark makes secret is so with all that is in it.
        #expect(found { $0.add(["code": 1024, "more": [true, 60]], named: "thing") } == ["[thing 1] 1024"])
    }

    @Test func `a number is replaced in a body, a text, an address and a command`() {
        var list = SecretList(names: [])
        list.add(.number(834_201_775), named: "code")
        let redactor = Redactor(list)
        #expect(
            redactor.redact(#"{"code":834201775,"text":"x834201775y"}"#) == #"{"code":[code 1],"text":"x[code 1]y"}"#
        )
        #expect(redactor.redact("/a/834201775?b=%38342017%375") == "/a/[code 1]?b=[code 1]")
        #expect(redactor.pieces("a 834201775") == [.plain(Array("a ".utf8)), .secret("CODE_1")])
    }

    @Test(arguments: [
        ("<ABCDEFGH-ijklMNOPqrst>", "<[one 1]>"),
        ("ABCDEFGH-ijklMNOP EFGH-ijklMNOPqrst", "[one 1] [two 1]"),
        ("ABCDEFGH-ijklMNOPABCDEFGH-ijklMNOP", "[one 1][one 1]"),
        // The second escaped, its start within the first.
        ("ABCDEFGH-ijklMNOPqr\\u0073t!", "[one 1]!"),
    ])
    func `secrets that overlap leave nothing over`(text: String, expected: String) {
        var list = SecretList(names: [])
        list.add("ABCDEFGH-ijklMNOP", named: "one")
        list.add("EFGH-ijklMNOPqrst", named: "two")
        #expect(Redactor(list).redact(text) == expected)
    }

    @Test func `short secrets that overlap leave nothing over, three in a row and from one start`() {
        var list = SecretList(names: [])
        for (index, value) in ["abcd", "cdef", "efgh", "abcd/\\"].enumerated() { list.add(value, named: "s\(index)") }
        let redactor = Redactor(list)
        #expect(redactor.redact("-abcdefgh-") == "-[s0 1]-")
        #expect(redactor.redact("-cdefgh-") == "-[s1 1]-")
        // The longer one is escaped, the shorter one as it is.
        #expect(redactor.redact(#"-abcd\/\\-"#) == "-[s3 1]-")
        #expect(redactor.pieces("abcdef") == [.secret("S0_1_ENCODED")])
    }

    @Test func `a sign is no digit of an escape`() {
        #expect(PercentEncoding.decode("%+5%-1%41%4") == "%+5%-1A%4")
        #expect(PercentEncoding.decode("%c3%A9") == "\u{E9}")
        #expect(WrittenText.referenced("#+38") == nil)
        #expect(WrittenText.referenced("#x+26") == nil)
        #expect(WrittenText.referenced("#") == nil)
        #expect(WrittenText.referenced("#X26") == 38)
        #expect(WrittenText.referenced("#38") == 38)
        let form = Array("password=%+5abcde&x=1".utf8)
        #expect(found { $0.scan(body: form) } == ["[password 1] % 5abcde"])
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
