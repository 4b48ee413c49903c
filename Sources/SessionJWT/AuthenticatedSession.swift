public import SessionModels

/// A session, and how it was found out.
public enum AuthenticatedSession: Sendable {
    /// The JWT itself told of it; nobody was asked.
    case checked(LocalSession)

    /// The API told of it, after the local check had failed for this reason; `nil` where there was no local check.
    case asked(Sessions.AuthenticateResponse, because: LocalCheckError?)

    /// The session.
    public var session: Sessions.Session {
        switch self {
        case .checked(let local): local.session
        case .asked(let response, _): response.session
        }
    }
}
