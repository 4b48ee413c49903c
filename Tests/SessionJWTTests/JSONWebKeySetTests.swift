import SessionJWT
import Testing
import WireJSON

struct JSONWebKeySetTests {
    /// A key like that of the tests, with other members in place of or beside its own.
    func jwk(_ replaced: [String: String?]) throws -> String {
        let key = try SigningKey.main.get()
        var members = [
            "kty": #""RSA""#, "use": #""sig""#, "key_ops": #"["verify"]"#, "alg": #""RS256""#, "kid": #""k""#,
            "n": "\"\(key.modulus)\"", "e": "\"\(key.exponent)\"",
        ]
        for (name, value) in replaced { members[name] = value }
        return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    func keyIDs(_ jwks: String...) throws -> [String] {
        try keySet("{\"keys\":[\(jwks.joined(separator: ","))]}").keyIDs
    }

    @Test
    func `a set as the API gives it, and as the well-known address does, has its keys in order`() throws {
        let keys = [try SigningKey.main.get(), try SigningKey.other.get()]
        #expect(try keySet(keys).keyIDs == ["jwk-test-1", "jwk-test-2"])
        #expect(try keyIDs(keys[1].jwk) == ["jwk-test-2"])
        #expect(try keyIDs() == [])
    }

    @Test(arguments: ["use", "key_ops", "alg"])
    func `a key may leave out what it is for`(name: String) throws {
        #expect(try keyIDs(jwk([name: nil])) == ["k"])
    }

    @Test(arguments: [
        ("kty", #""EC""#), ("kty", "null"), ("use", #""enc""#), ("use", "null"), ("key_ops", #"["sign"]"#),
        ("key_ops", #""verify""#), ("alg", #""RS512""#), ("alg", #""HS256""#), ("kid", "7"), ("n", "7"), ("n", #""""#),
        ("n", #""3tVO""#), ("n", #""not base64!""#), ("e", #""""#), ("e", #""AA""#), ("e", #""AQAB=""#),
        ("e", #""AQABAQABAQABAQAB""#),
    ])
    func `a key that is of no use is passed over`(name: String, value: String) throws {
        #expect(try keyIDs(jwk([name: value]), SigningKey.other.get().jwk) == ["jwk-test-2"])
    }

    @Test(arguments: ["kty", "kid", "n", "e"])
    func `a key without what it needs is passed over`(name: String) throws {
        #expect(try keyIDs(jwk([name: nil])) == [])
    }

    @Test
    func `a modulus beyond 8192 bits or below 2048 is passed over`() throws {
        let long = "\"" + String(repeating: "_", count: 1368) + "\""
        let short = "\"" + String(repeating: "_", count: 170) + "\""
        #expect(try keyIDs(jwk(["n": long]), jwk(["n": short])) == [])
    }

    @Test
    func `unknown members of a set and of its keys are not looked at`() throws {
        let text = "{\"more\": {\"keys\": 1}, \"keys\": [\(try jwk(["oth": "[1]", "x5t_s256": "7"]))]}"
        #expect(try keySet(text).keyIDs == ["k"])
    }

    @Test
    func `of two keys with one id either may have signed`() throws {
        let (main, other) = (try SigningKey.main.get(), try SigningKey.other.get())
        let set = try keySet(
            """
            {"keys": [\(jwk([:])), \(jwk(["n": "\"\(other.modulus)\"", "e": "\"\(other.exponent)\""]))]}
            """
        )
        let requirements = TokenRequirements(
            projectID: "project-test-1",
            now: try #require(Timestamp("2025-06-30T09:41:00Z"))
        )
        let header = #"{"alg":"RS256","kid":"k"}"#
        for key in [main, other] {
            let token = try key.token(header: header, claims: claims())
            #expect(throws: Never.self) { try TokenVerifier(keys: set).verify(token, requirements).get() }
        }
    }

    @Test(arguments: [
        ("", "not-json"), ("<html>", "not-json"), (#"{"keys":[}"#, "not-json"), ("[]", "not-a-key-set"),
        ("null", "not-a-key-set"), ("{}", "not-a-key-set"), (#"{"keys":{}}"#, "not-a-key-set"),
        (#"{"keys":[7]}"#, "not-a-key-set"), (#"{"keys":[null]}"#, "not-a-key-set"),
    ])
    func `what is no key set is an error`(text: String, code: String) throws {
        let error = try #require(throws: KeySetError.self) { try keySet(text) }
        #expect(error.code.rawValue == code)
    }

    @Test
    func `errors say what was expected and where`() throws {
        let error = try #require(throws: KeySetError.self) { try keySet("{\n \"keys\": [7]}") }
        #expect(error.message == "expected an object for each key, found number")
        #expect(error.position == JSONPosition(line: 2, column: 11))
        let missing = try #require(throws: KeySetError.self) { try keySet("{}") }
        #expect(missing.message == "expected an array under 'keys', found nothing")
        #expect(missing.position == nil)
    }

    @Test
    func `a set beyond the limits is an error`() throws {
        let many = "{\"keys\":[" + Array(repeating: "{}", count: 257).joined(separator: ",") + "]}"
        #expect(try #require(throws: KeySetError.self) { try keySet(many) }.code == .tooManyKeys)
        let large = "{\"keys\":[],\"x\":\"" + String(repeating: "x", count: 1 << 20) + "\"}"
        let error = try #require(throws: KeySetError.self) { try keySet(large) }
        #expect(error.code == .tooLarge)
        #expect(error.message == "expected at most 1048576 bytes of keys, found 1048594")
    }
}
