extension Sessions {
    /// A recovery code used in place of an authenticator app.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct RecoveryCodeFactor: SubFactor {
        /// The id of the code.
        public var totpRecoveryCodeID: String

        /// Makes a value from its parts.
        public init(totpRecoveryCodeID: String) {
            self.totpRecoveryCodeID = totpRecoveryCodeID
        }

        private enum CodingKeys: String, CodingKey {
            case totpRecoveryCodeID = "totp_recovery_code_id"
        }

        /// The key of this object in a factor.
        public static let wireKey = "recovery_code_factor"
    }
}
