public import WireJSON

extension Users {
    /// Whether a user has signed in yet.
    ///
    /// Words that are not known decode too, and are kept and encoded as they came.
    ///
    /// > Source: Go package `users`
    public struct Status: OpenEnum {
        /// The word on the wire.
        public let rawValue: String

        /// Makes a value of any word, known or not.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The user has not signed in yet.
        public static let pending = Self(rawValue: "pending")
        /// The user has signed in.
        public static let active = Self(rawValue: "active")

        /// Both words.
        public static let knownWords: [String] = [
            Self.pending.rawValue,
            Self.active.rawValue,
        ]
    }
}
