/// Why a token is refused: the first that applies, in the order in which they are listed here.
///
/// What can be said without a key comes first, then the signature, and only then what the token claims: nothing is told
/// of the claims of a token that nobody signed, except that they are not of the form of claims.
public enum TokenRefusal: String, Sendable, CaseIterable, Error {
    /// The text is not a signed token in compact form, or its header or claims are not what a token must have.
    ///
    /// That is: it is longer than ``TokenVerifier/maximumLength``; it is not three parts of strict base64url; header or
    /// claims are not a JSON object or have a key twice; the header has no `alg`, a `kid` that is no text, or a `crit`,
    /// since no extension is understood; `exp` is missing; `iss`, `sub`, `aud`, `exp`, `nbf` or `iat` is of a wrong type
    /// or a time outside the years 1 to 9999.
    case malformed

    /// The header's `alg` is not `RS256`; `none` and HMAC among them, whatever the signature.
    case algorithm

    /// The header names no key, or one that is not in the set.
    case unknownKey = "unknown_key"

    /// The signature is not the named key's signature of this header and these claims.
    case signature

    /// `iss` is missing or none of the issuers that are accepted.
    case issuer

    /// `aud` is missing or does not name the audience.
    case audience

    /// The time is `exp` or later, after leeway.
    case expired

    /// The time is before `nbf`, after leeway.
    case notYetValid = "not_yet_valid"

    /// The time is more than the maximum age after `iat`, or there is no `iat` to tell the age by.
    case tooOld = "too_old"
}

extension TokenRefusal: CustomStringConvertible {
    /// The reason in words; nothing of the token is told.
    public var description: String {
        switch self {
        case .malformed: "JWT malformed"
        case .algorithm: "JWT not signed with RS256"
        case .unknownKey: "JWT signed with an unknown key"
        case .signature: "JWT with a wrong signature"
        case .issuer: "JWT of another issuer"
        case .audience: "JWT for another audience"
        case .expired: "JWT expired"
        case .notYetValid: "JWT not valid yet"
        case .tooOld: "JWT too old"
        }
    }
}
