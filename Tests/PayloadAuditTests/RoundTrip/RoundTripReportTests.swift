import PayloadAudit
import SessionModels
import Testing
import WireJSON

struct RoundTripReportTests {
    private static func rows(_ body: String, as model: String) throws -> [String] {
        var report = RoundTripReport()
        let entry = try StoredAnswer.model(model)
        report.add(try JSONDocument(body).root, as: entry, at: PayloadPlace(file: "here"))
        return report.rows.map { "\($0.subject.change.rawValue) \($0.subject.pointer) \($0.count)" }
    }

    @Test(arguments: [
        (#"{"name": {"first_name": "A", "title": "B"}}"#, ["lost /name/title 1"]),
        (#"{"external_id": null}"#, ["null-dropped /external_id 1"]),
        (#"{"created_at": "2026-03-04T05:06:07.100000000Z"}"#, []),
        (#"{"trusted_metadata": {"a": 1.50, "b": 1e-400, "c": -0, "d": [12345678901234567890123]}}"#, []),
        (#"{"emails": [{"more": 1}, {"more": 2}]}"#, ["lost /emails/*/more 2"]),
    ])
    func `a user comes back as it was, but for`(body: String, rows: [String]) throws {
        let found = try Self.rows(body, as: "users.User")
        // What the body lacks is invented, as a model has it always.
        #expect(found.filter { !$0.hasPrefix("invented") } == rows)
    }

    @Test func `what a model always has is invented where it is missing`() throws {
        #expect(try Self.rows("{}", as: "users.TOTP") == ["invented /totp_id 1", "invented /verified 1"])
    }

    @Test func `a number of another token is changed though it says the same`() throws {
        #expect(
            try Self.rows(#"{"request_id": "r", "status_code": 2e2}"#, as: "sessions.RevokeResponse")
                == ["changed /status_code 1"]
        )
    }

    @Test func `the other spelling of a factor comes back under the first one`() throws {
        let body = """
            {"type": "oauth", "delivery_method": "oauth_gitlab",
             "gitlab_oauth_factor": {"id": "i", "provider_subject": "s"}}
            """
        #expect(
            try Self.rows(body, as: "sessions.AuthenticationFactor") == [
                "invented /git_lab_oauth_factor 1", "lost /gitlab_oauth_factor 1",
            ]
        )
    }

    @Test func `a body of another kind has nothing of the model`() throws {
        #expect(
            try Self.rows("[]", as: "users.TOTP") == ["changed  1"]
        )
    }

    @Test func `stored answers that decode without a finding lose nothing but null`() throws {
        var report = RoundTripReport()
        var whole = 0
        for answer in try StoredAnswer.all() {
            guard let root = answer.body?.root, let model = try? StoredAnswer.model(answer.model),
                model.entry.decode(root).isEmpty
            else { continue }
            whole += 1
            report.add(root, as: model, at: PayloadPlace(file: answer.name))
        }
        #expect(whole > 100)
        #expect(report.payloads == whole)
        #expect(report.rows.filter(\.subject.change.matters).map(\.subject.pointer.description) == [])
        #expect(report.unchanged == whole)
        #expect(!report.hasChanges)
        #expect(report.rows.contains { $0.subject.pointer.description == "/user/external_id" })
    }

    @Test func `a report says its rows as JSON`() throws {
        var report = RoundTripReport()
        let entry = try StoredAnswer.model("users.TOTP")
        report.add(
            try JSONDocument(#"{"totp_id": "t", "verified": true, "x": 1}"#).root,
            as: entry,
            at: PayloadPlace(file: "a.json")
        )
        report.add(
            try JSONDocument(#"{"totp_id": "t", "verified": true}"#).root,
            as: entry,
            at: PayloadPlace(file: "b.json")
        )
        #expect(
            report.json.text() == """
                {"format":"stytch-conformance/decode-round-trip","version":1,\
                "payloads":2,"unchanged":1,"notEncoded":0,"isCut":false,\
                "rows":[{"model":"users.TOTP","pointer":"/x","change":"lost","count":1,"first":"a.json:1:41"}]}
                """
        )
        #expect(report.hasChanges)
    }
}
