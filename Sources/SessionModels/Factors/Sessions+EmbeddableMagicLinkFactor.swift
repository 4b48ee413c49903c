extension Sessions {
    /// A magic link that the project delivered itself.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct EmbeddableMagicLinkFactor: SubFactor {
        /// The id of the link.
        public var embeddedID: String

        /// Makes a value from its parts.
        public init(embeddedID: String) {
            self.embeddedID = embeddedID
        }

        private enum CodingKeys: String, CodingKey {
            case embeddedID = "embedded_id"
        }

        /// The key of this object in a factor.
        public static let wireKey = "embeddable_magic_link_factor"
    }
}
