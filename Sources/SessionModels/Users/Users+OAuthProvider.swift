extension Users {
    /// An account of a user with an OAuth provider.
    ///
    /// A capture of 2022 has the first two members alone, so the rest is optional.
    ///
    /// > Source: Go package `users`
    public struct OAuthProvider: Codable, Hashable, Sendable {
        /// The provider, for instance `Google`.
        public var providerType: String

        /// The user's id with the provider.
        public var providerSubject: String

        /// Where the provider keeps the user's picture.
        public var profilePictureURL: String?

        /// The user's language, as the provider says it.
        public var locale: String?

        /// The id of this account in Stytch.
        public var oauthUserRegistrationID: String?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(
            providerType: String,
            providerSubject: String,
            profilePictureURL: String? = nil,
            locale: String? = nil,
            oauthUserRegistrationID: String? = nil
        ) {
            self.providerType = providerType
            self.providerSubject = providerSubject
            self.profilePictureURL = profilePictureURL
            self.locale = locale
            self.oauthUserRegistrationID = oauthUserRegistrationID
        }

        private enum CodingKeys: String, CodingKey {
            case providerType = "provider_type"
            case providerSubject = "provider_subject"
            case profilePictureURL = "profile_picture_url"
            case locale
            case oauthUserRegistrationID = "oauth_user_registration_id"
        }
    }
}
