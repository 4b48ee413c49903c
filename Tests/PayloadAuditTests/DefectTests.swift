import PayloadAudit
import SessionModels
import Testing
import WireJSON

/// An answer without a defect, one member a line.
private let good = """
    {
      "request_id": "r",
      "status_code": 200,
      "sessions": [
        {
          "session_id": "s",
          "user_id": "u",
          "started_at": "2025-06-30T09:40:08Z",
          "custom_claims": { "any": { "thing": 1 } },
          "authentication_factors": [
            { "type": "otp", "delivery_method": "email", "email_factor": { "email_id": "e", "email_address": "a@b" } },
            { "type": "otp", "delivery_method": "email", "email_factor": { "email_id": "e", "email_address": "a@b" } }
          ]
        }
      ]
    }
    """

/// The good answer with one text in place of another, which comes once.
private func answer(_ text: String, with other: String) throws -> String {
    let range = try #require(good.firstRange(of: text))
    return good.replacingCharacters(in: range, with: other)
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}

/// One defect: what is put in place of what, and what is to be found.
struct Defect: Sendable, CustomTestStringConvertible {
    var text: String
    var other: String
    var found: String
    var testDescription: String { found }
}

@Suite struct DefectTests {
    @Test func `the answer without a defect has no finding`() {
        #expect(lines(report([good])) == [])
        #expect(choices(report([good])) == ["sessions.GetResponse 1 fit"])
    }

    @Test(arguments: [
        Defect(
            text: #""user_id": "u","#,
            other: "",
            found: "breaking missing-field sessions.GetResponse /sessions/*/user_id 1x at file1.json:5:5: "
                + "expected string, found nothing"
        ),
        Defect(
            text: #""session_id": "s""#,
            other: #""session_id": 12"#,
            found: "breaking wrong-type sessions.GetResponse /sessions/*/session_id 1x at file1.json:6:21: "
                + "expected string, found 12"
        ),
        Defect(
            text: #""request_id": "r""#,
            other: #""request_id": null"#,
            found: "breaking unexpected-null sessions.GetResponse /request_id 1x at file1.json:2:17: "
                + "expected string, found null"
        ),
        Defect(
            text:
                #"{ "type": "otp", "delivery_method": "email", "email_factor": { "email_id": "e", "email_address": "a@b" } },"#,
            other: #"{ "type": "telepathy", "delivery_method": "email" },"#,
            found: "drift unknown-enum sessions.GetResponse /sessions/*/authentication_factors/*/type 1x "
                + #"at file1.json:11:19: expected a known word, found "telepathy""#
        ),
        Defect(
            text: "2025-06-30T09:40:08Z",
            other: "2025-06-30 at 9",
            found: "breaking bad-time sessions.GetResponse /sessions/*/started_at 1x at file1.json:8:21: "
                + "expected RFC 3339 time, found a string of 15 characters"
        ),
        Defect(
            text: "2025-06-30T09:40:08Z",
            other: "2025-06-30 09:40",
            found: "breaking bad-time sessions.GetResponse /sessions/*/started_at 1x at file1.json:8:21: "
                + #"expected RFC 3339 time, found "2025-06-30 09:40""#
        ),
        Defect(
            text: #""status_code": 200"#,
            other: #""status_code": 20000000000"#,
            found: "breaking number-does-not-fit sessions.GetResponse /status_code 1x at file1.json:3:18: "
                + "expected integer from -2147483648 to 2147483647, found 20000000000"
        ),
        Defect(
            text: #""status_code": 200"#,
            other: #""status_code": 200.5"#,
            found: "breaking number-does-not-fit sessions.GetResponse /status_code 1x at file1.json:3:18: "
                + "expected integer from -2147483648 to 2147483647, found 200.5"
        ),
        Defect(
            text: #""user_id": "u","#,
            other: #""user_id": "u", "user_id": "v","#,
            found: "breaking duplicate-key sessions.GetResponse /sessions/*/user_id 1x at file1.json:7:34: "
                + "expected one member of this name, found a string of 1 character"
        ),
        Defect(
            text: #""user_id": "u","#,
            other: #""user_id": "u", "device": { "a": 1, "b": 2 },"#,
            found: "drift unknown-field sessions.GetResponse /sessions/*/device 1x at file1.json:7:33: "
                + "expected nothing, found an object of 2 members"
        ),
    ])
    func `one defect is found, at its line and column, and nothing else`(defect: Defect) throws {
        #expect(lines(report([try answer(defect.text, with: defect.other)])) == [defect.found])
    }

