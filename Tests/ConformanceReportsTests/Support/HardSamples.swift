import Conformance
import ConformanceReports
import WireJSON

/// Results that readers of reports have stumbled over.
enum HardSamples {
    static let mark = KnownFailureMark(
        reason: "the answer is late | always",
        link: "https://example.com/1",
        until: "2026-12-31",
        position: FilePosition(file: "cases/known-failures.json", line: 3, column: 5)
    )

    /// Every verdict once, with what else a run can hold.
    static func everyVerdict() throws -> RunResult {
        var flaky = Samples.result("at-times", line: 14)
        flaky.attempts = [
            CaseAttempt(
                number: 1,
                outcome: .failed,
                findings: Samples.failed.findings,
                duration: .milliseconds(7),
                startedAfter: .milliseconds(80),
                exchange: Samples.broken
            )
        ]
        var known = Samples.failed
        (known.id, known.allowance) = ("sessions/get/known", .excused(mark))
        var unexpected = Samples.result("better-now", line: 60)
        unexpected.allowance = .contradicted(mark)
        var run = try Samples.run()
        run.cases = [
            Samples.passed, flaky, Samples.failed, Samples.errored, Samples.skipped(1), known, unexpected,
            Samples.decodingFailed, Samples.notRun,
        ]
        run.knownFailureProblems = [
            KnownFailureProblem(
                kind: .unmatched,
                pattern: "sessions/gone/*",
                position: FilePosition(file: "cases/known-failures.json", line: 9, column: 5),
                message: "no case is named 'sessions/gone/*'",
                hint: "remove the entry"
            )
        ]
        run.coverage = RequirementCoverage(statements: [
            RequirementCoverage.Statement(id: "get-lists-sessions", verdict: .passed, cases: 1),
            RequirementCoverage.Statement(id: "get-refuses", verdict: .failed, cases: 2),
        ])
        return run
    }

    /// Names, values and headers with what markup, logs and terminals give a meaning to.
    static func hostileTexts() throws -> RunResult {
        let text =
            "<a href=\"x\">&amp;'\"|`$(x)`\n::error::x\r\n##[error]x##vso[x]##teamcity[x] @octocat #1 \u{1F511}\u{202E}\u{1B}[31m ]]> [[ATTACHMENT|x]]"
        var failed = Samples.failed
        failed.id = "sessions/get/\(text)"
        failed.description = text
        failed.tags = [text]
        failed.requirements = [text]
        failed.findings[0].subject = text
        failed.findings[0].expected = text
        failed.findings[1].actual = text
        failed.findings[1].note = text
        failed.exchanges[1].url += text
        failed.exchanges[1].requestHeaders = [
            HeaderList.Field(name: "cookie", value: "a=[cookie 1]; b=\(text)"),
            HeaderList.Field(name: text, value: text),
        ]
        failed.exchanges[1].responseHeaders.append(
            HeaderList.Field(name: "set-cookie", value: "s=\(text); Path=/; Secure")
        )
        failed.exchanges[1].requestBody = text
        failed.exchanges[1].responseBody = text
        failed.exchanges[1].curl = "curl -sS '\(text)'"
        var errored = Samples.errored
        errored.outcome = .errored(ErrorCause(kind: .timeout, message: text, hint: text, code: text))
        var long = Samples.result(String(repeating: "long-", count: 80), .skipped(text))
        long.position.file = "cases/a b/\(text).json"
        return try Samples.run([failed, failed, errored, long])
    }

    /// A body of every byte that text can hold, and one of five megabytes.
    static func hostileBodies() throws -> RunResult {
        var every = Samples.failed
        let codes = Array(UInt32(0)...255) + [0xFDD0, 0xFFFE, 0xFFFF, 0x10FFFF]
        let scalars = codes.compactMap { Unicode.Scalar($0) }
        var body = ""
        for scalar in scalars { body.unicodeScalars.append(scalar) }
        every.exchanges[1].responseBody = body
        every.exchanges[1].requestBody = body
        every.findings[0].actual = body
        var large = Samples.failed
        large.id = "sessions/get/large"
        large.exchanges[1].responseBody = String(repeating: "<&]]>\"\\\n", count: 640_000)
        large.exchanges[1].responseBytes = 5_120_000
        return try Samples.run([every, large])
    }

    /// Everything that a report may have to hold, by name.
    static func all() throws -> [(name: String, run: RunResult)] {
        [
            ("empty", try Samples.run([])), ("verdicts", try everyVerdict()), ("texts", try hostileTexts()),
            ("bodies", try hostileBodies()),
        ]
    }
}

extension RunResult {
    /// What a format makes of it.
    func written(
        as name: String,
        _ context: @autoclosure () -> ReportContext = ReportContext(program: "0.1.0")
    ) throws -> [UInt8] {
        guard let format = RunFormats.all.first(where: { $0.name == name }) else { throw NoSuchFormat(name: name) }
        var bytes: [UInt8] = []
        try format.write(self, context()) { bytes += $0 }
        return bytes
    }

    /// The same as text.
    func text(as name: String) throws -> String { String(decoding: try written(as: name), as: UTF8.self) }

    /// The same as JSON, which it must be.
    func json(as name: String) throws -> JSONView { try JSONDocument(try written(as: name)).root }
}

/// A test asks for a format that is not there.
struct NoSuchFormat: Error {
    var name: String
}

extension JSONView {
    /// The keys of an object, in order.
    var keys: [String] { members.map { String($0.key) } }

    /// The elements of an array.
    var items: [JSONView] { Array(elements) }
}
