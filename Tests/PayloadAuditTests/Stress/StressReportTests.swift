import PayloadAudit
import Testing
import WireJSON

struct StressReportTests {
    private static func report(_ body: String, as model: String) throws -> StressReport {
        var report = StressReport()
        report.add(try JSONDocument(body).root, as: try StoredAnswer.model(model), from: "here")
        return report
    }

    private static func rows(_ body: String, as model: String) throws -> [String] {
        try report(body, as: model).rows.map { row in
            let codes = row.codeWords.isEmpty ? "" : " " + row.codeWords.joined(separator: ",")
            return "\(row.subject.pointer) \(row.subject.mutation.rawValue): \(row.worst.rawValue)\(codes)"
        }
    }

    @Test func `every change of every field is tolerated, reported or breaks`() throws {
        #expect(
            try Self.rows(#"{"totp_id": "t", "verified": true}"#, as: "users.TOTP") == [
                " unknown-neighbour: reported unknown-field",
                "/totp_id dropped: breaks missing-field", "/totp_id null: breaks unexpected-null",
                "/totp_id other-word: tolerated",
                "/verified dropped: breaks missing-field", "/verified null: breaks unexpected-null",
            ]
        )
    }

    @Test func `a word of an enum that nobody knows is reported`() throws {
        let rows = try Self.rows(#"{"type": "otp", "delivery_method": "sms"}"#, as: "sessions.AuthenticationFactor")
        #expect(rows.contains("/type other-word: reported unknown-enum"))
        #expect(rows.contains("/delivery_method other-word: reported unknown-enum"))
    }

    @Test func `numbers that are larger break what has a size`() throws {
        let body = #"{"request_id": "r", "status_code": 200}"#
        let rows = try Self.rows(body, as: "sessions.RevokeResponse").filter { $0.hasPrefix("/status_code") }
        #expect(
            rows == [
                "/status_code dropped: breaks missing-field", "/status_code null: breaks unexpected-null",
                "/status_code beyond-int64: breaks number-does-not-fit",
                "/status_code fraction: breaks number-does-not-fit",
                "/status_code huge-exponent: breaks number-does-not-fit",
            ]
        )
    }

    @Test func `times in other forms are tolerated if they are times`() throws {
        let body = #"{"is_new": true, "first_seen_at": "2026-03-04T05:06:07Z"}"#
        let rows = try Self.rows(body, as: "devicehistory.DeviceAttributeDetails")
        #expect(
            rows.filter { $0.hasPrefix("/first") } == [
                "/first_seen_at dropped: tolerated", "/first_seen_at null: tolerated",
                "/first_seen_at time-whole-seconds: tolerated", "/first_seen_at time-nine-digits: tolerated",
                "/first_seen_at time-offset: tolerated", "/first_seen_at time-without-zone: breaks bad-time",
                "/first_seen_at time-empty: breaks bad-time",
            ]
        )
    }

    @Test func `an open map has no fields of its own`() throws {
        let body = #"{"custom_claims": {"color": "blue", "tree": {"n": 1}}}"#
        let rows = try Self.rows(body, as: "sessions.ClaimsWrapper")
        #expect(
            rows == [
                " unknown-neighbour: reported unknown-field", "/custom_claims dropped: tolerated",
                "/custom_claims null: tolerated", "/custom_claims unknown-neighbour: tolerated",
            ]
        )
    }

    @Test func `elements of a list are one field, and a thousand of them are tolerated`() throws {
        let body = #"{"emails": [{"email_id": "e", "email": "a@b.c", "verified": true}, {"email_id": "f"}]}"#
        let rows = try Self.rows(body, as: "users.User").filter { $0.hasPrefix("/emails") }
        #expect(rows.contains("/emails long-list: tolerated"))
        #expect(rows.contains("/emails dropped: breaks missing-field"))
        #expect(rows.contains("/emails/* dropped: tolerated"))
        #expect(rows.contains("/emails/* null: breaks unexpected-null"))
        #expect(rows.contains("/emails/*/verified dropped: breaks missing-field"))
        #expect(rows.filter { $0.hasPrefix("/emails/*/email_id dropped") }.count == 1)
    }

    @Test func `a payload is changed as text, so that members before and after stay as they are`() throws {
        // Dropping the first, a middle and the last member, and the only element of a list, leaves JSON.
        let body = #" { "user_id" : "u" , "roles" : [ "x" ] , "status" : "active" } "#
        let report = try Self.report(body, as: "users.User")
        #expect(report.skipped == 0)
        #expect(report.rows.map(\.subject.mutation).filter { $0 == .dropped }.count == 4)
    }

    @Test func `what is too large is skipped and counted`() throws {
        let text = String(repeating: "r", count: 24 << 20)
        let report = try Self.report(
            #"{"request_id": "\#(text)", "user_id": "u", "status_code": 200}"#,
            as: "users.DeleteResponse"
        )
        // Once with a neighbour, three times without the long text, once without the user.
        #expect(report.tries == 5)
        #expect(report.skipped == 2 + 5)
    }

    @Test func `members that no model reads are not changed, however many there are`() throws {
        let members = (0..<3_000).map { "\"k\($0)\": {\"deep\": [\($0)]}" }.joined(separator: ",")
        let report = try Self.report(#"{"user_id": "u", \#(members)}"#, as: "users.DeleteResponse")
        #expect(report.rows.map(\.subject.pointer.description) == ["", "/user_id", "/user_id", "/user_id"])
    }

    @Test func `the same payloads give the same report`() throws {
        let answers = try StoredAnswer.all().filter { $0.name.hasPrefix("get_jwks") || $0.name.hasPrefix("error_4") }
        #expect(answers.count > 20)
        func report() -> StressReport {
            var report = StressReport()
            for answer in answers {
                guard let root = answer.body?.root, let entry = try? StoredAnswer.model(answer.model) else {
                    continue
                }
                report.add(root, as: entry, from: answer.name)
            }
            return report
        }
        let (one, other) = (report(), report())
        #expect(one.json == other.json)
        #expect(one.skipped == 0)
        #expect(one.count(of: .breaks) > 0)
        #expect(one.count(of: .reported) > 0)
        #expect(one.count(of: .tolerated) > 0)
    }

    @Test func `a report says its rows as JSON`() throws {
        #expect(
            try Self.report(#"{"custom_claims": null}"#, as: "sessions.ClaimsWrapper").json.text() == """
                {"format":"stytch-conformance/decode-stress","version":1,\
                "payloads":1,"tries":2,"skipped":0,"isCut":false,"rows":[\
                {"model":"sessions.ClaimsWrapper","pointer":"","mutation":"unknown-neighbour","effect":"reported",\
                "tolerated":0,"reported":1,"breaks":0,"codes":["unknown-field"],"first":"here"},\
                {"model":"sessions.ClaimsWrapper","pointer":"/custom_claims","mutation":"dropped",\
                "effect":"tolerated","tolerated":1,"reported":0,"breaks":0,"codes":[],"first":"here"}]}
                """
        )
    }
}
