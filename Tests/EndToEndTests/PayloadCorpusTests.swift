import Foundation
import Testing
import WireJSON

/// What the stored answers under `cases/payloads` must hold between them.
struct PayloadCorpusTests {
    static let operations: Set = [
        "passwords.authenticate", "passwords.create", "passwords.session.reset", "sessions.attest",
        "sessions.authenticate", "sessions.exchange_access_token", "sessions.get", "sessions.get_jwks",
        "sessions.migrate", "sessions.revoke", "users.delete", "users.get",
    ]

    /// The 36 of v15.4.0, the five that later versions brought, and the three old spellings.
    static let subFactors: Set = [
        "amazon_oauth_factor", "apple_oauth_factor", "authenticator_app_factor", "biometric_factor",
        "bitbucket_oauth_factor", "coinbase_oauth_factor", "crypto_wallet_factor", "discord_oauth_factor",
        "email_factor", "embeddable_magic_link_factor", "facebook_oauth_factor", "figma_oauth_factor",
        "git_lab_oauth_factor", "github_oauth_factor", "google_oauth_factor", "hubspot_oauth_exchange_factor",
        "hubspot_oauth_factor", "instagram_oauth_factor", "linked_in_oauth_factor", "microsoft_oauth_factor",
        "oidc_sso_factor", "phone_number_factor", "recovery_code_factor", "salesforce_oauth_factor",
        "saml_sso_factor", "shopify_oauth_factor", "slack_oauth_exchange_factor", "slack_oauth_factor",
        "snapchat_oauth_factor", "spotify_oauth_factor", "steam_oauth_factor", "tik_tok_oauth_factor",
        "twitch_oauth_factor", "twitter_oauth_factor", "webauthn_factor", "yahoo_oauth_factor",
        "github_oauth_exchange_factor", "google_oauth_exchange_factor", "impersonated_factor",
        "oauth_access_token_exchange_factor", "trusted_auth_token_factor",
        "gitlab_oauth_factor", "linkedin_oauth_factor", "tiktok_oauth_factor",
    ]

    /// The 39 of v15.4.0, then the five that later versions brought.
    static let deliveryMethods: Set = [
        "authenticator_app", "biometric", "crypto_wallet", "email", "embedded", "imported_auth0", "knowledge",
        "oauth_amazon", "oauth_apple", "oauth_bitbucket", "oauth_coinbase", "oauth_discord", "oauth_exchange_hubspot",
        "oauth_exchange_slack", "oauth_facebook", "oauth_figma", "oauth_github", "oauth_gitlab", "oauth_google",
        "oauth_hubspot", "oauth_instagram", "oauth_linkedin", "oauth_microsoft", "oauth_salesforce", "oauth_shopify",
        "oauth_slack", "oauth_snapchat", "oauth_spotify", "oauth_steam", "oauth_tiktok", "oauth_twitch",
        "oauth_twitter", "oauth_yahoo", "recovery_code", "sms", "sso_oidc", "sso_saml", "webauthn_registration",
        "whatsapp",
        "impersonation", "oauth_access_token_exchange", "oauth_exchange_github", "oauth_exchange_google",
        "trusted_token_exchange",
    ]

    /// The 11 of v15.4.0, then the three that later versions brought.
    static let types: Set = [
        "crypto", "imported", "magic_link", "oauth", "otp", "password", "recovery_codes", "signature_challenge", "sso",
        "totp", "webauthn",
        "email_otp", "impersonated", "trusted_auth_token",
    ]

    @Test func `every stored answer is decoded by a case that says what is to be found`() throws {
        let names = try Self.payloads().keys
        #expect(names.count >= 80)
        var used: Set<String> = []
        for (suite, document) in try Self.suites() {
            for item in document.root["cases"]?.elements.map({ $0 }) ?? [] {
                guard let name = item["payload"]?.string else { continue }
                used.insert(name)
                let says = item["expect"]?["findings"] != nil || item["expect"]?["model"]?.string == "none"
                #expect(says, "\(suite): '\(name)' says nothing of findings")
            }
        }
        #expect(used.sorted() == names.sorted())
    }

