import SessionJWT
import SessionModels
import Testing
import WireJSON

struct LocalSessionTests {
    func verified(_ claims: String) throws -> VerifiedToken {
        let key = try SigningKey.main.get()
        let requirements = TokenRequirements(
            projectID: "project-test-1",
            now: try #require(Timestamp("2025-06-30T09:41:00Z"))
        )
        return try TokenVerifier(keys: keySet([key])).verify(key.token(claims: claims), requirements).get()
    }

    func withSession(_ claim: String?) -> String {
        claims(["https://stytch.com/session": claim])
    }

    @Test
    func `a token gives the session that the API would give`() throws {
        let local = try LocalSession(verified(claimsOfToday))
        #expect(local.findings == [])
        #expect(
            local.session
                == Sessions.Session(
                    sessionID: "session-test-1",
                    userID: "user-test-1",
                    authenticationFactors: [
                        Sessions.AuthenticationFactor(
                            type: .password,
                            deliveryMethod: .knowledge,
                            lastAuthenticatedAt: Timestamp("2025-06-30T09:30:00Z")
                        )
                    ],
                    startedAt: Timestamp("2025-06-30T09:30:00Z"),
                    lastAccessedAt: Timestamp("2025-06-30T09:40:08Z"),
                    expiresAt: Timestamp("2025-06-30T10:30:00Z"),
                    attributes: Attributes(ipAddress: "203.0.113.1", userAgent: ""),
                    customClaims: ["email": "a@example.com", "score": 9_007_199_254_740_993],
                    roles: ["stytch_user"]
                )
        )
    }

    @Test(arguments: [#","expires_at":null"#, ""])
    func `an old session claim without an end takes the token's`(end: String) throws {
        let local = try LocalSession(
            verified(
                withSession(
                    #"{"id":"s","started_at":"2025-06-30T09:30:00.5Z","last_accessed_at":"2025-06-30T09:40:08Z""#
                        + end + #","authentication_factors":[]}"#
                )
            )
        )
        #expect(local.session.expiresAt?.text == "2025-06-30T09:45:08Z")
        #expect(local.session.startedAt?.text == "2025-06-30T09:30:00.5Z")
        #expect(local.session.roles == nil)
        #expect(local.session.attributes == nil)
        #expect(local.session.customClaims == [:])
    }

    @Test
    func `an end of the token with a fraction keeps it`() throws {
        let local = try LocalSession(
            verified(
                claims([
                    "exp": "1751276708.5",
                    "https://stytch.com/session":
                        #"{"id":"s","started_at":"2025-06-30T09:30:00Z","last_accessed_at":"2025-06-30T09:40:08Z","authentication_factors":[]}"#,
                ])
            )
        )
        #expect(local.session.expiresAt?.text == "2025-06-30T09:45:08.500000000Z")
    }

    @Test
    func `registered claims and Stytch's own are no custom claims`() throws {
        let local = try LocalSession(
            verified(
                claims([
                    "https://stytch.com/session":
                        #"{"id":"s","started_at":"2025-06-30T09:30:00Z","last_accessed_at":"2025-06-30T09:40:08Z","authentication_factors":[]}"#,
                    "https://stytch.com/organization": "{}",
                    "jti": #""t""#,
                    "https://stytch.community/x": "1",
                    "nothing": "null",
                ])
            )
        )
        #expect(local.session.customClaims == ["https://stytch.community/x": 1, "nothing": nil])
        #expect(
            local.findings.map { "\($0.code.rawValue) \($0.pointer)" } == [
                "unknown-field /https:~1~1stytch.com~1organization"
            ]
        )
    }

    @Test(arguments: ["nbf", "iat"])
    func `a claim that the verifier does not need is not needed for the session either`(claim: String) throws {
        let local = try LocalSession(
            verified(
                claims([
                    claim: nil,
                    "https://stytch.com/session":
                        #"{"id":"s","started_at":"2025-06-30T09:30:00Z","last_accessed_at":"2025-06-30T09:40:08Z","authentication_factors":[]}"#,
                ])
            )
        )
        #expect(local.session.sessionID == "s")
        #expect(local.findings == [])
    }

    @Test
    func `a token without a subject gives no session`() throws {
        let token = try verified(
            claims([
                "sub": nil,
                "https://stytch.com/session":
                    #"{"id":"s","started_at":"2025-06-30T09:30:00Z","last_accessed_at":"2025-06-30T09:40:08Z","authentication_factors":[]}"#,
            ])
        )
        let error = try #require(throws: LocalSessionError.self) { try LocalSession(token) }
        #expect(error.findings.map { "\($0.code.rawValue) \($0.pointer)" } == ["missing-field /sub"])
    }

    @Test
    func `a token without a session is an error that says so`() throws {
        let token = try verified(withSession(nil))
        let error = try #require(throws: LocalSessionError.self) { try LocalSession(token) }
        #expect(error.findings.map(\.code) == [.missingField])
        #expect(error.findings.map(\.pointer.description) == ["/https:~1~1stytch.com~1session"])
    }

    @Test
    func `all that is wrong with a session claim is told`() throws {
        let token = try verified(
            withSession(#"{"id":7,"started_at":"yesterday","authentication_factors":[{"type":"otp"}]}"#)
        )
        let error = try #require(throws: LocalSessionError.self) { try LocalSession(token) }
        #expect(
            error.findings.map { "\($0.code.rawValue) \($0.pointer)" } == [
                "missing-field /https:~1~1stytch.com~1session/last_accessed_at",
                "wrong-type /https:~1~1stytch.com~1session/id",
                "bad-time /https:~1~1stytch.com~1session/started_at",
                "missing-field /https:~1~1stytch.com~1session/authentication_factors/0/delivery_method",
            ]
        )
    }
}
