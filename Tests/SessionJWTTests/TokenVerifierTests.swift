import SessionJWT
import Testing
import WireJSON

struct TokenVerifierTests {
    @Test
    func `a token of today is accepted and gives its header and claims`() throws {
        let key = try SigningKey.main.get()
        let verifier = TokenVerifier(keys: try keySet([key]))
        let requirements = TokenRequirements(
            projectID: "project-test-1",
            now: try #require(Timestamp("2025-06-30T09:41:00Z"))
        )
        let token = try verifier.verify(key.token(claims: claimsOfToday), requirements).get()
        #expect(token.header == ["alg": "RS256", "kid": "jwk-test-1", "typ": "JWT"])
        #expect(try token.claims == JSONDocument(claimsOfToday).root.value)
    }

    @Test
    func `the requirements for a project are its issuer and itself`() throws {
        let requirements = TokenRequirements(projectID: "p", now: Timestamp(secondsSince1970: 0))
        #expect(requirements.issuers == ["stytch.com/p"])
        #expect(requirements.audience == "p")
        #expect(requirements.leeway == .zero)
        #expect(requirements.maximumAge == nil)
    }

    @Test
    func `during a rotation tokens of both keys are accepted`() throws {
        let (main, other) = (try SigningKey.main.get(), try SigningKey.other.get())
        #expect(try outcome(main.token(claims: claims()), keys: [main, other]) == "accepted")
        #expect(try outcome(other.token(claims: claims()), keys: [main, other]) == "accepted")
    }

    @Test
    func `a key that is not in the set is unknown`() throws {
        let token = try SigningKey.other.get().token(claims: claims())
        #expect(try outcome(token) == "unknown_key")
        #expect(try outcome(token, keys: []) == "unknown_key")
    }

    @Test
    func `a header that names no key is of an unknown key`() throws {
        let token = try SigningKey.main.get().token(header: #"{"alg":"RS256"}"#, claims: claims())
        #expect(try outcome(token) == "unknown_key")
    }

    @Test
    func `a key id that looks the same but has other scalars is unknown`() throws {
        let key = try SigningKey(id: "cl\u{E9}")
        let token = try key.token(header: "{\"alg\":\"RS256\",\"kid\":\"cle\u{301}\"}", claims: claims())
        #expect(try outcome(token, keys: [key]) == "unknown_key")
        #expect(try outcome(key.token(claims: claims()), keys: [key]) == "accepted")
    }

    @Test
    func `a signature by another key is refused under the known key's name`() throws {
        let token = try SigningKey.other.get().token(
            header: #"{"alg":"RS256","kid":"jwk-test-1"}"#,
            claims: claims()
        )
        #expect(try outcome(token) == "signature")
    }

    @Test
    func `a changed claim, header or signature is refused`() throws {
        let key = try SigningKey.main.get()
        let parts = try key.token(claims: claims()).split(separator: ".").map(String.init)
        let others = try key.token(
            header: #"{"kid":"jwk-test-1","alg":"RS256"}"#,
            claims: claims(["sub": #""someone-else""#])
        ).split(separator: ".").map(String.init)
        #expect(try outcome([parts[0], others[1], parts[2]].joined(separator: ".")) == "signature")
        #expect(try outcome([others[0], parts[1], parts[2]].joined(separator: ".")) == "signature")
        #expect(try outcome([parts[0], parts[1], others[2]].joined(separator: ".")) == "signature")
        #expect(try outcome(parts.joined(separator: ".")) == "accepted")
    }

    @Test(arguments: ["", "AAAA", String(repeating: "A", count: 342), String(repeating: "_", count: 4000)])
    func `a signature of any length that is not the key's is refused`(signature: String) throws {
        let token = try SigningKey.main.get().token(claims: claims())
        let signed = token[...(try #require(token.lastIndex(of: ".")))]
        #expect(try outcome(signed + signature) == "signature")
    }

    @Test
    func `bytes appended to a good signature are refused`() throws {
        let token = try SigningKey.main.get().token(claims: claims())
        #expect(try outcome(token + "AA") == "signature")
        let padded = try SigningKey.main.get().token(claims: claims()).dropLast(342)
        #expect(try outcome(padded + String(repeating: "A", count: 343)) == "signature")
    }

    @Test(arguments: [
        "none", "None", "NONE", "HS256", "HS384", "HS512", "RS384", "RS512", "PS256", "ES256", "rs256", "",
    ])
    func `any algorithm but RS256 is refused, whatever the signature`(name: String) throws {
        let header = #"{"alg":"\#(name)","kid":"jwk-test-1"}"#
        let token = try SigningKey.main.get().token(header: header, claims: claims())
        #expect(try outcome(token) == "algorithm")
        let unsigned = token[...(try #require(token.lastIndex(of: ".")))]
        #expect(try outcome(String(unsigned)) == "algorithm")
    }

    @Test
    func `another issuer, a near one, and none are refused`() throws {
        let key = try SigningKey.main.get()
        #expect(try outcome(key.token(claims: claims(["iss": #""stytch.com/project-test-2""#]))) == "issuer")
        #expect(try outcome(key.token(claims: claims(["iss": #""https://stytch.com/project-test-1""#]))) == "issuer")
        #expect(try outcome(key.token(claims: claims(["iss": nil]))) == "issuer")
        #expect(try outcome(key.token(claims: claims()), issuers: []) == "issuer")
    }

    @Test
    func `any of several issuers is accepted`() throws {
        let token = try SigningKey.main.get().token(claims: claims(["iss": #""https://login.example.com""#]))
        #expect(
            try outcome(token, issuers: ["stytch.com/project-test-1", "https://login.example.com"]) == "accepted"
        )
    }

    @Test(arguments: [
        (#""project-test-1""#, "accepted"), (#"["project-test-1"]"#, "accepted"),
        (#"["other","project-test-1"]"#, "accepted"), (#"["other"]"#, "audience"), (#""other""#, "audience"),
        ("[]", "audience"), (#""""#, "audience"),
    ])
    func `the audience must be or contain the project`(audience: String, expected: String) throws {
        let token = try SigningKey.main.get().token(claims: claims(["aud": audience]))
        #expect(try outcome(token) == expected)
    }

    @Test
    func `a token without an audience is refused`() throws {
        let token = try SigningKey.main.get().token(claims: claims(["aud": nil]))
        #expect(try outcome(token) == "audience")
    }
}
