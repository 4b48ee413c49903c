import Testing
import WireJSON

@testable import Conformance

@Suite struct ShownTextTests {
    private let plain = Redactor(SecretList(names: []))

    /// Stands for the digest, and tells what it was taken of.
    private func shown(_ body: [UInt8], contentType: String? = nil, _ redactor: Redactor) -> ShownText.Body {
        ShownText.body(body, contentType: contentType, redactor) { "of \($0.count) from \($0.first ?? 0)" }
    }

    @Test func `a value is cut at 200 characters and says how many are left out`() {
        #expect(ShownText.value(String(repeating: "\u{E9}", count: 200)) == String(repeating: "\u{E9}", count: 200))
        #expect(
            ShownText.value(String(repeating: "\u{E9}", count: 253))
                == String(repeating: "\u{E9}", count: 200) + "\u{2026} (53 more characters)"
        )
    }

    private func pair(_ expected: String, _ actual: String, _ redactor: Redactor? = nil) -> [String] {
        let redactor = redactor ?? plain
        let shown = ShownText.pair(redactor.redactMarking(expected), redactor.redactMarking(actual))
        return [shown.expected, shown.actual]
    }

    @Test func `long texts that differ late are cut around the difference, at the same places`() {
        let start = String(repeating: "\u{E9}", count: 180) + String(repeating: "b", count: 60)
        #expect(
            pair(start + "1" + String(repeating: "c", count: 150), start + "22") == [
                String(repeating: "\u{E9}", count: 40) + "\u{2026}" + String(repeating: "b", count: 60) + "1"
                    + String(repeating: "c", count: 99) + "\u{2026} (51 more characters)",
                String(repeating: "\u{E9}", count: 40) + "\u{2026}" + String(repeating: "b", count: 60) + "22",
            ]
        )
    }

    @Test func `texts that are short or differ early stay as they were`() {
        let short = String(repeating: "a", count: 199)
        #expect(pair(short + "1", short + "2") == [short + "1", short + "2"])
        let early = String(repeating: "a", count: 140)
        let tail = String(repeating: "c", count: 100)
        #expect(
            pair(early + "1" + tail, early + "2") == [
                early + "1" + String(repeating: "c", count: 59) + "\u{2026} (41 more characters)", early + "2",
            ]
        )
        let same = String(repeating: "a", count: 201)
        #expect(pair(same, same) == Array(repeating: short + "a\u{2026} (1 more characters)", count: 2))
    }

    @Test func `one text that ends where the other goes on is cut like it`() {
        let start = String(repeating: "a", count: 200)
        let shown = String(repeating: "a", count: 40) + "\u{2026}" + String(repeating: "a", count: 60)
        #expect(pair(start, start + "tail") == [shown, shown + "tail"])
    }

    @Test func `no cut leaves a part of a label`() {
        var list = SecretList(names: [])
        let secret = "0123456789abcdef"
        list.add(secret, named: "session_token")
        let redactor = Redactor(list)
        // The label stands at 38 to 55 of the redacted text, and again where the part around the difference begins.
        let start = String(repeating: "a", count: 38) + secret + String(repeating: "b", count: 100) + secret
        let same = start + String(repeating: "c", count: 50)
        let shown =
            String(repeating: "a", count: 38) + "[session_token 1]\u{2026}[session_token 1]"
            + String(repeating: "c", count: 50)
        #expect(pair(same + "1", same + "2", redactor) == [shown + "1", shown + "2"])
        let long = String(repeating: "a", count: 190) + secret + "tail"
        #expect(
            ShownText.value(redactor.redactMarking(long))
                == String(repeating: "a", count: 190) + "[session_token 1]\u{2026} (4 more characters)"
        )
    }

    @Test func `a body is cut at 4 KiB, never inside a character`() {
        let body = Array((String(repeating: "a", count: 4_095) + "\u{E9}tail").utf8)
        let text = String(repeating: "a", count: 4_095) + "\u{2026} (6 more bytes, sha256 of 4101 from 97)"
        #expect(shown(body, plain) == ShownText.Body(text: text, sha256: "of 4101 from 97"))
        #expect(shown(Array("{}".utf8), plain) == ShownText.Body(text: "{}", sha256: nil))
    }

    @Test func `a secret that crosses the cut is replaced before it`() {
        var list = SecretList(names: [])
        list.add("0123456789-secret", named: "secret")
        let body = Array((String(repeating: "a", count: 4_090) + "0123456789-secret").utf8)
        // The digest is of the 4,100 bytes with the label, not of the 4,107 with the secret.
        let text =
            String(repeating: "a", count: 4_090) + "[secre\u{2026} (4 more bytes, sha256 of 4100 from 97)"
        #expect(shown(body, Redactor(list)) == ShownText.Body(text: text, sha256: "of 4100 from 97"))
    }

    @Test func `bytes that are no text are described, with at most 64 of them in hexadecimal`() {
        #expect(
            shown([0xFF, 0x00, 0x0A], contentType: "image/png", plain)
                == ShownText.Body(text: "<binary, 3 bytes, image/png> ff 00 0a", sha256: nil)
        )
        let long = shown([UInt8](repeating: 0xFE, count: 65), plain)
        let hexadecimal = String(repeating: "fe ", count: 64)
        #expect(
            long.text == "<binary, 65 bytes, no content-type, sha256 of 65 from 254> " + hexadecimal + "\u{2026}"
        )
        #expect(long.sha256 == "of 65 from 254")
    }
}