    @Test func `stored answers come of every operation, and have every factor, way and type`() throws {
        let payloads = try Self.payloads()
        let operations = Set(payloads.values.compactMap { $0.root["operation"]?.string })
        #expect(operations == Self.operations)
        #expect(try operations == Set(Self.catalogue()))
        var (keys, methods, types): (Set<String>, Set<String>, Set<String>) = ([], [], [])
        for payload in payloads.values {
            for factor in Self.factors(in: payload.root) {
                keys.formUnion(factor.members.map(\.key))
                if let method = factor["delivery_method"]?.string { methods.insert(method) }
                if let type = factor["type"]?.string { types.insert(type) }
            }
        }
        #expect(Self.subFactors.subtracting(keys) == [])
        #expect(Self.deliveryMethods.subtracting(methods) == [])
        #expect(Self.types.subtracting(types) == [])
        #expect((Self.subFactors.count, Self.deliveryMethods.count, Self.types.count) == (44, 44, 14))
    }

    @Test func `stored answers have every form of error and every number of digits of a second`() throws {
        let payloads = try Self.payloads()
        let errors = payloads.filter { Self.status($0.value) >= 400 }
        #expect(errors.values.contains { $0.root["body"]?["error_details"] != nil })
        let isPlain = { (body: JSONView) in body["error_type"] != nil && body["error_details"] == nil }
        #expect(errors.values.contains { $0.root["body"].map(isPlain) ?? false })
        #expect(errors.values.contains { $0.root["body"]?["error"] != nil })
        #expect(errors.values.contains { $0.root["rawBody"]?.string == "" })
        #expect(errors.values.contains { $0.root["rawBody"]?.string?.hasPrefix("<html>") == true })
        let statuses = Set(errors.values.map(Self.status))
        #expect(statuses.isSuperset(of: [400, 401, 403, 404, 429, 500]))
        var digits: Set<Int> = []
        for payload in payloads.values {
            for value in Self.descendants(of: payload.root) {
                if let time = value.string.flatMap(Timestamp.init) { digits.insert(time.fractionDigits) }
            }
        }
        #expect(digits.isSuperset(of: [0, 3, 6, 9]))
    }

    @Test func `no two stored answers have the same request id, and none holds what looks like a real secret`() throws {
        var requests: [String: String] = [:]
        for (name, payload) in try Self.payloads() {
            if let id = payload.root["body"]?["request_id"]?.string {
                #expect(requests.updateValue(name, forKey: id) == nil, "\(name): \(id)")
            }
            for member in Self.members(in: payload.root) {
                switch member.key {
                case "session_token": #expect(["", String(repeating: "a", count: 44)].contains(member.value.string))
                case "session_jwt": #expect(["", "e30.e30.AA"].contains(member.value.string))
                case "n": #expect(member.value.string?.hasPrefix("uuuuuuuuuuuuuuuu") ?? true)
                default: #expect(member.value.string?.contains("eyJ") != true, "\(name)")
                }
            }
        }
    }
}

extension PayloadCorpusTests {
    /// The stored answers by their names.
    private static func payloads() throws -> [String: JSONDocument] {
        try documents(in: "payloads")
    }

    private static func suites() throws -> [String: JSONDocument] {
        try documents(in: "models")
    }

    private static func catalogue() throws -> [String] {
        let file = Checkout.root.appendingPathComponent("cases/operations.json")
        let document = try JSONDocument(String(contentsOf: file, encoding: .utf8))
        return document.root["operations"]?.members.map(\.key) ?? []
    }

    private static func documents(in folder: String) throws -> [String: JSONDocument] {
        let folder = Checkout.root.appendingPathComponent("cases").appendingPathComponent(folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        let documents = try names.map { name in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return (String(name.dropLast(5)), try JSONDocument(text))
        }
        return Dictionary(uniqueKeysWithValues: documents)
    }

    private static func status(_ payload: JSONDocument) -> Int {
        payload.root["status"]?.number?.int ?? 200
    }

    /// The value and all that it holds.
    private static func descendants(of root: JSONView) -> [JSONView] {
        let inside = root.elements.map { $0 } + root.members.map(\.value)
        return [root] + inside.flatMap(descendants)
    }

    private static func members(in root: JSONView) -> [JSONMember] {
        descendants(of: root).flatMap { $0.members.map { $0 } }
    }

    private static func factors(in root: JSONView) -> [JSONView] {
        members(in: root).filter { $0.keyIs("authentication_factors") }.flatMap { $0.value.elements.map { $0 } }
    }
}
