import SessionJWT
import SessionModels
import Synchronization
import Testing
import WireJSON

/// What the local check lets pass, when the API is asked, and what it is asked.
struct SessionAuthenticatorTests {
    let key: SigningKey
    let server: KeyServer
    private let api = RemoteAPI()

    init() throws {
        key = try SigningKey.main.get()
        server = KeyServer([key])
    }

    /// `POST /v1/sessions/authenticate`, as far as these tests need it.
    private final class RemoteAPI: Sendable {
        struct Refusal: Error, Equatable {}

        let asked = Mutex<[String]>([])

        func authenticate(_ token: String) throws -> Sessions.AuthenticateResponse {
            asked.withLock { $0.append(token) }
            guard token != "revoked" else { throw Refusal() }
            let body = """
                {"request_id": "r", "status_code": 200, "session_token": "", "session_jwt": "new", "user": {
                  "user_id": "user-test-1", "status": "active", "emails": [], "phone_numbers": [],
                  "webauthn_registrations": [], "providers": [], "totps": [], "crypto_wallets": [],
                  "biometric_registrations": [], "is_locked": false, "roles": []
                }, "session": {"session_id": "session-of-the-api", "user_id": "user-test-1", "authentication_factors": []}}
                """
            let decoding = try TracingDecoder().decode(
                Sessions.AuthenticateResponse.self,
                from: JSONDocument(Array(body.utf8)).root
            )
            return try #require(decoding.value)
        }
    }

    private func authenticator(
        at now: String = "2025-06-30T09:41:00Z",
        customDomain: String? = nil,
        leeway: Duration = .zero
    ) throws -> SessionAuthenticator {
        let now = try #require(Timestamp(now))
        return SessionAuthenticator(
            projectID: "project-test-1",
            customDomain: customDomain,
            leeway: leeway,
            keys: server.cache(),
            now: { now },
            authenticate: { [api] in try api.authenticate($0) }
        )
    }

    /// `checked` or `asked`, with the reason.
    private func way(_ session: AuthenticatedSession) -> String {
        switch session {
        case .checked: "checked"
        case .asked(_, let reason): "asked" + (reason.map { ": \($0)" } ?? "")
        }
    }

    private func error(
        _ authenticator: SessionAuthenticator,
        _ token: String,
        maximumAge: Duration? = nil
    ) async -> String {
        do throws(LocalCheckError) {
            _ = try await authenticator.authenticateJWTLocally(token, maximumAge: maximumAge)
            return "none"
        } catch {
            return error.description
        }
    }

    @Test
    func `a good token gives its session, and nobody is asked`() async throws {
        let token = try key.token(claims: claimsOfToday)
        let result = try await authenticator().authenticateJWT(token, maximumAge: .seconds(60))
        #expect(way(result) == "checked")
        #expect(result.session.sessionID == "session-test-1")
        #expect(result.session.userID == "user-test-1")
        #expect(result.session.customClaims == ["email": "a@example.com", "score": 9_007_199_254_740_993])
        #expect(api.asked.withLock { $0 } == [])
    }

    @Test(arguments: [nil, Duration.zero])
    func `without an age, and with none at all, the API is asked and no key is fetched`(age: Duration?) async throws {
        let token = try key.token(claims: claimsOfToday)
        let result = try await authenticator().authenticateJWT(token, maximumAge: age)
        #expect(way(result) == "asked")
        #expect(result.session.sessionID == "session-of-the-api")
        #expect(api.asked.withLock { $0 } == [token])
        #expect(server.asked == 0)
    }

    @Test(arguments: [
        ("2025-06-30T09:40:07Z", "asked: JWT not valid yet"), ("2025-06-30T09:40:08Z", "checked"),
        ("2025-06-30T09:41:08Z", "checked"), ("2025-06-30T09:41:08.000000001Z", "asked: JWT too old"),
        ("2025-06-30T09:41:09Z", "asked: JWT too old"), ("2025-06-30T09:45:07Z", "asked: JWT too old"),
        ("2025-06-30T09:45:08Z", "asked: JWT expired"),
    ])
    func `at exactly the allowed age a token is believed, later the API is asked`(
        now: String,
        expected: String
    ) async throws {
        let token = try key.token(claims: claimsOfToday)
        #expect(try await way(authenticator(at: now).authenticateJWT(token, maximumAge: .seconds(60))) == expected)
    }

