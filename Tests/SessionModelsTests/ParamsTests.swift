import SessionModels
import Testing
import WireJSON

struct ParamsTests {
    @Test
    func `authenticate sends what is set and nothing else`() throws {
        #expect(
            try encodedText(
                Sessions.AuthenticateParams(
                    sessionToken: "t",
                    sessionDurationMinutes: 60,
                    sessionJWT: "a.b.c",
                    sessionCustomClaims: ["role": "admin", "old": nil],
                    authorizationCheck: Sessions.AuthorizationCheck(resourceID: "documents", action: "read")
                )
            )
                == #"{"authorization_check":{"action":"read","resource_id":"documents"},"#
                + #""session_custom_claims":{"old":null,"role":"admin"},"session_duration_minutes":60,"#
                + #""session_jwt":"a.b.c","session_token":"t"}"#
        )
        #expect(
            try encodedText(Sessions.AuthenticateParams(sessionToken: "WJtR")) == #"{"session_token":"WJtR"}"#
        )
        #expect(try encodedText(Sessions.AuthenticateParams()) == "{}")
    }

    @Test
    func `an empty text, a zero and an empty map are not sent, as in Go`() throws {
        #expect(
            try encodedText(
                Sessions.AuthenticateParams(
                    sessionToken: "",
                    sessionDurationMinutes: 0,
                    sessionJWT: "",
                    sessionCustomClaims: [:]
                )
            ) == "{}"
        )
        #expect(try encodedText(Sessions.GetParams(userID: "")) == "{}")
    }

    @Test
    func `a negative duration is sent as it is`() throws {
        #expect(
            try encodedText(Sessions.AuthenticateParams(sessionDurationMinutes: -5))
                == #"{"session_duration_minutes":-5}"#
        )
    }

    @Test
    func `get, revoke and the key set send their ids`() throws {
        #expect(try encodedText(Sessions.GetParams(userID: "user-test-1")) == #"{"user_id":"user-test-1"}"#)
        #expect(try encodedText(Sessions.RevokeParams(sessionID: "s")) == #"{"session_id":"s"}"#)
        #expect(try encodedText(Sessions.RevokeParams(sessionToken: "t")) == #"{"session_token":"t"}"#)
        #expect(try encodedText(Sessions.RevokeParams(sessionJWT: "j")) == #"{"session_jwt":"j"}"#)
        #expect(try encodedText(Sessions.RevokeParams()) == "{}")
        #expect(try encodedText(Sessions.GetJWKSParams(projectID: "p")) == #"{"project_id":"p"}"#)
    }

    @Test
    func `migrate sends the external token and what is set`() throws {
        #expect(try encodedText(Sessions.MigrateParams(sessionToken: "t")) == #"{"session_token":"t"}"#)
        #expect(
            try encodedText(
                Sessions.MigrateParams(
                    sessionToken: "t",
                    sessionDurationMinutes: 5,
                    sessionCustomClaims: ["k": 1],
                    telemetryID: "d"
                )
            )
                == #"{"session_custom_claims":{"k":1},"session_duration_minutes":5,"session_token":"t","telemetry_id":"d"}"#
        )
    }

    @Test
    func `exchanging and attesting send their tokens and what is set`() throws {
        #expect(
            try encodedText(
                Sessions.ExchangeAccessTokenParams(
                    accessToken: "a",
                    sessionDurationMinutes: 5,
                    sessionCustomClaims: ["k": true],
                    telemetryID: "d"
                )
            )
                == #"{"access_token":"a","session_custom_claims":{"k":true},"session_duration_minutes":5,"telemetry_id":"d"}"#
        )
        #expect(
            try encodedText(
                Sessions.AttestParams(profileID: "p", token: "t", sessionToken: "s", sessionJWT: "j", telemetryID: "d")
            ) == #"{"profile_id":"p","session_jwt":"j","session_token":"s","telemetry_id":"d","token":"t"}"#
        )
    }

    @Test
    func `a reset sends any password`() throws {
        #expect(
            try encodedText(
                Passwords.Session.ResetParams(
                    password: "blåbær 🫐 og\"fløde\"",
                    sessionToken: "t",
                    sessionDurationMinutes: 527_040,
                    sessionCustomClaims: ["a": ["b": nil]],
                    telemetryID: "d"
                )
            )
                == #"{"password":"blåbær 🫐 og\"fløde\"","session_custom_claims":{"a":{"b":null}},"#
                + #""session_duration_minutes":527040,"session_token":"t","telemetry_id":"d"}"#
        )
        #expect(
            try encodedText(Passwords.Session.ResetParams(password: "p", sessionJWT: "j"))
                == #"{"password":"p","session_jwt":"j"}"#
        )
    }

    @Test
    func `parameters decode from what they encode to`() throws {
        try expectRoundTrip(
            Sessions.AuthenticateParams.self,
            """
            { "session_token": "t", "session_duration_minutes": 60, "session_custom_claims": {"n": 9007199254740993},
              "authorization_check": {"resource_id": "documents", "action": "read"} }
            """
        )
        try expectRoundTrip(Sessions.GetParams.self, #"{"user_id": "u"}"#)
        try expectRoundTrip(Sessions.RevokeParams.self, #"{"session_id": "s"}"#)
        try expectRoundTrip(Sessions.MigrateParams.self, #"{"session_token": "t", "session_duration_minutes": 5}"#)
        try expectRoundTrip(Sessions.GetJWKSParams.self, #"{"project_id": "p"}"#)
        try expectRoundTrip(Sessions.ExchangeAccessTokenParams.self, #"{"access_token": "a", "telemetry_id": "d"}"#)
        try expectRoundTrip(Sessions.AttestParams.self, #"{"profile_id": "p", "token": "t", "session_jwt": "j"}"#)
        try expectRoundTrip(Passwords.Session.ResetParams.self, #"{"password": "p", "session_jwt": "j"}"#)
    }

    @Test
    func `required parameters are missed, and wrong ones found`() throws {
        #expect(try findings(Sessions.MigrateParams.self, in: "{}") == ["missing-field /session_token"])
        #expect(try findings(Sessions.GetParams.self, in: "{}") == ["missing-field /user_id"])
        #expect(try findings(Sessions.GetJWKSParams.self, in: "{}") == ["missing-field /project_id"])
        #expect(try findings(Passwords.Session.ResetParams.self, in: "{}") == ["missing-field /password"])
        #expect(try findings(Sessions.RevokeParams.self, in: "{}") == [])
        #expect(
            try findings(
                Sessions.AuthenticateParams.self,
                in: #"{"session_duration_minutes": "60", "session_custom_claims": []}"#
            ) == ["wrong-type /session_duration_minutes", "wrong-type /session_custom_claims"]
        )
    }
}
