import PayloadAudit
import SessionModels
import Testing
import WireJSON

private func jwks(_ more: String) -> String { #"{"request_id":"r","status_code":200,"keys":[]\#(more)}"# }

@Suite struct LedgerTests {
    @Test func `unknown members are grouped with kinds, count, first and last source and lines to paste`() {
        let found = report([
            jwks(#","next_page":null,"tags":["a"]"#), jwks(""), jwks(#","next_page":"x","tags":["b","c"]"#),
            jwks(#","next_page":7"#),
        ])
        let rows = found.drift.map { entry in
            "\(entry.model) \(entry.type ?? "-") \(entry.pointer) \(entry.kinds.words.joined(separator: "|")) "
                + "\(entry.count)x \(entry.first) \(entry.last) \(entry.isEverNonNull)"
        }
        #expect(
            rows == [
                "sessions.GetJWKSResponse Sessions.GetJWKSResponse /next_page null|integer|string 3x "
                    + "file1.json:1:59 file4.json:1:59 true",
                "sessions.GetJWKSResponse Sessions.GetJWKSResponse /tags array 2x file1.json:1:71 file3.json:1:70 true",
            ]
        )
        #expect(
            found.drift.map(\.swift) == [
                ["public var nextPage: JSONValue?", #"case nextPage = "next_page""#],
                ["public var tags: [String]?", "case tags"],
            ]
        )
    }

    @Test func `a member that is always null says so`() {
        let found = report([jwks(#","next_page":null"#)])
        #expect(found.drift.map(\.isEverNonNull) == [false])
        #expect(AuditText.text(found, files: 1).contains("/next_page: null alone, 1x"))
    }

    @Test(arguments: [
        (#""device_id":"x""#, "public var deviceID: String?", #"case deviceID = "device_id""#),
        (#""is_new":true"#, "public var isNew: Bool?", #"case isNew = "is_new""#),
        (#""count":3"#, "public var count: Int?", "case count"),
        (#""score":3.5"#, "public var score: Double?", "case score"),
        (#""extra":{"a":1}"#, "public var extra: JSONObject?", "case extra"),
        (#""default":"x""#, "public var `default`: String?", "case `default`"),
        (#""list":[]"#, "public var list: [JSONValue]?", "case list"),
        (#""mixed":[1,"a"]"#, "public var mixed: [JSONValue]?", "case mixed"),
    ])
    func `lines to paste have Swift's names and types`(member: String, property: String, key: String) {
        #expect(report([jwks("," + member)]).drift.map(\.swift) == [[property, key]])
    }

    @Test func `the type that a member belongs to is that of its object`() throws {
        let session = #"{"session_id":"s","user_id":"u","authentication_factors":[],"new":1}"#
        let found = report([#"{"request_id":"r","status_code":200,"sessions":[\#(session)]}"#])
        #expect(found.drift.map(\.type) == ["Sessions.Session"])
    }

    @Test func `merged tallies are as one that saw all, first and last in the order of the input`() {
        var first = Auditor(table, AuditOptions())
        var second = Auditor(table, AuditOptions())
        first.audit(Array(jwks(#","new":1"#).utf8), at: PayloadPlace(file: "a"))
        second.audit(Array(jwks(#","new":"x","other":1"#).utf8), at: PayloadPlace(file: "b"))
        var merged = first.tally
        merged.merge(second.tally)
        let found = AuditReport(merged, table, AuditPolicy())
        #expect(
            found.drift.map { "\($0.pointer) \($0.first.file) \($0.last.file) \($0.count)" } == [
                "/new a b 2", "/other b b 1",
            ]
        )
        #expect(found.findings.map(\.count) == [2, 1])
        #expect(found.coverage.map(\.payloads) == [2])
        #expect(merged.payloads == 2)
    }

    @Test func `coverage tells seen, null and never, and both spellings are one member`() throws {
        let key =
            #"{"kty":"RSA","use":"sig","key_ops":["verify"],"alg":"RS256","kid":"k","x5c":[],"x5t_s256":"t","n":"n","e":null}"#
        let found = report([#"{"request_id":"r","status_code":200,"keys":[\#(key)]}"#])
        let coverage = try #require(found.coverage.first)
        #expect(
            coverage.fields.map { "\($0.pointer) \($0.state.rawValue) \($0.count)" } == [
                "/keys seen 1", "/keys/*/kty seen 1", "/keys/*/use seen 1", "/keys/*/key_ops seen 1",
                "/keys/*/alg seen 1", "/keys/*/kid seen 1", "/keys/*/x5c seen 1", "/keys/*/x5tS256 seen 1",
                "/keys/*/n seen 1", "/keys/*/e null 1", "/request_id seen 1", "/status_code seen 1",
            ]
        )
        #expect(AuditText.text(found, files: 1).contains("11 of 12"))
    }

    @Test func `words that were seen are told from those that never were`() throws {
        let user =
            #"{"user_id":"u","emails":[],"status":"active","phone_numbers":[],"webauthn_registrations":[],"providers":[],"totps":[],"crypto_wallets":[]}"#
        let found = report([user])
        let words = try #require(found.coverage.first?.words.first)
        #expect("\(words.pointer)" == "/status")
        #expect(words.seen == ["active"])
        #expect(words.never == ["pending"])
    }

    @Test func `too little coverage fails, and so does none`() {
        let text = jwks("")
        #expect(report([text], minimumCoverage: 20).failures == [])
        #expect(report([text], minimumCoverage: 90).failures == ["coverage: expected at least 90.0%, found 25.0%"])
        #expect(report([], minimumCoverage: 1).failures == ["coverage: expected at least 1.0%, found 0.0%"])
    }
}
