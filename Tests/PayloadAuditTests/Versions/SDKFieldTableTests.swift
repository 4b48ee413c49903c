import Foundation
import SessionModels
import Testing
import WireJSON

@testable import PayloadAudit

struct SDKFieldTableTests {
    @Test func `the table compiled in is the file`() throws {
        let path = "Sources/PayloadAudit/Versions/GoFieldsText.swift"
        let file = try Checkout.text("sdk/go-fields.json")
        let head = """
            // swift-format-ignore-file

            /// The text of `sdk/go-fields.json`; a test holds the two equal.
            enum GoFieldsText {
                static let json = #\"""

            """
        let wanted = head + file + "\"\"\"#\n}\n"
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try wanted.write(to: Checkout.root.appending(path: path), atomically: true, encoding: .utf8)
            Issue.record("recorded GoFieldsText.swift; build and run again without RECORD_GOLDENS")
            return
        }
        let isEqual = try Checkout.text(path) == wanted
        #expect(isEqual, "\(path) differs from sdk/go-fields.json: run 'make goldens'")
    }

    @Test func `the table covers v9 to v18 of the Go SDK`() throws {
        let table = try SDKFieldTable.go()
        #expect(table.sdk == "stytch-go")
        #expect(
            table.versions.map(\.description) == [
                "v9.0.0", "v11.3.1", "v11.4.2", "v12.5.0", "v15.3.0", "v15.4.0", "v15.7.0", "v15.9.0", "v15.9.1",
                "v15.11.0", "v16.9.0", "v16.13.0", "v16.16.0", "v16.21.0", "v16.25.0", "v16.28.0", "v16.30.0",
                "v16.33.0", "v16.39.0", "v18.1.0",
            ]
        )
    }

    @Test(arguments: ModelCatalog.all.map(\.name))
    func `the table has each field and each word that a model declares, and no other`(name: String) throws {
        let table = try SDKFieldTable.go()
        let declared = try #require(ModelCatalog.entry(named: name)).declared()
        let members = declared.fields.filter { $0.pointer.count == 1 && $0.isMember && $0.spellingOf == nil }
        #expect(members.compactMap(\.pointer.tokens.last).sorted() == table.keys(of: name).sorted())
        #expect(declared.root.words.sorted() == table.words(of: name).map(\.word).sorted())
        #expect(table.hasModel(name))
    }

    @Test(arguments: [
        ("roles", "sessions.Session", "v16.39.0"), ("roles", "users.User", "v16.33.0"),
        ("external_id", "users.User", "v16.13.0"), ("is_locked", "users.User", "v16.21.0"),
        ("user_device", "sessions.MigrateResponse", "v16.30.0"),
        ("verdict", "sessions.AuthenticateResponse", "v16.28.0"),
        ("name", "users.WebAuthnRegistration", "v11.4.2"), ("error_details", "errors.Error", "v16.16.0"),
        ("slack_oauth_exchange_factor", "sessions.AuthenticationFactor", "v12.5.0"),
        ("github_oauth_exchange_factor", "sessions.AuthenticationFactor", "v15.7.0"),
        ("impersonated_factor", "sessions.AuthenticationFactor", "v15.11.0"),
        ("trusted_auth_token_factor", "sessions.AuthenticationFactor", "v16.21.0"),
        ("session_token", "passwords.session.ResetParams", "v11.3.1"), ("kid", "sessions.JWK", "v9.0.0"),
    ])
    func `a field came with a version`(key: String, model: String, version: String) throws {
        #expect(try SDKFieldTable.go().firstVersion(ofField: key, in: model)?.description == version)
    }

    @Test(arguments: [("x5tS256", "sessions.JWK"), ("error", "errors.Error"), ("weather", "users.User")])
    func `no version reads some fields`(key: String, model: String) throws {
        #expect(try SDKFieldTable.go().firstVersion(ofField: key, in: model) == nil)
    }

    @Test func `a word came with a version`() throws {
        let words = try SDKFieldTable.go().words(of: "sessions.AuthenticationFactorType")
        let later = words.filter { $0.since > SDKVersion(major: 9, minor: 0, patch: 0) }
        #expect(later.map(\.word) == ["email_otp", "impersonated", "trusted_auth_token"])
        #expect(later.map(\.since.description) == ["v15.9.1", "v15.11.0", "v16.21.0"])
    }

    @Test(arguments: [
        ("v15.5.3", "v15.4.0"), ("v15.4.0", "v15.4.0"), ("v16.0.0", "v15.11.0"), ("v18.1.0", "v18.1.0"),
        ("v8.9.9", nil),
        ("v18.1.1", nil),
    ])
    func `a version between two of the table reads as the earlier, and of others nothing is known`(
        given: String,
        same: String?
    ) throws {
        let version = try #require(SDKVersion(given))
        #expect(try SDKFieldTable.go().reading(as: version)?.description == same)
    }

    @Test(arguments: ["", "v15", "v15.4", "v15.4.0.1", "v15.4.x", "15..0", "v-1.0.0", "v1234567.0.0", "V15.4.0"])
    func `what is no version is none`(text: String) {
        #expect(SDKVersion(text) == nil)
    }

    @Test func `a version is read with and without its v, and compared by its numbers`() throws {
        #expect(try #require(SDKVersion("15.10.0")) > #require(SDKVersion("v15.9.1")))
        #expect(SDKVersion("v15.4.0") == SDKVersion(major: 15, minor: 4, patch: 0))
    }

    @Test(arguments: [
        (#"{}"#, "/sdk: expected a text"),
        (#"{"sdk": "s"}"#, "/versions: expected at least one"),
        (#"{"sdk": "s", "versions": ["one"]}"#, #"/versions: expected a version such as v15.4.0, found "one""#),
        (
            #"{"sdk": "s", "versions": ["v2.0.0", "v1.0.0"]}"#,
            "/versions: expected the oldest first, found v1.0.0 too late"
        ),
        (
            #"{"sdk": "s", "versions": ["v1.0.0"], "types": {"t": {"a": {"type": "string", "since": "v2.0.0"}}}}"#,
            "/types/t/a/since: expected one of the versions or 'never', found 'v2.0.0'"
        ),
        (
            #"{"sdk": "s", "versions": ["v1.0.0"], "types": {"t": {"a": "[u]"}}}"#,
            "/types/t/a: there is no type 'u'"
        ),
        (
            #"{"sdk": "s", "versions": ["v1.0.0"], "types": {"t": {"a": "string", "A": "string"}}}"#,
            "/types/t/A: the key is there before"
        ),
        (#"{"sdk": "s", "versions": ["v1.0.0"], "enums": {"e": {}}}"#, "/enums/e: expected words"),
    ])
    func `a table with a mistake is refused with its place`(text: String, message: String) throws {
        let document = try JSONDocument(text)
        let error = #expect(throws: SDKTableError.self) { try SDKFieldTable(document) }
        #expect(error?.description == message)
    }
}

extension SDKFieldTable {
    /// The version that brought a field; nil where there is no such field, or where no version reads it.
    fileprivate func firstVersion(ofField key: String, in model: String) -> SDKVersion? {
        let field = structs[model]?.declared.first { $0.key.utf8.elementsEqual(key.utf8) }
        guard let field, field.readAs == nil, field.since < versions.count else { return nil }
        return versions[field.since]
    }
}
