extension Sessions {
    /// A phone number that was shown to be the user's.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct PhoneNumberFactor: SubFactor {
        /// The id of the number.
        public var phoneID: String

        /// The number in E.164 form.
        public var phoneNumber: String

        /// Makes a value from its parts.
        public init(phoneID: String, phoneNumber: String) {
            self.phoneID = phoneID
            self.phoneNumber = phoneNumber
        }

        private enum CodingKeys: String, CodingKey {
            case phoneID = "phone_id"
            case phoneNumber = "phone_number"
        }

        /// The key of this object in a factor.
        public static let wireKey = "phone_number_factor"
    }
}
