import Testing
import WireJSON

@testable import Conformance

@Suite struct AnswerJudgeTests {
    private static let place = PatternReading.place

    /// An expectation with the defaults of an operation whose model is `m`.
    private func expectation(_ statuses: ClosedRange<Int>..., model: ModelExpectation = .byStatus(success: "m"))
        -> CaseExpectation
    {
        CaseExpectation(location: Self.place, statuses: StatusExpectation(statuses, at: Self.place), model: model)
    }

    private func header(_ name: String, _ pattern: String) throws -> MemberPattern {
        MemberPattern(name: name, location: Self.place, pattern: try PatternReading.pattern(pattern))
    }

    /// A finding of the tracing decoder, made by decoding: `m` wants a text in `a` and knows no other member.
    private struct Model: Decodable {
        var a: String
    }

    private static let models: [String: ModelCheck] = [
        "m": { TracingDecoder().decode(Model.self, from: $0).findings },
        "errors.Error": { _ in [] },
    ]

    private func judge(
        _ answer: Answer,
        _ expectations: CaseExpectation...,
        rules: [EveryAnswer.Rule] = [],
        unknownFields: UnknownFieldPolicy = .report
    ) -> Judgement {
        let context = CheckContext(
            bindings: Bindings(now: Checking.received, status: answer.status, answer: answer.document?.root),
            sent: Checking.sent,
            received: Checking.received,
            sha256: Checking.sha256
        )
        return AnswerJudge(
            answer: answer,
            context: context,
            models: Self.models,
            rules: rules,
            unknownFields: unknownFields
        ).judge(expectations)
    }

    private func answer(_ status: Int, _ body: String, _ headers: (String, String)...) -> Answer {
        Answer(
            status: status,
            headers: HeaderList(headers.map { HeaderList.Field(name: $0.0, value: $0.1) }),
            body: Array(body.utf8),
            duration: .milliseconds(600)
        )
    }

    private func words(_ judgement: Judgement) -> [String] {
        judgement.findings.map { $0.words + ($0.note.map { " (\($0))" } ?? "") }
    }

    @Test func `a success that decodes is no finding`() {
        #expect(words(judge(answer(200, "{\"a\": \"x\"}"), expectation(200...200))) == [])
    }

