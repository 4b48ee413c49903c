import PayloadAudit
import Testing
import WireJSON

struct SDKReaderTests {
    /// The verdicts of one version on all values, as `pointer state reason`.
    private static func verdicts(
        _ body: String?,
        as model: String,
        in version: String = "v18.1.0"
    ) throws -> [String] {
        let table = try SDKFieldTable.go()
        let place = try #require(SDKVersion(version).flatMap { table.place(of: $0) })
        let root = try body.map { try JSONDocument($0).root }
        let values = try #require(SDKReader(table).read(root, as: model))
        return values.map { value in
            let verdict = value.outcome.verdict(at: place)
            let word = value.word.map { "=\($0)" } ?? ""
            let reason = verdict.reason.map { " \($0.rawValue)" } ?? ""
            return "\(value.pointer)\(word) \(verdict.state.rawValue)\(reason)"
        }
    }

    private static let key = """
        {"keys": [{"kty": "RSA", "x5tS256": "B="}, {"x5t_s256": "B=", "kid": "k"}]}
        """

    @Test(arguments: ["v9.0.0", "v15.4.0", "v15.9.0", "v18.1.0"])
    func `the thumbprint is lost under the name of the wire, and kept under the name of the package`(
        version: String
    ) throws {
        let verdicts = try Self.verdicts(Self.key, as: "sessions.GetJWKSResponse", in: version)
        #expect(
            verdicts == [
                "/keys kept", "/keys/*/kty kept", "/keys/*/x5tS256 lost other-name", "/keys/*/x5t_s256 kept",
                "/keys/*/kid kept",
            ]
        )
    }

    @Test func `a field is lost before the version that brought it, with all that it holds`() throws {
        let body = #"{"user_device": {"visitor_id": "v", "ip_address_details": {"is_new": true}}}"#
        let lost = [
            "/user_device lost unknown-field", "/user_device/visitor_id lost unknown-field",
            "/user_device/ip_address_details lost unknown-field",
            "/user_device/ip_address_details/is_new lost unknown-field",
        ]
        #expect(try Self.verdicts(body, as: "sessions.MigrateResponse", in: "v16.28.0") == lost)
        #expect(
            try Self.verdicts(body, as: "sessions.MigrateResponse", in: "v16.30.0") == [
                "/user_device kept", "/user_device/visitor_id kept", "/user_device/ip_address_details kept",
                "/user_device/ip_address_details/is_new kept",
            ]
        )
    }

    @Test func `a call that a version lacks loses its whole answer`() throws {
        let body = #"{"user_id": "u", "user_device": null}"#
        let before = try Self.verdicts(
            body,
            as: "sessions.AttestResponse",
            in: "v16.21.0"
        )
        #expect(before == ["/user_id lost unknown-call", "/user_device lost unknown-call"])
        let with = try Self.verdicts(body, as: "sessions.AttestResponse", in: "v16.25.0")
        #expect(with == ["/user_id kept", "/user_device kept"])
        let value = try Self.verdicts(
            #"{"user_id": "u", "user_device": {}}"#,
            as: "sessions.AttestResponse",
            in: "v16.25.0"
        )
        #expect(value == ["/user_id kept", "/user_device lost unknown-field"])
    }

    @Test func `a word without a constant is kept as text`() throws {
        let body = #"{"type": "email_otp", "delivery_method": "pigeon"}"#
        let model = "sessions.AuthenticationFactor"
        #expect(
            try Self.verdicts(body, as: model, in: "v15.9.0") == [
                "/type kept", "/type=email_otp kept unnamed-word", "/delivery_method kept",
            ]
        )
        #expect(
            try Self.verdicts(body, as: model, in: "v15.9.1") == [
                "/type kept", "/type=email_otp kept", "/delivery_method kept",
            ]
        )
    }

    @Test(arguments: [
        (#"{"status_code": "200"}"#, "/status_code fails wrong-type"),
        (#"{"status_code": 1.0}"#, "/status_code fails number-does-not-fit"),
        (#"{"status_code": 2e2}"#, "/status_code fails number-does-not-fit"),
        (#"{"status_code": 2147483648}"#, "/status_code fails number-does-not-fit"),
        (#"{"status_code": 2147483647}"#, "/status_code kept"),
        (#"{"status_code": null}"#, "/status_code kept"),
        (#"{"weather": null}"#, "/weather kept"),
        (#"{"Status_Code": 200}"#, "/Status_Code kept"),
        ("{\"\u{212A}ey\": 1}", "/<key of 5 bytes> lost unknown-field"),
        (#"{"weather": {"deep": 1}}"#, "/weather lost unknown-field"),
        (#"{"created_at": ""}"#, "/created_at fails bad-time"),
        (#"{"created_at": "2026-03-04T05:06:07"}"#, "/created_at fails bad-time"),
        (#"{"created_at": "2026-03-04t05:06:07z"}"#, "/created_at fails bad-time"),
        (#"{"created_at": 1}"#, "/created_at fails wrong-type"),
        (#"{"created_at": "2026-03-04T07:06:07.123456789+02:00"}"#, "/created_at kept"),
        (#"{"emails": {}}"#, "/emails fails wrong-type"),
        (#"{"name": "Ada"}"#, "/name fails wrong-type"),
        (#"{"is_locked": "no"}"#, "/is_locked fails wrong-type"),
        (#"{"status": 7}"#, "/status fails wrong-type"),
        (#"{"trusted_metadata": []}"#, "/trusted_metadata fails wrong-type"),
    ])
    func `a value is judged as encoding-json would`(body: String, verdict: String) throws {
        #expect(try Self.verdicts(body, as: "users.GetResponse") == [verdict])
    }

    @Test func `numbers in open maps are float64, at any depth`() throws {
        let body = #"{"custom_claims": {"a": [9007199254740993, 0.1], "b": {"c": 1e400}, "d": 1.50, "e": 1e-400}}"#
        #expect(
            try Self.verdicts(body, as: "sessions.Session") == [
                "/custom_claims kept", "/custom_claims/{*} lost digits", "/custom_claims/{*} fails number-does-not-fit",
                "/custom_claims/{*} lost digits",
            ]
        )
    }

    @Test func `the claims of a token keep what is not registered`() throws {
        let body = #"{"iss": "i", "aud": "p", "iat": 1.5, "color": "blue", "size": 9007199254740993}"#
        #expect(
            try Self.verdicts(body, as: "sessions.Claims") == [
                "/iss kept", "/aud kept", "/iat kept", "/{*} lost digits",
            ]
        )
    }

    @Test func `an element of another kind fails`() throws {
        let verdicts = try Self.verdicts(#"{"roles": ["a", 1, null]}"#, as: "users.User")
        #expect(verdicts == ["/roles kept", "/roles/* fails wrong-type"])
    }

    @Test func `a body that is no JSON or of another kind fails in every version`() throws {
        #expect(try Self.verdicts(nil, as: "errors.Error", in: "v9.0.0") == [" fails not-json"])
        #expect(try Self.verdicts("[]", as: "errors.Error", in: "v9.0.0") == [" fails wrong-type"])
    }

    @Test func `a model that the table lacks is not read`() throws {
        #expect(SDKReader(try SDKFieldTable.go()).read(nil, as: "organizations.Member") == nil)
    }
}
