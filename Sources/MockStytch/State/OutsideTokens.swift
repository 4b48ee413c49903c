/// An access token of a connected app, which may be exchanged for a session once.
struct StoredAccessToken: Sendable {
    let userID: String
    let clientID: String
    let scopes: [String]
    /// In seconds since 1970.
    let issuedAt: Int64
    var isExchanged = false
}

/// A token that somebody whom the project trusts has issued for one of its users.
struct StoredTrustedToken: Sendable {
    let id: String
    let userID: String
}

/// What names a trusted token: the same text may be there under several profiles.
struct TrustedTokenKey: Hashable, Sendable {
    let profileID: ExactText
    let token: ExactText

    init(profileID: String, token: String) {
        self.profileID = ExactText(profileID)
        self.token = ExactText(token)
    }
}