    @Test func `another status is told with the error that came`() {
        let body =
            "{\"a\": \"x\", \"error_type\": \"session_not_found\", \"error_message\": \"Session could not be found.\"}"
        #expect(
            words(judge(answer(404, body), expectation(200...200, 201...201)))
                == ["status: expected 200 or 201, got 404 (session_not_found: Session could not be found.)"]
        )
        #expect(words(judge(answer(500, "{}"), expectation(400...499))) == ["status: expected 400 to 499, got 500"])
    }

    @Test func `where no outcome fits, the others that were allowed are told with their reasons`() {
        var wrong = expectation(400...400)
        wrong.errorTypes = ["bad_request"]
        wrong.because = "an id that is wrong"
        var gone = expectation(404...404, 410...410)
        gone.errorTypes = ["user_not_found", "gone"]
        gone.because = String(repeating: "or as one of nobody, ", count: 4)
        let found = "{\"error_type\": \"other\"}"
        #expect(
            words(judge(answer(404, found), wrong, gone)) == [
                "body /error_type: expected \"user_not_found\" or \"gone\", got \"other\" "
                    + "(also allowed: 400 \"bad_request\" (an id that is wrong))"
            ]
        )
        #expect(
            words(judge(answer(500, found), wrong, gone)) == [
                "status: expected 400, got 500 (other; also allowed: 404 or 410 \"user_not_found\" or \"gone\" "
                    + "(or as one of nobody, or as one of nobody, or as one of nobod…))",
                "body /error_type: expected \"bad_request\", got \"other\"",
            ]
        )
        #expect(
            words(judge(answer(400, found), wrong)) == ["body /error_type: expected \"bad_request\", got \"other\""]
        )
    }

    @Test func `of many outcomes three are told, and how many there are besides`() {
        let five = [200, 201, 202, 203, 204].map { expectation($0...$0, model: .none) }
        #expect(
            words(judge(answer(500, "{}"), five[0], five[1], five[2], five[3], five[4]))
                == ["status: expected 200, got 500 (also allowed: 201, 202, 203, and 1 more)"]
        )
    }

    @Test func `the error type must be one of those expected`() {
        var expected = expectation(400...400)
        expected.errorTypes = ["bad_request", "invalid_argument"]
        #expect(words(judge(answer(400, "{\"error_type\": \"invalid_argument\"}"), expected)) == [])
        #expect(
            words(judge(answer(400, "{\"error_type\": \"nope\"}"), expected))
                == ["body /error_type: expected \"bad_request\" or \"invalid_argument\", got \"nope\""]
        )
        #expect(
            words(judge(answer(400, "{}"), expected))
                == ["body /error_type: expected \"bad_request\" or \"invalid_argument\", got nothing"]
        )
    }

    @Test func `an answer that is no JSON fails once, saying what came`() throws {
        var expected = expectation(200...200)
        expected.body = try PatternReading.pattern("{\"a\": 1}")
        expected.errorTypes = ["x"]
        let judgement = judge(answer(200, "<html>", ("Content-Type", "text/html")), expected)
        #expect(judgement.findings.map(\.code) == [.notJSON])
        #expect(judgement.findings.map(\.expected) == ["JSON"])
        #expect(judgement.findings.allSatisfy { $0.actual.hasPrefix("text/html, 6 bytes: expected ") })
        #expect(judgement.findings.allSatisfy { $0.actual.hasSuffix(" (line 1, column 1): \"<html>\"") })
        #expect(words(judge(answer(200, ""), expectation(200...200))) == ["body: expected JSON, got no body"])
        let binary = Answer(status: 200, body: [0xFF, 0x00])
        #expect(judge(binary, expectation(200...200)).findings.map { String($0.actual.suffix(7)) } == ["<ff 00>"])
    }

    @Test func `no body can be expected, and none is then decoded`() throws {
        var expected = expectation(204...204)
        expected.body = try PatternReading.pattern("{\"$absent\": true}")
        #expect(words(judge(answer(204, ""), expected)) == [])
        #expect(words(judge(answer(204, "{\"b\":1}"), expected)) == ["body: expected no body, got {\"b\":1}"])
    }

    @Test func `a header is found whatever its case, joined where repeated, listed for a list`() throws {
        var expected = expectation(200...200, model: .none)
        expected.headers = [
            try header("content-type", "{\"$regex\": \"^application/json\"}"),
            try header("vary", "\"a, b\""),
            try header("VARY", "[\"a\", \"b\"]"),
            try header("vary", "{\"$contains\": [\"b\"]}"),
            try header("set-cookie", "{\"$absent\": true}"),
        ]
        let good = answer(200, "{}", ("Content-Type", "application/json"), ("Vary", "a"), ("vary", "b"))
        #expect(words(judge(good, expected)) == [])
        let bad = answer(200, "{}", ("Content-Type", "text/plain"), ("Set-Cookie", "s=1"), ("Vary", "a"))
        #expect(
            words(judge(bad, expected)) == [
                "header content-type: expected text that matches \"^application/json\", got \"text/plain\"",
                "header vary: expected \"a, b\", got \"a\"",
                "header VARY: expected 2 elements, got 1 element: [\"a\"]",
                "header vary: expected an element that fits \"b\", got [\"a\"] (closest: header vary /0: expected \"b\", got \"a\")",
                "header set-cookie: expected nothing, got \"s=1\"",
            ]
        )
    }

    @Test func `what breaks decoding is a finding and drift goes by the policy`() {
        let broken = judge(answer(200, "{\"a\": 1, \"b\": 2}"), expectation(200...200))
        #expect(broken.findings.map(\.detail) == ["wrong-type"])
        #expect(broken.findings.map(\.subject) == ["body /a"])
        #expect(broken.findings.map(\.code) == [.model])
        #expect(broken.notes.map(\.detail) == ["unknown-field"])
        #expect(broken.notes.map(\.subject) == ["body /b"])

        let drift = answer(200, "{\"a\": \"x\", \"b\": 2}")
        #expect(judge(drift, expectation(200...200), unknownFields: .fail).findings.map(\.code) == [.unknownField])
        #expect(judge(drift, expectation(200...200), unknownFields: .allow).notes == [])
        var expected = expectation(200...200)
        expected.unknownFields = .allow
        #expect(judge(drift, expected, unknownFields: .fail).findings == [])
    }

    @Test func `the model goes by the status unless it is named`() {
        #expect(words(judge(answer(404, "{\"a\": 1}"), expectation(404...404))) == [])
        #expect(
            judge(answer(404, "{\"a\": 1}"), expectation(404...404, model: .named("m"))).findings.map(\.detail) == [
                "wrong-type"
            ]
        )
        #expect(words(judge(answer(200, "{\"a\": 1}"), expectation(200...200, model: .none))) == [])
        #expect(judge(answer(200, "{}"), expectation(200...200, model: .named("who"))).unknownModel == "who")
    }

    @Test func `a duplicate key is a finding even where no model reads it`() {
        #expect(
            words(judge(answer(200, "{\"c\": {\"d\": 1, \"d\": 2}}"), expectation(200...200, model: .none)))
                == ["body /c/d: expected each key once, got the key again (duplicate-key)"]
        )
    }

    @Test func `expected reports of decoding are exactly those that come`() throws {
        var expected = expectation(200...200)
        expected.findings = [
            ExpectedFinding(code: "unknown-field", pointer: try JSONPointer("/b")),
            ExpectedFinding(code: "wrong-type", pointer: try JSONPointer("/a")),
        ]
        #expect(words(judge(answer(200, "{\"a\": 1, \"b\": 2}"), expected)) == [])
        #expect(
            words(judge(answer(200, "{\"a\": \"x\", \"b\": 2}"), expected))
                == ["body /a: expected decoding to report wrong-type, got no such report"]
        )
        expected.findings = []
        let judgement = judge(answer(200, "{\"a\": \"x\", \"b\": 2}"), expected)
        #expect(judgement.findings.map(\.subject) == ["body /b"])
        #expect(judgement.findings.map(\.code) == [.decodingFindings])
    }

    @Test func `an answer may take so long and no longer`() {
        var expected = expectation(200...200, model: .none)
        expected.maximumDuration = .milliseconds(600)
        #expect(words(judge(answer(200, "{}"), expected)) == [])
        expected.maximumDuration = .milliseconds(500)
        #expect(words(judge(answer(200, "{}"), expected)) == ["duration: expected at most 500 ms, got 600 ms"])
    }

    @Test func `of alternatives one must hold, else the one with this status speaks, else the first`() throws {
        var first = expectation(200...200, model: .none)
        first.body = try PatternReading.pattern("{\"x\": 1}")
        var second = expectation(400...400, model: .none)
        second.errorTypes = ["bad_request"]
        #expect(words(judge(answer(400, "{\"error_type\": \"bad_request\"}"), first, second)) == [])
        #expect(
            words(judge(answer(400, "{\"error_type\": \"no\"}"), first, second))
                == ["body /error_type: expected \"bad_request\", got \"no\" (also allowed: 200)"]
        )
        #expect(
            words(judge(answer(500, "{\"x\": 1}"), first, second))
                == ["status: expected 200, got 500 (also allowed: 400 \"bad_request\")"]
        )
    }

    @Test func `what holds for every answer is checked beside what the step expects`() throws {
        let rule = EveryAnswer.Rule(
            headers: [try header("content-type", "{\"$regex\": \"^application/json\"}")],
            body: try PatternReading.pattern("{\"status_code\": \"{{status}}\", \"request_id\": {\"$regex\": \".\"}}"),
            location: Self.place
        )
        let bad = answer(200, "{\"status_code\": 201, \"request_id\": \"\"}", ("content-type", "text/json"))
        #expect(
            words(judge(bad, expectation(200...200, model: .none), rules: [rule])) == [
                "header content-type: expected text that matches \"^application/json\", got \"text/json\"",
                "body /status_code: expected 200, got 201",
                "body /request_id: expected text that matches \".\", got \"\"",
            ]
        )
        let everyAnswer = EveryAnswer(
            any: rule,
            ok: nil,
            error: EveryAnswer.Rule(location: CaseLocation(file: 0, offset: 9))
        )
        #expect(everyAnswer.rules(for: answer(200, "")).map(\.location.offset) == [0])
        #expect(everyAnswer.rules(for: answer(404, "")).map(\.location.offset) == [0, 9])
    }

    @Test func `a rule for every answer may say anything that an expectation may`() {
        var rule = EveryAnswer.Rule(location: Self.place)
        rule.statuses = StatusExpectation([201...201], at: Self.place)
        rule.errorTypes = ["bad_request"]
        rule.maximumDuration = .milliseconds(500)
        #expect(
            words(judge(answer(200, "{\"a\": \"x\"}"), expectation(200...200), rules: [rule]))
                == [
                    "status: expected 201, got 200", "body /error_type: expected \"bad_request\", got nothing",
                    "duration: expected at most 500 ms, got 600 ms",
                ]
        )
    }

    @Test func `a rule's model is decoded beside that of the case`() {
        var rule = EveryAnswer.Rule(location: Self.place)
        rule.model = .named("m")
        #expect(
            words(judge(answer(200, "{}"), expectation(200...200, model: .none), rules: [rule]))
                == ["body /a: expected string, got nothing (missing-field, decoding 'm')"]
        )
        #expect(judge(answer(200, "{}"), expectation(200...200), rules: [rule]).findings.count == 1)
    }

    @Test func `a rule's findings and policy of unknown fields hold for every answer`() {
        var rule = EveryAnswer.Rule(location: Self.place)
        rule.unknownFields = .fail
        let body = "{\"a\": \"x\", \"b\": 1}"
        #expect(
            words(judge(answer(200, body), expectation(200...200), rules: [rule]))
                == ["body /b: expected nothing, got 1 (unknown-field, decoding 'm')"]
        )
        rule.unknownFields = .allow
        rule.findings = []
        #expect(
            words(judge(answer(200, body), expectation(200...200), rules: [rule]))
                == ["body /b: expected no report of decoding here, got unknown-field: expected nothing, got 1"]
        )
    }
}
