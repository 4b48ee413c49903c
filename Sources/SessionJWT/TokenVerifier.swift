import WireJSON

/// Checks the JWTs of sessions without asking the API.
///
/// A session that was revoked cannot be told from one that lives: its tokens pass until their `exp`.
///
/// > Source: RFC 7515 §5.2; RFC 7519 §7.2; Go package `sessions` v15.4.0
public struct TokenVerifier: Sendable {
    /// The longest token that is looked at, in bytes; custom claims of 4 KB fit several times over.
    public static let maximumLength = 1 << 16

    private let keys: JSONWebKeySet

    /// Makes a verifier with the keys of a project.
    public init(keys: JSONWebKeySet) {
        self.keys = keys
    }

    /// Checks a token in compact form.
    ///
    /// - Parameters:
    ///   - token: The token as it came; nothing is trimmed.
    ///   - requirements: What it must be, apart from being signed.
    /// - Returns: The token's contents, or the first ``TokenRefusal`` that applies, in the order in which they are listed.
    public func verify(
        _ token: String,
        _ requirements: TokenRequirements
    ) -> Result<VerifiedToken, TokenRefusal> {
        guard let token = CompactToken(token), let claims = RegisteredClaims(token.payload.root) else {
            return .failure(.malformed)
        }
        if let refusal = refusal(ofSignatureOn: token) ?? requirements.refusal(of: claims) {
            return .failure(refusal)
        }
        return .success(VerifiedToken(token, claims))
    }

    /// Why the signature does not stand, if it does not.
    private func refusal(ofSignatureOn token: CompactToken) -> TokenRefusal? {
        guard token.algorithm.utf8.elementsEqual("RS256".utf8) else { return .algorithm }
        let candidates = token.keyID.map(keys.keys(withID:)) ?? []
        guard !candidates.isEmpty else { return .unknownKey }
        let isSigned = candidates.contains { $0.isSignature(token.signature, of: token.signedBytes) }
        return isSigned ? nil : .signature
    }
}

extension TokenRequirements {
    /// Why claims do not meet the requirements, if they do not.
    fileprivate func refusal(of claims: RegisteredClaims) -> TokenRefusal? {
        guard let issuer = claims.issuer, issuers.contains(where: { $0.utf8.elementsEqual(issuer.utf8) }) else {
            return .issuer
        }
        guard claims.audience.contains(where: { $0.utf8.elementsEqual(audience.utf8) }) else { return .audience }
        let now = now.sinceEpoch
        let leeway = bounded(leeway, from: .zero)
        guard now < claims.expiresAt.sinceEpoch + leeway else { return .expired }
        if let notBefore = claims.notBefore, now < notBefore.sinceEpoch - leeway { return .notYetValid }
        guard let maximumAge else { return nil }
        guard let issuedAt = claims.issuedAt else { return .tooOld }
        let age = now - issuedAt.sinceEpoch
        return age > bounded(maximumAge, from: .zero - Self.longest) ? .tooOld : nil
    }

    /// A duration kept where adding it to a time cannot overflow, and no less than another.
    private func bounded(_ duration: Duration, from least: Duration) -> Duration {
        min(max(duration, least), Self.longest)
    }

    /// Some 30000 years, which is more than lies between any two times here.
    private static let longest = Duration.seconds(1_000_000_000_000)
}
