import Conformance
import ConformanceReports
import Foundation
import Testing
import WireJSON

@testable import StytchConformance

/// The net below redaction: what holds a secret is not written, whatever went wrong before.
@Suite(.timeLimit(.minutes(10)))
struct LastScanTests {
    private static let secret = "Tr0ub4dor&3"
    private static let hint = """
          hint: take it out of the case files, options and paths; if it is in none of them, this is a fault of \
        stytch-conformance itself: please report it with the command, not with the secret

        """

    private static let guarded: GuardedSecrets = {
        let guarded = GuardedSecrets()
        guarded.add(secret, kind: "session_token")
        return guarded
    }()

    /// A result that nobody has redacted: the body of one case says this.
    private static func result(saying body: String) -> RunResult {
        let position = FilePosition(file: "cases/a/b.json", line: 3, column: 5)
        let exchange = ExchangeRecord(
            step: 0,
            operation: nil,
            method: "GET",
            url: "http://127.0.0.1:9/x",
            status: 200,
            responseBody: body
        )
        return RunResult(
            target: "mock",
            baseURL: "http://127.0.0.1:9",
            runID: "run",
            started: Timestamp(secondsSince1970: 0),
            duration: .zero,
            cases: [
                CaseResult(id: "a/b/good", suite: "a/b", position: position, outcome: .passed),
                CaseResult(id: "a/b/leaky", suite: "a/b", position: position, outcome: .failed, exchanges: [exchange]),
            ]
        )
    }

    @Test(arguments: [
        "it is Tr0ub4dor&3.", "it is Tr0ub4dor%263.", "it is VHIwdWI0ZG9yJjM=.", "Tr0ub4dor\\u00263",
        "5472307562346 46f722633",
    ])
    func `a report that nobody redacted is not written, nor are the others, and the case is named`(body: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            let places = try ReportPlaces.resolved([], folder: folder.path, among: RunFormats.all)
            let reports = RunReports(places: places, guarded: Self.guarded)
            let problem = try #require(await reports.write(Self.result(saying: body)).problem)
            #expect(problem.status == .ourFault)
            #expect(
                problem.text == "error: a secret (session_token) was about to be written to "
                    + "'\(folder.path)/junit.xml', in what it says of 'a/b/leaky'; nothing was written\n\(Self.hint)"
            )
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
            #expect(await reports.write(Self.result(saying: "it is [session_token 1].")).problem == nil)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
        }
    }

    @Test(arguments: RunFormats.all.filter { $0.fileName != nil }.map(\.name))
    func `no format is written with a secret in it`(format: String) async throws {
        try await withTemporaryFolder { folder in
            let arguments = try ["none", format].map { try #require(ReportArgument(argument: $0)) }
            let places = try ReportPlaces.resolved(arguments, folder: folder.path, among: RunFormats.all)
            let reports = RunReports(places: places, guarded: Self.guarded)
            var result = Self.result(saying: "it is \(Self.secret).")
            result.cases[1].findings = [
                Finding(code: .body, subject: "body", expected: "x", actual: "it is \(Self.secret).")
            ]
            let problem = try #require(await reports.write(result).problem)
            #expect(problem.status == .ourFault)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        }
    }

    @Test
    func `no summary is added with a secret in it`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("step.md", "before\n")
            let reports = RunReports(
                places: ReportPlaces(reports: []),
                summaryFile: "\(folder.path)/step.md",
                guarded: Self.guarded
            )
            let problem = try #require(await reports.write(Self.result(saying: Self.secret)).problem)
            #expect(problem.message.hasPrefix("a secret (session_token) was about to be written to "))
            #expect(try folder.text("step.md") == "before\n")
        }
    }

    @Test
    func `a pipe is not even opened for a report with a secret`() async throws {
        try await withTemporaryFolder { folder in
            let pipe = folder.appendingPathComponent("pipe").path
            try #require(mkfifo(pipe, 0o600) == 0)
            let arguments = try [#require(ReportArgument(argument: "junit=\(pipe)"))]
            let places = try ReportPlaces.resolved(arguments, folder: folder.path, among: RunFormats.all)
            let reports = RunReports(places: places, guarded: Self.guarded)
            // Nobody reads the pipe: opening it would wait for ever.
            let problem = await reports.write(Self.result(saying: Self.secret)).problem
            #expect(problem?.status == .ourFault)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
        }
    }

    @Test
    func `a file that ends within an escape is judged as it ends`() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder.path)/file"
            await #expect(throws: LocalFiles.Problem(message: "'\(path)'", leakedKind: "session_token")) {
                try await StagedFiles.write(
                    [(path, { @Sendable output in try output(Array("Tr0ub4dor%26%33".utf8)) })],
                    Self.guarded
                )
            }
            #expect(!folder.holds("file"))
        }
    }

    private func write(_ folder: URL, description: String) throws {
        let suite = SmallCorpus.suite.replacingOccurrences(of: "A thing is there.", with: description)
        try SmallCorpus.write(to: folder, suite: suite)
    }

    @Test
    func `the project's secret in a case file keeps the reports from being written, with status 70`() async throws {
        let server = try SmallCorpus.server()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            try write(folder, description: "As secret-test-1 sees it.")
            let ended = try await BuiltProgram.run(
                ["run", "--target", server.baseURL],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 70)
            #expect(
                ended.error == "error: a secret (project_secret) was about to be written to 'reports/junit.xml', "
                    + "in what it says of 'small/things/thing'; nothing was written\n\(Self.hint)"
                    || ended.error == "error: a secret (project_secret) was about to be written to "
                        + "'reports/results.json', in what it says of 'small/things/thing'; nothing was written\n\(Self.hint)"
            )
            #expect(ended.lines.last == "2 passed, 0 failed, 1 skipped")
            #expect(!ended.output.contains("reports: "))
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/reports") == [])
        }
    }

    @Test
    func `a stream is not given the project's secret either`() async throws {
        try await withTemporaryFolder { folder in
            try write(folder, description: "As secret%2Dtest%2D1 sees it.")
            let ended = try await BuiltProgram.run(["list"], in: folder, environment: SmallCorpus.credentials)
            #expect(ended.status == 70)
            #expect(ended.output == "")
            #expect(
                ended.error == "error: a secret (project_secret) was about to be written to standard output; "
                    + "that text was left out\n\(Self.hint)"
            )
            let without = try await BuiltProgram.run(["list"], in: folder)
            #expect(without.status == 0)
        }
    }
}
