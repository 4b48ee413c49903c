import SessionJWT
import SessionModels
import Testing
import WireJSON

/// The code of `docs/library.md` on JWTs, compiled and run as it stands there; that of models has tests of its own.
@Suite struct LibraryPageTests {
    private let key: SigningKey

    init() throws { key = try SigningKey.main.get() }

    @Sendable private func get(_ path: String) async throws -> [UInt8] {
        #expect(path == "/v1/sessions/jwks/project-test-1")
        return Array("{\"keys\": [\(key.jwk)]}".utf8)
    }

    @Sendable private func authenticate(_ jwt: String) async throws -> Sessions.AuthenticateResponse {
        throw NotAsked()
    }

    private struct NotAsked: Error {}

    /// A token made at this moment by this machine's clock.
    private func freshToken() throws -> String {
        let now = Timestamp.now.secondsSince1970
        return try key.token(
            claims: claims([
                "iat": "\(now)", "nbf": "\(now)", "exp": "\(now + 300)",
                "https://stytch.com/session":
                    #"{"id":"s","started_at":"2025-06-30T09:30:00Z","last_accessed_at":"2025-06-30T09:40:08Z","authentication_factors":[]}"#,
            ])
        )
    }

    @Test func `a session is told by its JWT and the clocks of the machine`() async throws {
        let sessionJWT = try freshToken()

        let keys = KeySetCache { try await get("/v1/sessions/jwks/project-test-1") }
        let authenticator = SessionAuthenticator(projectID: "project-test-1", keys: keys) { jwt in
            try await authenticate(jwt)
        }
        let authenticated = try await authenticator.authenticateJWT(sessionJWT, maximumAge: .seconds(60))

        #expect(authenticated.session.userID == "user-test-1")
        guard case .checked = authenticated else {
            Issue.record("the API was asked")
            return
        }

        do {
            _ = try await authenticator.authenticateJWTLocally(sessionJWT + "AAAA")
            Issue.record("a changed signature was taken")
        } catch {
            #expect(error.description == "JWT with a wrong signature")
        }
        #expect(await keys.fetchCount == 1)
    }
}
