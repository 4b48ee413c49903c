extension Sessions {
    /// A single sign-on connection that the user came through; `Scheme` says of which kind.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct SSOFactor<Scheme: SSOScheme>: SubFactor {
        /// The id of the user's registration with the connection.
        public var id: String

        /// The id of the connection.
        public var providerID: String

        /// The user's id with the identity provider.
        public var externalID: String

        /// Makes a value from its parts.
        public init(id: String, providerID: String, externalID: String) {
            self.id = id
            self.providerID = providerID
            self.externalID = externalID
        }

        /// The scheme's name, then `_sso_factor`.
        public static var wireKey: String { Scheme.wireName + "_sso_factor" }

        private enum CodingKeys: String, CodingKey {
            case id
            case providerID = "provider_id"
            case externalID = "external_id"
        }
    }

    /// A SAML connection.
    public typealias SAMLSSOFactor = SSOFactor<SSOSchemes.SAML>

    /// An OpenID Connect connection.
    public typealias OIDCSSOFactor = SSOFactor<SSOSchemes.OIDC>

    /// A single sign-on scheme by its name in the keys of factors.
    public protocol SSOScheme: Sendable {
        /// The name in a key.
        static var wireName: String { get }
    }

    /// The single sign-on schemes; types without values, to tell the factors apart.
    public enum SSOSchemes {
        /// Security Assertion Markup Language.
        public enum SAML: SSOScheme {
            /// The scheme in a key.
            public static var wireName: String { "saml" }
        }

        /// OpenID Connect.
        public enum OIDC: SSOScheme {
            /// The scheme in a key.
            public static var wireName: String { "oidc" }
        }
    }
}
