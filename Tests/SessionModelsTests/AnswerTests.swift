import SessionModels
import Testing
import WireJSON

struct AnswerTests {
    static let granted = """
        { "request_id": "request-id-test-b05c992f", "status_code": 200, "user_id": "user-test-1",
          "session_token": "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY", "session_jwt": "a.b.c",
          "user": \(Sample.user), "session": \(Sample.session) }
        """

    /// What calls answer that make no session, as seen on the wire.
    static let withoutSession = """
        { "request_id": "r", "status_code": 200, "user_id": "u", "session_token": "", "session_jwt": "",
          "user": \(Sample.plainUser), "session": null, "user_device": null }
        """

    @Test
    func `authenticate decodes with session and user, and encodes to itself`() throws {
        let text = """
            { "request_id": "r", "status_code": 200, "session_token": "", "session_jwt": "a.b.c",
              "user": \(Sample.user), "session": \(Sample.session),
              "verdict": {"authorized": true, "granting_roles": ["editor", "admin"]} }
            """
        let answer = try decode(Sessions.AuthenticateResponse.self, from: text)
        #expect(answer.requestID == "r")
        #expect(answer.statusCode == 200)
        #expect(answer.sessionToken == "")
        #expect(answer.sessionJWT == "a.b.c")
        #expect(answer.session.userID == answer.user.userID)
        #expect(answer.verdict == Sessions.AuthorizationVerdict(authorized: true, grantingRoles: ["editor", "admin"]))
        try expectRoundTrip(Sessions.AuthenticateResponse.self, text)
    }

    @Test
    func `authenticate without a verdict decodes, and a user_id at the top is drift`() throws {
        let answer = try decode(
            Sessions.AuthenticateResponse.self,
            from: AnswerTests.granted,
            finding: ["unknown-field /user_id"]
        )
        #expect(answer.verdict == nil)
    }

    @Test
    func `authenticate lacks whatever is missing from an empty answer`() throws {
        #expect(
            try findings(Sessions.AuthenticateResponse.self, in: "{}") == [
                "missing-field /request_id", "missing-field /session", "missing-field /session_token",
                "missing-field /session_jwt", "missing-field /user", "missing-field /status_code",
            ]
        )
    }

    @Test
    func `a session that is null is wrong for authenticate`() throws {
        #expect(
            try findings(
                Sessions.AuthenticateResponse.self,
                in: """
                    { "request_id": "r", "status_code": 200, "session_token": "", "session_jwt": "",
                      "user": \(Sample.plainUser), "session": null }
                    """
            ) == ["unexpected-null /session"]
        )
    }

    @Test
    func `a status that does not fit 32 bits or is no integer is found`() throws {
        #expect(
            try findings(Sessions.RevokeResponse.self, in: #"{"request_id": "r", "status_code": 2147483648}"#)
                == ["number-does-not-fit /status_code"]
        )
        #expect(
            try findings(Sessions.RevokeResponse.self, in: #"{"request_id": "r", "status_code": 200.5}"#)
                == ["number-does-not-fit /status_code"]
        )
        #expect(
            try findings(Sessions.RevokeResponse.self, in: #"{"request_id": "r", "status_code": "200"}"#)
                == ["wrong-type /status_code"]
        )
    }

    @Test
    func `get decodes any number of sessions`() throws {
        try expectRoundTrip(
            Sessions.GetResponse.self,
            #"{"request_id": "r", "status_code": 200, "sessions": [\#(Sample.session), \#(Sample.session)]}"#
        )
        try expectRoundTrip(Sessions.GetResponse.self, #"{"request_id": "r", "status_code": 200, "sessions": []}"#)
    }

    @Test
    func `revoke decodes`() throws {
        try expectRoundTrip(Sessions.RevokeResponse.self, #"{"request_id": "r", "status_code": 200}"#)
    }

    @Test
    func `each answer that may grant a session decodes with one`() throws {
        try expectRoundTrip(Sessions.MigrateResponse.self, Self.granted)
        try expectRoundTrip(Sessions.ExchangeAccessTokenResponse.self, Self.granted)
        try expectRoundTrip(Sessions.AttestResponse.self, Self.granted)
        try expectRoundTrip(Passwords.Session.ResetResponse.self, Self.granted)
        try expectRoundTrip(Passwords.AuthenticateResponse.self, Self.granted)
    }

    @Test
    func `each answer that may grant a session decodes with null for it`() throws {
        #expect(try decode(Sessions.MigrateResponse.self, from: Self.withoutSession).session == nil)
        #expect(try decode(Sessions.ExchangeAccessTokenResponse.self, from: Self.withoutSession).session == nil)
        #expect(try decode(Sessions.AttestResponse.self, from: Self.withoutSession).session == nil)
        #expect(try decode(Passwords.Session.ResetResponse.self, from: Self.withoutSession).session == nil)
        #expect(try decode(Passwords.AuthenticateResponse.self, from: Self.withoutSession).session == nil)
    }

    @Test
    func `each answer that may grant a session lacks the same when empty`() throws {
        let missing = [
            "missing-field /request_id", "missing-field /user_id", "missing-field /session_token",
            "missing-field /session_jwt", "missing-field /user", "missing-field /status_code",
        ]
        #expect(try findings(Sessions.MigrateResponse.self, in: "{}") == missing)
        #expect(try findings(Sessions.ExchangeAccessTokenResponse.self, in: "{}") == missing)
        #expect(try findings(Sessions.AttestResponse.self, in: "{}") == missing)
        #expect(try findings(Passwords.AuthenticateResponse.self, in: "{}") == missing)
        #expect(
            try findings(Passwords.Session.ResetResponse.self, in: "{}") == [
                "missing-field /request_id", "missing-field /user_id", "missing-field /user",
                "missing-field /session_token", "missing-field /session_jwt", "missing-field /status_code",
            ]
        )
        #expect(
            try findings(Passwords.CreateResponse.self, in: "{}") == [
                "missing-field /request_id", "missing-field /user_id", "missing-field /email_id",
                "missing-field /session_token", "missing-field /session_jwt", "missing-field /user",
                "missing-field /status_code",
            ]
        )
    }

    @Test
    func `creating a password decodes with the id of the e-mail address`() throws {
        let answer = try decode(
            Passwords.CreateResponse.self,
            from: """
                { "request_id": "r", "status_code": 200, "user_id": "u", "email_id": "email-test-1", "session_token": "",
                  "session_jwt": "", "user": \(Sample.plainUser), "session": null }
                """
        )
        #expect(answer.emailID == "email-test-1")
        #expect(answer.session == nil)
    }

    @Test
    func `a device decodes with what is known of it`() throws {
        let full = """
            { "visitor_id": "visitor-1", "visitor_id_details": {"is_new": false, "first_seen_at": "2025-06-30T09:40:08Z",
              "last_seen_at": "2025-07-01T09:40:08Z"}, "ip_address": "203.0.113.1", "ip_address_details": {"is_new": true},
              "ip_geo_city": "Oslo", "ip_geo_region": "Oslo", "ip_geo_country": "NO",
              "ip_geo_country_details": {"is_new": false, "first_seen_at": "2025-06-30T09:40:08Z"} }
            """
        try expectRoundTrip(DeviceInfo.self, full)
        try expectRoundTrip(DeviceInfo.self, #"{"visitor_id": "visitor-1"}"#)
        #expect(
            try findings(DeviceInfo.self, in: #"{"visitor_id": "v", "ip_address_details": {}}"#)
                == ["missing-field /ip_address_details/is_new"]
        )
    }
}