    @Test
    func `unknown members are found at depth 0, at depth 3, in the second element alone, and none in an open map`()
        throws
    {
        var text = try answer(#""status_code": 200,"#, with: #""status_code": 200, "zero": true,"#)
        let last = try #require(text.ranges(of: #""email_address": "a@b" }"#).last)
        text = text.replacingCharacters(in: last, with: #""email_address": "a@b", "three": "x" }, "two": null"#)
        #expect(
            lines(report([text])).map { String($0.prefix { $0 != ":" }) } == [
                "drift unknown-field sessions.GetResponse /sessions/*/authentication_factors/*/email_factor/three 1x at file1.json",
                "drift unknown-field sessions.GetResponse /sessions/*/authentication_factors/*/two 1x at file1.json",
                "drift unknown-field sessions.GetResponse /zero 1x at file1.json",
            ]
        )
        #expect(report([text]).findings.map(\.first.location.line) == [12, 12, 3])
    }

    @Test func `a key that comes twice in an open map is found without the keys of the map`() throws {
        let text = try answer(#"{ "any": { "thing": 1 } }"#, with: #"{ "any": { "thing": 1, "thing": 2 } }"#)
        #expect(
            report([text]).findings.map { "\($0.code.word) \($0.pointer)" } == [
                "duplicate-key /sessions/*/custom_claims/{*}/{*}"
            ]
        )
    }

    @Test(arguments: [
        "sk_live_abcdefghijkl", "eyJhbGciOiJub25lIn", "pk_test_abcdef", "secret-test-abcdef", "AbCdEfGhIjKlMnOp",
        "ghp_abcdefghijkl",
    ])
    func `a key that looks like a secret is shown by its length`(key: String) throws {
        let text = try answer(#""user_id": "u","#, with: #""user_id": "u", "\#(key)": 1,"#)
        let found = report([text], model: "sessions.GetResponse")
        let shown = AuditText.text(found, files: 1) + AuditJSON.value(found, files: 1, problems: []).text()
        #expect(!shown.contains(key))
        #expect(shown.contains("<key of \(key.utf8.count) bytes>"))
    }

    @Test(arguments: ["lastAccessedAt", "x5tS256", "isNewDeviceOfUser", "skills", "pkce", "sms_otp_id"])
    func `a key that is a name is shown`(key: String) throws {
        let text = try answer(#""user_id": "u","#, with: #""user_id": "u", "\#(key)": 1,"#)
        #expect(
            AuditText.text(report([text], model: "sessions.GetResponse"), files: 1).contains("/\(key): integer, 1x")
        )
    }

    @Test(arguments: ["4111111111111111", "+1-555-0100", "5555-12-", "20260304"])
    func `a number in the place of a time is shown only where it begins as a date does`(text: String) throws {
        let text = try answer("2025-06-30T09:40:08Z", with: text)
        let found = report([text], model: "sessions.GetResponse")
        let isDate = text.contains("5555-12-")
        let actual = found.findings.first { $0.code == .decoding(.badTime) }?.first.actual
        #expect(actual?.hasPrefix("a string of ") == !isDate)
    }

    @Test func `no text of an answer is shown, nor a key that may be a secret`() throws {
        let token = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY"
        let text = try answer(
            #""user_id": "u","#,
            with: #""user_id": ["\#(token)"], "session_token": 123456, "\#(token)": "\#(token)", "new": "\#(token)","#
        )
        let found = report([text], model: "sessions.GetResponse")
        let shown =
            AuditText.text(found, files: 1) + AuditJSON.value(found, files: 1, problems: []).text(.pretty)
        #expect(found.findings.count == 4)
        #expect(!shown.contains(token))
        #expect(!shown.contains("123456"))
        #expect(shown.contains("<key of 44 bytes>"))
    }
}
