import Testing
import WireJSON

@testable import Conformance

@Suite struct CurlCommandTests {
    private static let secrets: SecretList = {
        var list = SecretList(names: ["session_token"])
        list.add("tok\"en-1", named: "session_token")
        list.add("secret-test-1", named: "project_secret")
        list.add("9-lives", named: "9.x-token")
        return list
    }()

    private func text(
        _ method: String = "POST",
        url: String = "https://a.b/c?d=e",
        headers: [(String, String)] = [("Content-Type", "t"), ("User-Agent", "u"), ("Accept", "a"), ("Expect", "e")],
        body: [UInt8]? = nil,
        credentials: Bool = false
    ) -> String {
        let request = TransferRequest(
            method: method,
            url: url,
            headers: HeaderList(headers.map { .init(name: $0.0, value: $0.1) }),
            body: body
        )
        return CurlCommand.text(request, sendsProjectCredentials: credentials, Redactor(Self.secrets))
    }

    private static let usual = "-H 'Content-Type: t' -H 'User-Agent: u' -H 'Accept: a' -H 'Expect: e'"

    @Test(arguments: [
        ("plain-1.0/x:y", "plain-1.0/x:y"), ("it's $HOME `x` \\ !", "'it'\\''s $HOME `x` \\ !'"), ("", "''"),
        ("é", "'é'"), ("it'\u{301}s", "'it'\\''\u{301}s'"),
        ("a\tb\u{202E}c", "\"$(printf 'a\\011b\\342\\200\\256c')\""),
        ("-%\\'\n", "\"$(printf '\\055%%\\\\\\047\\012')\""),
    ])
    func `a shell reads a word as it stands`(text: String, word: String) {
        #expect(ShellText.word(text) == word)
    }

    @Test func `the project's credentials are variables`() {
        #expect(
            text("GET", headers: [("Authorization", "Basic x")], credentials: true)
                == "curl -sS -X GET 'https://a.b/c?d=e' -u \"$STYTCH_PROJECT_ID:$STYTCH_SECRET\" -H Accept: -H User-Agent:"
        )
    }

    @Test func `a secret is a variable, and another one where it stands escaped`() {
        #expect(
            text(
                url: "https://a.b/tok%22en-1",
                headers: [("X-A", "tok\"en-1"), ("X-B", "secret-test-1"), ("X-C", "9-lives")],
                body: Array(#"{"session_token":"tok\"en-1"}"#.utf8)
            )
                == "curl -sS -X POST https://a.b/\"$SESSION_TOKEN_1_ENCODED\" -H 'X-A: '\"$SESSION_TOKEN_1\""
                + " -H 'X-B: '\"$STYTCH_SECRET\" -H 'X-C: '\"$X_TOKEN_1\""
                + " -H Accept: -H User-Agent: -H Content-Type: -H Expect:"
                + " --data-raw '{\"session_token\":\"'\"$SESSION_TOKEN_1_ENCODED\"'\"}'"
        )
    }

    @Test func `bytes and what would be hidden go through printf, secrets too`() {
        #expect(
            text(body: [0xFF, 0x00, 0x25] + Array("tok\"en-1".utf8) + [0x0A])
                == "printf '\\377\\000%%%s\\012' \"$SESSION_TOKEN_1\" | curl -sS -X POST 'https://a.b/c?d=e' \(Self.usual) --data-binary @-"
        )
        #expect(text(body: Array("-\u{202E}".utf8)).hasPrefix("printf '\\055\\342\\200\\256' | curl "))
    }

    @Test func `a long body is named`() {
        #expect(text(body: [UInt8](repeating: 0x61, count: 65_537)).hasSuffix(" --data-binary @body-of-65537-bytes"))
        #expect(text(body: [UInt8](repeating: 0x61, count: 65_536)).hasSuffix("aaa"))
    }

    @Test func `no body is waited for after HEAD, and a POST states its length`() {
        #expect(text("HEAD", headers: [("Accept", "a"), ("User-Agent", "u")]).hasPrefix("curl -sS --head 'https:"))
        #expect(text("POST").hasSuffix(" --data-raw ''"))
        #expect(!text("DELETE").contains("--data"))
    }

    @Test func `curl reads nothing more into an address, and sends an empty header`() {
        #expect(text(url: "http://a/{b}/[c]").hasPrefix("curl -sS -X POST --globoff 'http://a/{b}/[c]' "))
        #expect(text(url: "http://a/../b").hasPrefix("curl -sS -X POST --path-as-is http://a/../b "))
        #expect(text(headers: [("X-Empty", " ")]).contains(" -H 'X-Empty;' "))
    }
}
