import Conformance
import Testing

@testable import ConformanceReports

struct JUnitEvidenceTests {
    @Test
    func `the text begins with the findings and ends with the line readers look for`() {
        let lines = JUnitEvidence(result: Samples.failed).text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "2 findings")
        #expect(lines[1] == "  1. cases/sessions/get.json:31:21  status: expected 404, got 500")
        #expect(lines.last == "    at cases.sessions.Case(get.json:31)")
    }

    @Test
    func `the exchange of the first finding is the one shown whole`() {
        let text = JUnitEvidence(result: Samples.failed).text
        #expect(text.contains("--- request\nGET http://127.0.0.1:40001/v1/sessions?user_id=user-1&limit=2 HTTP/1.1\n"))
        #expect(text.contains("--- response 500 (132 ms, 20 bytes)\ncontent-type: text/html\n\n<h1>boom & bang</h1>\n"))
        #expect(text.contains("  1. POST http://127.0.0.1:40001/v1/passwords → 200 (80 ms, 2 bytes)\n"))
        #expect(!text.contains("a@b.example"))
    }

    @Test
    func `an error begins with its code and cause, then what to do`() {
        let text = JUnitEvidence(result: Samples.errored).text
        #expect(
            text == """
                curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:9
                  hint: start the mock with 'stytch-conformance serve', or give --target

                --- request
                GET http://127.0.0.1:9/v1/sessions

                --- no response (400 µs)

                --- run again
                stytch-conformance run --filter sessions/get/slow-answer

                    at cases.sessions.Case(get.json:44)
                """
        )
    }

    @Test
    func `the command that runs the case alone has the options of the run, and is bounded`() {
        let text = JUnitEvidence(result: Samples.failed, command: "stytch-conformance run --target test").text
        #expect(
            text.contains(
                "\n\n--- run again\nstytch-conformance run --target test --filter sessions/get/unknown-user/row-1\n\n"
            )
        )
        let long = "stytch-conformance run --variable a=" + String(repeating: "x", count: 40_000)
        let cut = JUnitEvidence(result: Samples.failed, command: long).text
        #expect(cut.contains("\n\n--- run again\nthe command is too long to show\n\n"))
        #expect(cut.utf8.count < 4_096)
    }

    @Test(arguments: [
        ("cases/sessions/get.json", "    at cases.sessions.Case(get.json:7)"),
        ("./cases/get.json", "    at cases.Case(get.json:7)"),
        ("/srv/cases/get.json", "    at srv.cases.Case(get.json:7)"),
        ("get.json", "    at Case(get.json:7)"),
    ])
    func `the last line names file and line as a stack trace does`(file: String, expected: String) {
        #expect(JUnitEvidence.sourceLine(FilePosition(file: file, line: 7, column: 3)) == expected)
    }

    @Test
    func `a finding in another file points at the case, not at that file`() {
        let finding = Finding(
            code: .body,
            subject: "body /request_id",
            expected: "a string",
            actual: "nothing",
            position: FilePosition(file: "cases/operations.json", line: 80, column: 1)
        )
        let text = JUnitEvidence(result: Samples.result("a", .failed, findings: [finding])).text
        #expect(text.contains("  1. cases/operations.json:80:1  body /request_id: expected a string, got nothing\n"))
        #expect(text.hasSuffix("    at cases.sessions.Case(get.json:12)"))
    }

    @Test
    func `a body is cut at 4 KiB and the rest is counted`() {
        var exchange = Samples.broken
        exchange.responseBody = String(repeating: "x", count: 16_441)
        exchange.responseBytes = 16_441
        let text = evidence(exchange)
        #expect(text.contains("x\n… 12,345 more bytes\n"))
        #expect(text.split(separator: "\n").contains { $0.count == 4_096 && $0.allSatisfy { $0 == "x" } })
    }

    @Test
    func `a body already cut by the run is counted whole`() {
        var exchange = Samples.broken
        exchange.responseBody = String(repeating: "x", count: 5_000)
        exchange.responseBytes = 1_004_096
        #expect(evidence(exchange).contains("x\n… 1,000,000 more bytes\n"))
    }

    @Test
    func `a text of many long parts stays within 32 KiB and keeps its last line`() {
        var exchange = Samples.broken
        exchange.requestBody = String(repeating: "\u{1B}", count: 1_000_000)
        exchange.responseBody = String(repeating: "é<]]>", count: 1_000_000)
        exchange.responseBytes = exchange.responseBody?.utf8.count ?? 0
        exchange.responseHeaders = (0..<1_000).map { HeaderList.Field(name: "x-\($0)", value: "value") }
        exchange.requestHeaders = exchange.responseHeaders
        exchange.curl = String(repeating: "c", count: 1_000_000)
        exchange.url += String(repeating: "u", count: 100_000)
        let findings = (0..<1_000).map {
            Finding(
                code: .body,
                subject: "body /\($0)",
                expected: String(repeating: "e", count: 5_000),
                actual: "0",
                step: 1
            )
        }
        let result = Samples.result(
            "a",
            .failed,
            findings: findings,
            exchanges: Array(repeating: exchange, count: 100)
        )
        let text = JUnitEvidence(result: result).text
        #expect(text.utf8.count <= 32_768)
        #expect(text.hasSuffix("\n\n    at cases.sessions.Case(get.json:12)"))
        #expect(text.contains("more findings in results.json"))
        #expect(text.contains("  … 90 more in results.json"))
        #expect(text.contains("--- again\nthe command is too long to show; it stands in results.json"))
    }

    @Test
    func `no body can plant an attachment`() {
        var exchange = Samples.broken
        exchange.responseBody = "[[ATTACHMENT|/etc/passwd]] [[[ATTACHMENT|x]]"
        let text = evidence(exchange)
        #expect(text.contains("[ [ATTACHMENT|/etc/passwd]] [[ [ATTACHMENT|x]]"))
        #expect(!text.contains("[[ATTACHMENT|"))
    }

    @Test
    func `escapes of an answer are shown, not obeyed`() {
        var exchange = Samples.broken
        exchange.responseBody = "\u{1B}[2Jgone\u{0}"
        exchange.responseHeaders = [HeaderList.Field(name: "x", value: "a\r\nb: c")]
        let text = evidence(exchange)
        #expect(text.contains("\\u{1B}[2Jgone\\u{0}"))
        #expect(text.contains("x: a\\r\\nb: c\n"))
    }

    private func evidence(_ exchange: ExchangeRecord) -> String {
        let finding = Finding(code: .status, subject: "status", expected: "200", actual: "500", step: 1)
        return JUnitEvidence(result: Samples.result("a", .failed, findings: [finding], exchanges: [exchange])).text
    }
}
