import WireJSON

/// A user as the mock keeps it: the object that goes out, and what must never go out.
struct StoredUser: Sendable {
    let id: String
    /// Every key of a user, with `user_id`.
    var wire: JSONObject
    var password: PasswordDigest?

    /// A user without any way to sign in yet.
    ///
    /// - Parameters:
    ///   - id: The user's id.
    ///   - now: When the user is made, in seconds since 1970.
    init(id: String, now: Int64) {
        self.id = id
        wire = [
            "user_id": .string(id),
            "name": ["first_name": "", "middle_name": "", "last_name": ""],
            "emails": [],
            "phone_numbers": [],
            "webauthn_registrations": [],
            "biometric_registrations": [],
            "providers": [],
            "totps": [],
            "crypto_wallets": [],
            "password": nil,
            "status": "active",
            "created_at": .string(Timestamp(secondsSince1970: now).text),
            "trusted_metadata": [:],
            "untrusted_metadata": [:],
            "external_id": nil,
            "is_locked": false,
            "lock_created_at": nil,
            "lock_expires_at": nil,
            "roles": [],
        ]
    }

    /// Adds an object to one of the user's lists.
    mutating func add(_ object: JSONObject, to list: String) {
        wire[list] = .array((wire[list]?.array ?? []) + [.object(object)])
    }

    /// Sets the password; the password's id stays if there was one.
    mutating func setPassword(_ text: String, freshID: @autoclosure () -> String) {
        let id = wire["password"]?.object?["password_id"]?.string ?? freshID()
        wire["password"] = ["password_id": .string(id), "requires_reset": false]
        password = PasswordDigest(text)
    }

    /// The addresses of the user, as they were given.
    var emailAddresses: [String] {
        (wire["emails"]?.array ?? []).compactMap { $0.object?["email"]?.string }
    }
}
