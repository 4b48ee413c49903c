public import WireJSON

extension Users {
    /// The kind of authenticator that a WebAuthn registration asked for.
    ///
    /// Words that are not known decode too, and are kept and encoded as they came.
    ///
    /// > Source: Go package `users`
    public struct AuthenticatorType: OpenEnum {
        /// The word on the wire.
        public let rawValue: String

        /// Makes a value of any word, known or not.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// One built into the device.
        public static let platform = Self(rawValue: "platform")
        /// One that goes from device to device.
        public static let crossPlatform = Self(rawValue: "cross-platform")
        /// No kind was asked for.
        public static let unspecified = Self(rawValue: "")

        /// The two kinds, and the empty text for neither.
        public static let knownWords: [String] = [
            Self.platform.rawValue,
            Self.crossPlatform.rawValue,
            Self.unspecified.rawValue,
        ]
    }
}
