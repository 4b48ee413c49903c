import WireJSON

extension StoredUser {
    /// Gives the user what its factor speaks of: the e-mail address, the phone number, the registration, the provider.
    mutating func learn(from factor: StoredFactor) {
        for (key, value) in factor.wire.members {
            guard let object = value.object else { continue }
            if let rule = Self.listsOfFactors[key] {
                add(rule.entry(from: object), to: rule.list)
            } else if key.hasSuffix("_oauth_factor") {
                add(Self.provider(from: object, key: key), to: "providers")
            }
        }
    }

    /// Which of the user's lists a factor's sub object belongs to, and under which keys.
    private struct ListRule: Sendable {
        let list: String
        /// Pairs of a key in the user's list and the key in the factor.
        let keys: [(entry: String, factor: String)]
        /// Members that the factor does not have.
        var fixed: JSONObject = ["verified": true]

        func entry(from factor: JSONObject) -> JSONObject {
            var entry = JSONObject()
            for key in keys {
                entry[key.entry] = factor[key.factor] ?? ""
            }
            for (key, value) in fixed.members {
                entry[key] = value
            }
            return entry
        }
    }

    private static let listsOfFactors: [String: ListRule] = [
        "email_factor": ListRule(list: "emails", keys: [("email_id", "email_id"), ("email", "email_address")]),
        "phone_number_factor": ListRule(
            list: "phone_numbers",
            keys: [("phone_id", "phone_id"), ("phone_number", "phone_number")]
        ),
        "webauthn_factor": ListRule(
            list: "webauthn_registrations",
            keys: [
                ("webauthn_registration_id", "webauthn_registration_id"), ("domain", "domain"),
                ("user_agent", "user_agent"),
            ],
            fixed: ["verified": true, "authenticator_type": "", "name": ""]
        ),
        "authenticator_app_factor": ListRule(list: "totps", keys: [("totp_id", "totp_id")]),
        "crypto_wallet_factor": ListRule(
            list: "crypto_wallets",
            keys: [
                ("crypto_wallet_id", "crypto_wallet_id"), ("crypto_wallet_address", "crypto_wallet_address"),
                ("crypto_wallet_type", "crypto_wallet_type"),
            ]
        ),
        "biometric_factor": ListRule(
            list: "biometric_registrations",
            keys: [("biometric_registration_id", "biometric_registration_id")]
        ),
    ]

    private static func provider(from factor: JSONObject, key: String) -> JSONObject {
        [
            "provider_type": .string(String(key.dropLast("_oauth_factor".count))),
            "provider_subject": factor["provider_subject"] ?? "",
            "profile_picture_url": "",
            "locale": "",
            "oauth_user_registration_id": factor["id"] ?? "",
        ]
    }
}
