/// Why a JWT shows no session without asking the API.
public enum LocalCheckError: Error, Sendable {
    /// The token is not accepted.
    case refused(TokenRefusal)

    /// The token is good and has no session, or one that the models cannot take.
    case noSession(LocalSessionError)

    /// There is no key set to check it with, for this reason.
    case noKeys(any Error)
}

extension LocalCheckError: CustomStringConvertible {
    /// The reason in words, such as `JWT too old`; nothing of the token is told.
    public var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .noSession: "JWT without a session that can be read"
        case .noKeys: "no key set to check the JWT with"
        }
    }
}
