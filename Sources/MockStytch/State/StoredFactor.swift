import WireJSON

/// An authentication factor, kept in the form in which it goes out.
struct StoredFactor: Sendable {
    let wire: JSONObject

    /// Fills in the three times of a factor where they are missing, with `now`.
    ///
    /// - Parameters:
    ///   - partial: `type`, `delivery_method` and what else the factor is to have.
    ///   - now: In seconds since 1970.
    init(_ partial: JSONObject, now: Int64) {
        var wire = JSONObject()
        let time = JSONValue.string(Timestamp(secondsSince1970: now).text)
        for key in ["type", "delivery_method"] {
            wire[key] = partial[key]
        }
        for key in ["last_authenticated_at", "created_at", "updated_at"] {
            wire[key] = partial[key] ?? time
        }
        for (key, value) in partial.members {
            wire[key] = value
        }
        self.wire = wire
    }

    /// The factor of somebody who has just typed a password.
    static func password(now: Int64) -> StoredFactor {
        StoredFactor(["type": "password", "delivery_method": "knowledge"], now: now)
    }

    /// The factor of a session that comes from another provider.
    static func imported(now: Int64) -> StoredFactor {
        StoredFactor(["type": "imported", "delivery_method": "imported_auth0"], now: now)
    }

    /// Whether `other` is this factor at another time.
    func isShownAgain(by other: StoredFactor) -> Bool {
        withoutTimes == other.withoutTimes
    }

    /// The factor as it is after it was shown once more.
    func shownAgain(now: Int64) -> StoredFactor {
        var wire = wire
        let time = JSONValue.string(Timestamp(secondsSince1970: now).text)
        wire["last_authenticated_at"] = time
        wire["updated_at"] = time
        return StoredFactor(wire, now: now)
    }

    private var withoutTimes: JSONObject {
        var rest = wire
        for key in ["last_authenticated_at", "created_at", "updated_at"] { rest.removeValue(forKey: key) }
        return rest
    }

    /// When the factor was last shown, in whole seconds since 1970.
    var lastAuthenticatedAt: Int64? {
        wire["last_authenticated_at"]?.string.flatMap { Timestamp($0) }?.secondsSince1970
    }

    /// Whether a password may be reset on the strength of this kind of factor.
    ///
    /// > Source: docs:api/password-session-reset
    var opensPasswordReset: Bool {
        guard let type = wire["type"]?.string, let delivery = wire["delivery_method"]?.string else { return false }
        if type.isExactly("password") || type.isExactly("email_otp") { return true }
        return (type.isExactly("magic_link") || type.isExactly("otp")) && delivery.isExactly("email")
    }
}
