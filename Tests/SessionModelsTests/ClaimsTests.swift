import SessionModels
import Testing
import WireJSON

struct ClaimsTests {
    static let today = """
        {
          "aud": ["project-test-1"], "exp": 1751276708, "iat": 1751276408, "iss": "stytch.com/project-test-1",
          "nbf": 1751276408, "sub": "user-test-1",
          "https://stytch.com/session": {
            "id": "session-test-1", "started_at": "2025-06-30T09:40:08Z", "last_accessed_at": "2025-06-30T09:40:08Z",
            "expires_at": "2025-06-30T10:40:08Z", "attributes": {"user_agent": "", "ip_address": ""},
            "authentication_factors": [
              {"type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2025-06-30T09:40:08Z"}
            ],
            "roles": ["stytch_user"]
          },
          "email": "a@example.com", "empty": null, "list": [1, 2.50], "id": {"https://stytch.com/session": 1}
        }
        """

    @Test
    func `the claims of a token decode, the project's own beside the others`() throws {
        let claims = try decode(Sessions.Claims.self, from: Self.today)
        #expect(claims.issuer == "stytch.com/project-test-1")
        #expect(claims.subject == "user-test-1")
        #expect(claims.audience == ["project-test-1"])
        #expect(claims.expiresAt == 1_751_276_708)
        #expect(claims.notBefore == 1_751_276_408)
        #expect(claims.issuedAt == 1_751_276_408)
        #expect(claims.id == nil)
        #expect(claims.stytchSession.id == "session-test-1")
        #expect(claims.stytchSession.roles == ["stytch_user"])
        #expect(Set(claims.customClaims.keys) == ["email", "empty", "list", "id"])
        #expect(claims.customClaims["list"]?[1]?.number?.token == "2.50")
        #expect(claims.customClaims["empty"] == .null)
        try expectRoundTrip(Sessions.Claims.self, Self.today)
    }

    @Test(arguments: [#""expires_at": null, "#, ""])
    func `an old session claim without an end, attributes and roles decodes`(end: String) throws {
        let claim = try decode(
            Sessions.SessionClaim.self,
            from: """
                { "id": "s", "started_at": "2021-08-28T00:41:58Z", \(end)"last_accessed_at": "2021-08-28T00:41:58Z",
                  "authentication_factors": [] }
                """
        )
        #expect(claim.expiresAt == nil)
        #expect(claim.attributes == nil)
        #expect(claim.roles == nil)
    }

    @Test
    func `an audience that is one text decodes and encodes as one`() throws {
        let text = #""project-test-1""#
        let audience = try decode(Sessions.Audience.self, from: text)
        #expect(audience == Sessions.Audience(text: "project-test-1"))
        #expect(audience.values == ["project-test-1"])
        try expectRoundTrip(Sessions.Audience.self, text)
    }

    @Test
    func `an audience of neither form is found at its place`() throws {
        #expect(try findings(Sessions.Audience.self, in: "7") == ["wrong-type "])
        #expect(try findings(Sessions.Audience.self, in: #"["p", 7]"#) == ["wrong-type /1"])
    }

    @Test
    func `times in the session claim must be RFC 3339`() throws {
        #expect(
            try findings(
                Sessions.SessionClaim.self,
                in: """
                    { "id": "s", "started_at": "yesterday", "last_accessed_at": "2021-08-28 00:41:58Z",
                      "expires_at": "", "authentication_factors": [] }
                    """
            ) == ["bad-time /started_at", "bad-time /last_accessed_at", "bad-time /expires_at"]
        )
    }

    @Test
    func `empty claims lack the session and what the verifier asks for`() throws {
        #expect(
            try findings(Sessions.Claims.self, in: "{}") == [
                "missing-field /https:~1~1stytch.com~1session", "missing-field /iss", "missing-field /sub",
                "missing-field /aud", "missing-field /exp",
            ]
        )
    }

    @Test
    func `a claim of Stytch's own that is not known is drift, and jti is no custom claim`() throws {
        let claims = try decode(
            Sessions.Claims.self,
            from: """
                { "aud": "p", "exp": 2.5, "iat": 1, "iss": "i", "nbf": 1, "sub": "u", "jti": "j",
                  "https://stytch.com/session": {"id": "s", "started_at": "2021-08-28T00:41:58Z",
                  "last_accessed_at": "2021-08-28T00:41:58Z", "authentication_factors": []},
                  "https://stytch.com/organization": {"id": "o"} }
                """,
            finding: ["unknown-field /https:~1~1stytch.com~1organization"]
        )
        #expect(claims.id == "j")
        #expect(claims.expiresAt.token == "2.5")
        #expect(claims.customClaims.isEmpty)
    }

    @Test
    func `custom claims with a name that is not theirs are not encoded`() throws {
        var claims = try decode(Sessions.Claims.self, from: Self.today)
        claims.customClaims = ["sub": "someone else", "https://stytch.com/session": 1, "mine": true]
        let json = try encoded(claims)
        #expect(json["sub"] == "user-test-1")
        #expect(json["https://stytch.com/session"]?["id"] == "session-test-1")
        #expect(json["mine"] == true)
    }

    @Test
    func `the wrappers read the custom claims out of an answer`() throws {
        let text = #"{"session": {"custom_claims": {"score": 9007199254740993}}}"#
        let wrapper = try decode(Sessions.SessionWrapper.self, from: text)
        #expect(wrapper.session.claims?["score"]?.number?.token == "9007199254740993")
        try expectRoundTrip(Sessions.SessionWrapper.self, text)
        #expect(try decode(Sessions.ClaimsWrapper.self, from: #"{"custom_claims": null}"#).claims == nil)
        #expect(try findings(Sessions.SessionWrapper.self, in: "{}") == ["missing-field /session"])
    }
}
