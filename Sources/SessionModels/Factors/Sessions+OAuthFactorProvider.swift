extension Sessions {
    /// An OAuth provider by its name in the keys of factors.
    public protocol OAuthFactorProvider: Sendable {
        /// The name as the API's generated schema spells it.
        static var wireName: String { get }

        /// The name as hand-written client code spells it, where that differs.
        static var alternateWireName: String? { get }
    }

    /// The OAuth providers that there are factors of; types without values, to tell the factors apart.
    ///
    /// GitLab, LinkedIn and TikTok are spelled in two ways by different clients, and no real answer is known that
    /// settles it: both spellings decode.
    public enum OAuthFactorProviders {
        /// Google.
        public enum Google: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "google" }
        }

        /// Microsoft.
        public enum Microsoft: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "microsoft" }
        }

        /// Apple.
        public enum Apple: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "apple" }
        }

        /// GitHub.
        public enum Github: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "github" }
        }

        /// Facebook.
        public enum Facebook: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "facebook" }
        }

        /// Amazon.
        public enum Amazon: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "amazon" }
        }

        /// Bitbucket.
        public enum Bitbucket: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "bitbucket" }
        }

        /// Coinbase.
        public enum Coinbase: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "coinbase" }
        }

        /// Discord.
        public enum Discord: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "discord" }
        }

        /// Figma.
        public enum Figma: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "figma" }
        }

        /// GitLab.
        public enum GitLab: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "git_lab" }

            /// The provider in the key that some clients read.
            public static var alternateWireName: String? { "gitlab" }
        }

        /// Instagram.
        public enum Instagram: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "instagram" }
        }

        /// LinkedIn.
        public enum LinkedIn: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "linked_in" }

            /// The provider in the key that some clients read.
            public static var alternateWireName: String? { "linkedin" }
        }

        /// Shopify.
        public enum Shopify: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "shopify" }
        }

        /// Slack.
        public enum Slack: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "slack" }
        }

        /// Snapchat.
        public enum Snapchat: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "snapchat" }
        }

        /// Spotify.
        public enum Spotify: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "spotify" }
        }

        /// Steam.
        public enum Steam: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "steam" }
        }

        /// TikTok.
        public enum TikTok: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "tik_tok" }

            /// The provider in the key that some clients read.
            public static var alternateWireName: String? { "tiktok" }
        }

        /// Twitch.
        public enum Twitch: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "twitch" }
        }

        /// Twitter.
        public enum Twitter: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "twitter" }
        }

        /// Salesforce.
        public enum Salesforce: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "salesforce" }
        }

        /// Yahoo.
        public enum Yahoo: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "yahoo" }
        }

        /// HubSpot.
        public enum Hubspot: OAuthFactorProvider {
            /// The provider in a key.
            public static var wireName: String { "hubspot" }
        }
    }
}

extension Sessions.OAuthFactorProvider {
    /// No other spelling.
    public static var alternateWireName: String? { nil }
}
