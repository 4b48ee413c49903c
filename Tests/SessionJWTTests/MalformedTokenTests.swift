import Testing

struct MalformedTokenTests {
    @Test(arguments: [
        "", ".", "..", "...", "a.b.c", "e30.e30.", "e30.e30.e30.e30", "e30.e30", "Bearer e30.e30.", "\u{0}", "🫐.🫐.🫐",
        "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY", "_w.e30.", "bnVsbA.e30.", "W10.e30.", "e30.W10.",
    ])
    func `what is no token in compact form is malformed`(text: String) throws {
        #expect(try outcome(text) == "malformed")
    }

    @Test(arguments: [" ", "\n", "=", ".", "+", "/", "%3D", "\u{E9}"])
    func `anything around a good token makes it malformed`(extra: String) throws {
        let token = try SigningKey.main.get().token(claims: claims())
        #expect(try outcome(token) == "accepted")
        #expect(try outcome(token + extra) == "malformed")
        #expect(try outcome(extra + token) == "malformed")
    }

    @Test
    func `a last character with bits behind the last byte is malformed`() throws {
        let token = try SigningKey.main.get().token(claims: claims())
        let last = try #require(token.last)
        let changed = try #require(["A": "B", "Q": "R", "g": "h", "w": "x"][String(last)])
        #expect(try outcome(token.dropLast() + changed) == "malformed")
    }

    @Test(arguments: [
        "", "null", "[]", #""RS256""#, "{", #"{"alg":"RS256","kid":"jwk-test-1"} x"#, #"{"kid":"jwk-test-1"}"#,
        #"{"alg":null,"kid":"jwk-test-1"}"#, #"{"alg":256,"kid":"jwk-test-1"}"#, #"{"alg":["RS256"]}"#,
        #"{"alg":"RS256","kid":7}"#, #"{"alg":"RS256","kid":null}"#,
        #"{"alg":"none","alg":"RS256","kid":"jwk-test-1"}"#,
        #"{"alg":"RS256","kid":"jwk-test-1","crit":["b64"],"b64":false}"#, "\u{FEFF}{\"alg\":\"RS256\"}",
    ])
    func `a header that is not one is malformed`(header: String) throws {
        let token = try SigningKey.main.get().token(header: header, claims: claims())
        #expect(try outcome(token) == "malformed")
    }

    @Test(arguments: ["", "null", "[]", "7", "{", #"{"exp":1,"exp":2}"#, #"{"exp":NaN}"#])
    func `claims that are no object, or have a key twice, are malformed`(claims: String) throws {
        #expect(try outcome(SigningKey.main.get().token(claims: claims)) == "malformed")
    }

    @Test(arguments: [
        ("iss", "7"), ("iss", "null"), ("sub", "[]"), ("aud", "7"), ("aud", "null"), ("aud", #"["project-test-1",7]"#),
        ("aud", "{}"), ("exp", #""1751276708""#), ("exp", "null"), ("exp", "true"), ("exp", "1e999999999"),
        ("exp", "253402300800"), ("exp", "-1e300"), ("exp", "9223372036854775808"), ("nbf", #""now""#), ("nbf", "[]"),
        ("nbf", "-62135596801"), ("iat", "{}"), ("iat", "1e20"),
    ])
    func `a registered claim of a wrong type or no real time is malformed`(name: String, value: String) throws {
        #expect(try outcome(SigningKey.main.get().token(claims: claims([name: value]))) == "malformed")
    }

    @Test
    func `a token without an end is malformed`() throws {
        #expect(try outcome(SigningKey.main.get().token(claims: claims(["exp": nil]))) == "malformed")
    }

    @Test
    func `a token beyond 64 KiB is malformed, and one of 60 is not`() throws {
        func token(padding count: Int) throws -> String {
            let padding = "\"" + String(repeating: "x", count: count) + "\""
            return try SigningKey.main.get().token(claims: claims(["padding": padding]))
        }
        #expect(try outcome(token(padding: 45_000)) == "accepted")
        #expect(try outcome(token(padding: 50_000)) == "malformed")
    }

    @Test
    func `claims nested beyond all measure are malformed and crash nothing`() throws {
        let deep = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
        #expect(try outcome(SigningKey.main.get().token(claims: claims(["deep": deep]))) == "malformed")
    }

    @Test
    func `any change of one byte in a good token is refused`() throws {
        let token = Array(try SigningKey.main.get().token(claims: claims()).utf8)
        for index in stride(from: 0, to: token.count, by: 7) {
            var changed = token
            changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(try outcome(String(decoding: changed, as: UTF8.self)) != "accepted", "byte \(index)")
        }
    }
}
