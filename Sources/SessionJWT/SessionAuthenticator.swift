public import SessionModels
public import WireJSON

/// Tells whose session a JWT is: by the JWT alone where that will do, else by asking the API.
///
/// > Source: Go package `sessions` v15.4.0, `AuthenticateJWT`
public struct SessionAuthenticator: Sendable {
    /// The project whose sessions these are.
    public let projectID: String

    /// The address that the project's own domain has, with `https://`, if it has one; tokens may name it as their issuer.
    public let customDomain: String?

    /// How far the clocks may differ when `exp` and `nbf` are compared.
    public let leeway: Duration

    private let keys: KeySetCache
    private let now: @Sendable () -> Timestamp
    private let authenticate: @Sendable (String) async throws -> Sessions.AuthenticateResponse

    /// Makes an authenticator from what it may use of the world outside.
    ///
    /// - Parameters:
    ///   - projectID: The project whose sessions these are.
    ///   - customDomain: An address such as `https://login.example.com`; a `/` at its end does not count.
    ///   - leeway: How far the clocks may differ when `exp` and `nbf` are compared.
    ///   - keys: The project's keys.
    ///   - now: The time of day; left out, that of this machine.
    ///   - authenticate: Calls `POST /v1/sessions/authenticate` with a JWT.
    public init(
        projectID: String,
        customDomain: String? = nil,
        leeway: Duration = .zero,
        keys: KeySetCache,
        now: @escaping @Sendable () -> Timestamp = { .now },
        authenticate: @escaping @Sendable (_ sessionJWT: String) async throws -> Sessions.AuthenticateResponse
    ) {
        self.projectID = projectID
        self.customDomain = customDomain
        self.leeway = leeway
        self.keys = keys
        self.now = now
        self.authenticate = authenticate
    }

    /// Checks a JWT without asking the API about the session, which may have been revoked since.
    ///
    /// - Parameters:
    ///   - sessionJWT: The token as it came.
    ///   - maximumAge: How old it may be by its `iat`, whatever its `exp`; at exactly that age it is accepted.
    /// - Returns: The session as the JWT tells of it.
    /// - Throws: Why the JWT shows no session, or cannot be checked.
    public func authenticateJWTLocally(
        _ sessionJWT: String,
        maximumAge: Duration? = nil
    ) async throws(LocalCheckError) -> LocalSession {
        let requirements = TokenRequirements(
            projectID: projectID,
            customDomain: customDomain,
            now: now(),
            leeway: leeway,
            maximumAge: maximumAge
        )
        let result: Result<VerifiedToken, TokenRefusal>
        do {
            result = try await keys.verify(sessionJWT, requirements)
        } catch {
            throw .noKeys(error)
        }
        let token: VerifiedToken
        do throws(TokenRefusal) {
            token = try result.get()
        } catch {
            throw .refused(error)
        }
        do throws(LocalSessionError) {
            return try LocalSession(token)
        } catch {
            throw .noSession(error)
        }
    }

    /// Tells whose session a JWT is: locally first, then by the API if the local check fails for any reason.
    ///
    /// - Parameters:
    ///   - sessionJWT: The token as it came.
    ///   - maximumAge: How old a JWT may be to be believed without asking; without one, and with zero, the API is asked at once.
    /// - Returns: The session, and how it was found out.
    /// - Throws: What asking the API throws.
    public func authenticateJWT(
        _ sessionJWT: String,
        maximumAge: Duration? = nil
    ) async throws -> AuthenticatedSession {
        guard let maximumAge, maximumAge != .zero else {
            return .asked(try await authenticate(sessionJWT), because: nil)
        }
        let reason: LocalCheckError
        do throws(LocalCheckError) {
            return .checked(try await authenticateJWTLocally(sessionJWT, maximumAge: maximumAge))
        } catch {
            reason = error
        }
        return .asked(try await authenticate(sessionJWT), because: reason)
    }
}