    @Test
    func `whatever the local check finds wrong, the API has the last word`() async throws {
        let other = try SigningKey.other.get()
        let tokens: [(String, String)] = [
            ("no token", "asked: JWT malformed"),
            (try key.token(header: #"{"alg":"none"}"#, claims: claimsOfToday), "asked: JWT not signed with RS256"),
            (try other.token(claims: claimsOfToday), "asked: JWT signed with an unknown key"),
            (
                try other.token(header: #"{"alg":"RS256","kid":"jwk-test-1"}"#, claims: claimsOfToday),
                "asked: JWT with a wrong signature"
            ),
            (try key.token(claims: claims(["iss": #""x""#])), "asked: JWT of another issuer"),
            (try key.token(claims: claims(["aud": #""x""#])), "asked: JWT for another audience"),
            (try key.token(claims: claims()), "asked: JWT without a session that can be read"),
        ]
        let authenticator = try authenticator()
        for (token, expected) in tokens {
            #expect(try await way(authenticator.authenticateJWT(token, maximumAge: .seconds(60))) == expected)
        }
        #expect(api.asked.withLock { $0 } == tokens.map(\.0))
        #expect(server.asked == 1)
    }

    @Test
    func `where there are no keys the API is asked`() async throws {
        server.fail()
        let token = try key.token(claims: claimsOfToday)
        let authenticator = try authenticator()
        #expect(
            try await way(authenticator.authenticateJWT(token, maximumAge: .seconds(60)))
                == "asked: no key set to check the JWT with"
        )
        #expect(await error(authenticator, token) == "no key set to check the JWT with")
    }

    @Test
    func `what the API throws is thrown on`() async throws {
        let authenticator = try authenticator()
        await #expect(throws: RemoteAPI.Refusal()) {
            try await authenticator.authenticateJWT("revoked", maximumAge: .seconds(60))
        }
        await #expect(throws: RemoteAPI.Refusal()) { try await authenticator.authenticateJWT("revoked") }
        #expect(api.asked.withLock { $0 } == ["revoked", "revoked"])
    }

    @Test
    func `checked locally alone, a token has no maximum age unless one is given, and the API is never asked`()
        async throws
    {
        let token = try key.token(claims: claimsOfToday)
        let authenticator = try authenticator(at: "2025-06-30T09:45:07Z")
        #expect(await error(authenticator, token) == "none")
        #expect(await error(authenticator, token, maximumAge: .seconds(60)) == "JWT too old")
        #expect(await error(authenticator, token, maximumAge: .zero) == "JWT too old")
        #expect(await error(authenticator, "no token") == "JWT malformed")
        #expect(api.asked.withLock { $0 } == [])
    }

    @Test
    func `leeway is given to the end and the begin`() async throws {
        let token = try key.token(claims: claimsOfToday)
        let late = try authenticator(at: "2025-06-30T09:45:17Z", leeway: .seconds(10))
        #expect(await error(late, token) == "none")
        let tooLate = try authenticator(at: "2025-06-30T09:45:18Z", leeway: .seconds(10))
        #expect(await error(tooLate, token) == "JWT expired")
        let early = try authenticator(at: "2025-06-30T09:39:58Z", leeway: .seconds(10))
        #expect(await error(early, token) == "none")
    }

    @Test(arguments: [
        (#""stytch.com/project-test-1""#, "none"), (#""https://login.example.com""#, "none"),
        (#""https://login.example.com/""#, "JWT of another issuer"),
        (#""login.example.com""#, "JWT of another issuer"),
        (#""stytch.com/project-test-2""#, "JWT of another issuer"),
    ])
    func `the issuer is the project or its own domain`(issuer: String, expected: String) async throws {
        let session = claimsOfToday.replacing(#""stytch.com/project-test-1""#, with: issuer)
        let token = try key.token(claims: session)
        #expect(try await error(authenticator(customDomain: "https://login.example.com/"), token) == expected)
        let isOwn = issuer == #""stytch.com/project-test-1""#
        #expect(try await error(authenticator(), token) == (isOwn ? "none" : "JWT of another issuer"))
    }
}