@Suite struct VerdictTests {
    private static let cause = ErrorCause(kind: .setup, message: "m")

    @Test(arguments: [
        (Outcome.passed, Verdict.passed, false),
        (.failed, .failed, true),
        (.errored(cause), .errored, true),
        (.skipped("r"), .skipped, false),
        (.notRun("r"), .notRun, true),
    ])
    func `each outcome has its verdict`(outcome: Outcome, verdict: Verdict, isUnexpected: Bool) {
        #expect(Verdict(outcome) == verdict)
        #expect(verdict.isUnexpected == isUnexpected)
    }

    @Test func `an allowance changes the verdict of what it speaks of and of nothing else`() {
        let mark = KnownFailureMark(
            reason: "r",
            until: "2026-12-31",
            position: FilePosition(file: "f", line: 1, column: 1)
        )
        #expect(Verdict(.failed, .excused(mark)) == .knownFailure)
        #expect(Verdict(.passed, .contradicted(mark), isFlaky: true) == .unexpectedPass)
        #expect(Verdict(.passed, .contradicted(mark)) == .unexpectedPass)
        #expect(Verdict(.errored(Self.cause), .excused(mark)) == .errored)
        #expect(!Verdict.knownFailure.isUnexpected)
        #expect(Verdict.unexpectedPass.isUnexpected)
    }

    @Test func `a finding reads as one line`() {
        var finding = Finding(code: .body, subject: "body /session/user_id", expected: "\"u-1\"", actual: "\"u-2\"")
        #expect(finding.summary == "body /session/user_id: expected \"u-1\", got \"u-2\"")
        finding.note = "did you mean 'userId'?"
        #expect(finding.summary == "body /session/user_id: expected \"u-1\", got \"u-2\" (did you mean 'userId'?)")
    }

    @Test func `counts add up over all verdicts`() {
        let place = FilePosition(file: "f", line: 1, column: 1)
        let outcomes: [Outcome] = [.passed, .passed, .failed, .errored(Self.cause), .skipped("r"), .notRun("r")]
        let result = RunResult(
            target: "mock",
            baseURL: "http://127.0.0.1:9",
            runID: "r",
            started: TestClock.start,
            duration: .zero,
            cases: outcomes.map { CaseResult(id: "a/b", suite: "a", position: place, outcome: $0) }
        )
        #expect(result.counts == Counts(passed: 2, failed: 1, errored: 1, skipped: 1, notRun: 1))
        #expect(result.counts.total == 6)
    }
}
