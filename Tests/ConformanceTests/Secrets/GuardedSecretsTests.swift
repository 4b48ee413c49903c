import Testing
import WireJSON

@testable import Conformance

@Suite struct LeakScanTests {
    private static let secret = "Tr0ub4dor&3/\u{E9}%41 \"+"

    private func guarded() -> GuardedSecrets {
        let guarded = GuardedSecrets()
        guarded.add(Self.secret, kind: "session_token")
        return guarded
    }

    /// Each of these is one way to write the secret `Tr0ub4dor&3/é%41 "+`.
    @Test(arguments: [
        "Tr0ub4dor&3/\u{E9}%41 \"+", "Tr0ub4dor&amp;3/\u{E9}%41 &quot;+", "Tr0ub4dor%263%2F%C3%A9%2541+%22%2B",
        "Tr0ub4dor\\u00263\\/\\u00e9%41 \\\"+", "VHIwdWI0ZG9yJjMvw6klNDEgIis=", "VHIwdWI0ZG9yJjMv\r\nw6klNDEgIis",
        "54723075623464 6f7226332fc3a925343120222b", "54723075623464 6F7226332FC3A925343120222B",
        "aWQ6VHIwdWI0ZG9yJjMvw6klNDEgIis=", "aTpUcjB1YjRkb3ImMy_DqSU0MSAiKw",
    ])
    func `a secret is found in every form, at every place and however it is cut into pieces`(text: String) {
        for before in ["", "x", "some words before it: "] {
            let whole = Array((before + text + " and after").utf8)
            #expect(guarded().leak(in: whole) == "session_token")
            for size in [1, 3, 7, 64] {
                var scan = guarded().scan()
                var found: String?
                for start in stride(from: 0, to: whole.count, by: size) where found == nil {
                    found = scan.leak(in: Array(whole[start..<min(start + size, whole.count)]))
                }
                #expect(found ?? scan.leakAtEnd() == "session_token")
            }
        }
    }

    @Test func `what comes close is no leak`() {
        for text in ["", "Tr0ub4dor&3/\u{E9}%4", "tr0ub4dor&3/\u{E9}%41 \"+", "[session_token 1]", "Tr0ub4dor%263%2F"] {
            #expect(guarded().leak(in: Array(text.utf8)) == nil)
        }
    }

    @Test func `a scan begins anew after its end`() {
        var scan = guarded().scan()
        #expect(scan.leak(in: Array("Tr0ub4dor&3/\u{E9}".utf8)) == nil)
        #expect(scan.leakAtEnd() == nil)
        #expect(scan.leak(in: Array("A".utf8)) == nil)
        #expect(scan.leakAtEnd() == nil)
    }

    @Test func `of ten thousand secrets that end alike each is found`() {
        let guarded = GuardedSecrets()
        for number in 0..<10_000 { guarded.add("number-\(number)-of-many", kind: "secret") }
        #expect(guarded.leak(in: Array("here is number-7345-of-many".utf8)) == "secret")
        #expect(guarded.leak(in: Array("here is number-10000-of-many".utf8)) == nil)
    }
}

@Suite struct GuardedSecretsTests {
    private func list(_ secrets: (String, String)...) -> SecretList {
        var list = SecretList(names: ["password"])
        for (name, value) in secrets { list.add(value, named: name) }
        return list
    }

    @Test func `what is short, a word, or a label is not guarded`() {
        let guarded = GuardedSecrets()
        guarded.add(
            list(("password", "abc1"), ("password", "assertion"), ("password", "password1"), ("secret", "other12345"))
        )
        #expect(guarded.leak(in: Array("abc1 assertion [password 1]".utf8)) == nil)
        #expect(guarded.leak(in: Array("other12345".utf8)) == "secret")
    }

    @Test func `what a case file says is no secret, but what the command line says is`() throws {
        let suite = """
            { "description": "d", "variables": { "old": "Known-from-file-1" }, "cases": [
              { "id": "a", "request": { "method": "GET", "path": "/a", "query": { "q": "{{old}}{{new}}" } }, "expect": { "model": "none" } }
            ] }
            """
        let load = CorpusLoader.load(
            [
                CorpusFile(
                    path: "c/operations.json",
                    name: "operations.json",
                    bytes: Array("{\"operations\":{}}".utf8)
                ),
                CorpusFile(path: "c/a/b.json", name: "a/b.json", bytes: Array(suite.utf8)),
            ],
            options: LoadOptions(constants: ["new": "Given-by-hand-2"])
        )
        let guarded = GuardedSecrets()
        guarded.exempt(try #require(load.corpus))
        guarded.add(list(("password", "Known-from-file-1"), ("password", "Given-by-hand-2")))
        #expect(guarded.leak(in: Array("Known-from-file-1".utf8)) == nil)
        #expect(guarded.leak(in: Array("Given-by-hand-2".utf8)) == "password")
    }

    @Test func `a text within an object of a secret name is redacted but not guarded`() {
        var secrets = SecretList(names: ["password"])
        secrets.scan(body: Array("{\"password\":{\"kind\":\"kind-of-hash-7\"}}".utf8))
        let guarded = GuardedSecrets()
        guarded.add(secrets)
        #expect(guarded.leak(in: Array("kind-of-hash-7".utf8)) == nil)
        #expect(Redactor(secrets).redact("kind-of-hash-7") == "[password 1]")
    }
}
