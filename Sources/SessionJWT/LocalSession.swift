public import SessionModels
public import WireJSON

/// The session that a verified token tells of, without asking the API.
///
/// What the token does not hold is absent: the times of creation and change of its factors. Its times are whole seconds
/// even where the API would give fractions.
///
/// `jti` is no custom claim here, as it is a registered one; the Go client leaves it among them.
///
/// > Source: Go package `sessions` v15.4.0, local authentication of JWTs
public struct LocalSession: Sendable {
    /// The session, as the API would describe it.
    public let session: Sessions.Session

    /// What was found while the claims were decoded and does not stand in the way, for instance unknown words.
    public let findings: [DecodingFinding]

    /// Reads the session out of a token's claims.
    ///
    /// The session's id is that of the session claim, the user is `sub`, an end that the session claim lacks is the
    /// token's own `exp`, and the custom claims are those at the top level that are neither registered nor Stytch's.
    ///
    /// - Throws: ``LocalSessionError`` where the session claim is missing or the models cannot take it, or there is no `sub`.
    public init(_ token: VerifiedToken) throws(LocalSessionError) {
        let decoding = TracingDecoder().decode(Sessions.Claims.self, from: token.payload.root)
        // What the verifier made of the other claims counts: here they are read for their values alone.
        let breaking = decoding.findings.filter { $0.breaks && Self.makesSession($0.pointer) }
        guard let claims = decoding.value, breaking.isEmpty else {
            throw LocalSessionError(findings: breaking)
        }
        let session = claims.stytchSession
        findings = decoding.findings
        self.session = Sessions.Session(
            sessionID: session.id,
            userID: claims.subject,
            authenticationFactors: session.authenticationFactors,
            startedAt: session.startedAt,
            lastAccessedAt: session.lastAccessedAt,
            expiresAt: session.expiresAt ?? token.expiresAt.timestamp,
            attributes: session.attributes,
            customClaims: claims.customClaims,
            roles: session.roles
        )
    }

    /// Whether a place in the claims is part of what the session is made of.
    private static func makesSession(_ pointer: JSONPointer) -> Bool {
        guard let claim = pointer.tokens.first else { return true }
        return ["sub", "https://stytch.com/session"].contains { $0.utf8.elementsEqual(claim.utf8) }
    }
}
