import SessionModels
import Testing
import WireJSON

struct SessionTests {
    @Test
    func `a session of today decodes with all its fields and encodes to itself`() throws {
        let session = try decode(Sessions.Session.self, from: Sample.session)
        #expect(session.sessionID == "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028")
        #expect(session.userID == "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd")
        #expect(session.authenticationFactors.count == 1)
        #expect(session.authenticationFactors.first?.type == .magicLink)
        #expect(session.authenticationFactors.first?.deliveryMethod == .email)
        #expect(session.authenticationFactors.first?.emailFactor?.emailAddress == "sandbox@stytch.com")
        #expect(session.startedAt?.text == "2021-08-28T00:41:58.935673Z")
        #expect(session.lastAccessedAt?.text == "2025-06-30T09:40:08Z")
        #expect(session.attributes?.ipAddress == "203.0.113.1")
        #expect(session.attributes?.userAgent == "")
        #expect(session.roles == ["stytch_user"])
        try expectRoundTrip(Sessions.Session.self, Sample.session)
    }

    @Test
    func `times keep their 0, 6 and 9 fraction digits`() throws {
        let session = try decode(Sessions.Session.self, from: Sample.session)
        #expect(session.lastAccessedAt?.fractionDigits == 0)
        #expect(session.startedAt?.fractionDigits == 6)
        #expect(session.expiresAt?.fractionDigits == 9)
        #expect(session.expiresAt?.text == "2025-06-30T10:40:08.935673870Z")
    }

    @Test
    func `numbers in custom claims keep their digits`() throws {
        let session = try decode(Sessions.Session.self, from: Sample.session)
        #expect(session.customClaims?["score"]?.number?.token == "9007199254740993")
        #expect(session.customClaims?["list"]?[0]?.number?.token == "1.50")
        #expect(session.customClaims?["list"]?[1] == .null)
    }

    @Test
    func `an old session without roles, attributes and claims decodes`() throws {
        let old = """
            { "session_id": "any text at all", "user_id": "", "authentication_factors": [],
              "started_at": "2022-01-01T00:00:00Z", "last_accessed_at": "2022-01-01T00:00:00Z",
              "expires_at": "2022-01-02T00:00:00Z" }
            """
        let session = try decode(Sessions.Session.self, from: old)
        #expect(session.sessionID == "any text at all")
        #expect(session.userID == "")
        #expect(session.roles == nil)
        #expect(session.attributes == nil)
        #expect(session.customClaims == nil)
        try expectRoundTrip(Sessions.Session.self, old)
    }

    @Test
    func `null where a field is optional counts as absent and encodes to an absent key`() throws {
        let session = try decode(
            Sessions.Session.self,
            from: """
                { "session_id": "s", "user_id": "u", "authentication_factors": [], "started_at": null,
                  "last_accessed_at": null, "expires_at": null, "attributes": null, "custom_claims": null, "roles": null }
                """
        )
        #expect(session == Sessions.Session(sessionID: "s", userID: "u", authenticationFactors: []))
        #expect(try encoded(session) == json(#"{"session_id": "s", "user_id": "u", "authentication_factors": []}"#))
    }

    @Test
    func `an empty claims map is a value and stays`() throws {
        try expectRoundTrip(
            Sessions.Session.self,
            #"{"session_id": "s", "user_id": "u", "authentication_factors": [], "custom_claims": {}, "roles": []}"#
        )
    }

    @Test
    func `all problems of a session are found in one pass`() throws {
        let wrong = """
            { "session_id": 7, "authentication_factors": [{ "type": "otp", "delivery_method": null }, "x"],
              "started_at": "2021-13-01T00:00:00Z", "expires_at": 5, "attributes": [], "custom_claims": "none",
              "roles": [1], "is_new": true }
            """
        #expect(
            try findings(Sessions.Session.self, in: wrong) == [
                "missing-field /user_id",
                "wrong-type /session_id",
                "unexpected-null /authentication_factors/0/delivery_method",
                "wrong-type /authentication_factors/1",
                "bad-time /started_at",
                "wrong-type /expires_at",
                "wrong-type /attributes",
                "wrong-type /custom_claims",
                "wrong-type /roles/0",
                "unknown-field /is_new",
            ]
        )
    }

    @Test
    func `a field that no version knows is drift and breaks nothing`() throws {
        let session = try decode(
            Sessions.Session.self,
            from: """
                { "session_id": "s", "user_id": "u", "authentication_factors": [], "organization": {"id": 1},
                  "attributes": {"ip_address": "::1", "region": "x"} }
                """,
            finding: ["unknown-field /organization", "unknown-field /attributes/region"]
        )
        #expect(session.attributes?.ipAddress == "::1")
    }
}
