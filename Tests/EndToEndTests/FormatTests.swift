import ConformanceReports
import Foundation
import Testing

@testable import StytchConformance

/// Reports of the built program in every format, and what it tells the build server that runs it.
@Suite(.timeLimit(.minutes(10)))
struct FormatTests {
    private static let formats = RunFormats.all.filter { $0.fileName != nil }.map(\.name)

    @Test
    func `every format is written beside the others, and told of`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await run(Self.formats.flatMap { ["--report", $0] }, in: folder)
            #expect(ended.status == 1)
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/reports").sorted()
            #expect(
                names == [
                    "codequality.json", "ctrf.json", "exchanges.har", "junit-rich.xml", "junit.xml", "report.html",
                    "results.json", "results.sarif", "summary.md",
                ]
            )
            for name in names { #expect(ended.output.contains("reports/\(name)")) }
            let sarif = try folder.text("reports/results.sarif")
            #expect(sarif.contains("\"text\":\"A value of the body does not fit what the case says of it.\""))
            #expect(sarif.contains("\"uri\":\"cases/small/things.json\""))
        }
    }

    @Test(arguments: formats)
    func `a locale with other signs for numbers changes nothing`(format: String) async throws {
        try await withTemporaryFolder { folder in
            let arguments = ["--report", "none", "--reproducible", "--report"]
            let plain = try await run(arguments + ["\(format)=plain"], in: folder)
            let german = try await run(
                arguments + ["\(format)=german"],
                in: folder,
                environment: ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Europe/Berlin"]
            )
            #expect([plain.status, german.status] == [1, 1])
            #expect(try Self.stable(folder.text("plain")) == Self.stable(folder.text("german")))
        }
    }

    @Test
    func `GitHub gets annotations and the summary behind what is there`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("step.md", "before\n")
            let ended = try await run([], in: folder, environment: Self.gitHub(folder))
            #expect(ended.status == 1)
            let commands = ended.lines.filter { $0.hasPrefix("::") }
            #expect(commands.count == 1)
            let command = try #require(commands.first)
            #expect(command.hasPrefix("::error file=cases/small/things.json,line="))
            #expect(command.hasSuffix(",title=small/things/thing::body /name: expected \"Ann\", got \"Bob\""))
            let summary = try folder.text("step.md")
            #expect(summary.hasPrefix("before\n## 1 of 3 cases did not end as expected\n"))
            #expect(summary.contains("#### failed: `small/things/thing`"))
        }
    }

    @Test
    func `a summary has the room that others have left, and none is written where that is too little`() async throws {
        try await withTemporaryFolder { folder in
            let others = String(repeating: "x", count: 900 * 1024 - 8_191)
            try folder.write("step.md", others)
            let ended = try await run([], in: folder, environment: Self.gitHub(folder))
            #expect(ended.status == 1)
            #expect(try folder.text("step.md") == others)
        }
    }

    @Test
    func `a summary that cannot be written is said before anything is sent`() async throws {
        try await withTemporaryFolder { folder in
            let environment = ["GITHUB_STEP_SUMMARY": "\(folder.path)/no/step.md"]
            let ended = try await run(["--filter", "**/left-out"], in: folder, environment: environment)
            #expect(ended.status == 3)
            #expect(
                ended.error == "error: cannot write '\(folder.path)/no/step.md': no such file or directory\n"
                    + "  hint: GITHUB_STEP_SUMMARY names it; --report none leaves it out\n"
            )
            #expect(ended.output == "")
            #expect(!folder.holds("reports/junit.xml"))
        }
    }

    #if os(Linux)
        @Test
        func `a summary that meets a full device hides neither the verdict nor the reports that stand`() async throws {
            try await withTemporaryFolder { folder in
                let ended = try await run([], in: folder, environment: ["GITHUB_STEP_SUMMARY": "/dev/full"])
                #expect(ended.status == 3)
                #expect(
                    ended.error == "error: cannot write '/dev/full': no space left on device\n"
                        + "  hint: GITHUB_STEP_SUMMARY names it; --report none leaves it out\n"
                )
                #expect(
                    ended.lines.contains("reports: reports/junit.xml, reports/results.json, reports/report.html")
                )
                #expect(ended.lines.last?.contains(" failed, ") == true)
                #expect(folder.holds("reports/junit.xml"))
            }
        }
    #endif

    @Test
    func `where no reports are wanted, GitHub gets none either`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await run(["--report", "none"], in: folder, environment: Self.gitHub(folder))
            #expect(ended.status == 1)
            #expect(!ended.lines.contains { $0.hasPrefix("::") })
            #expect(!folder.holds("step.md"))
        }
    }

    @Test
    func `annotations go to a file where that is asked for, and then only there`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await run(["--report", "github=lines.txt"], in: folder, environment: Self.gitHub(folder))
            #expect(!ended.lines.contains { $0.hasPrefix("::") })
            #expect(try folder.text("lines.txt").hasPrefix("::error file="))
        }
    }

    @Test
    func `paths are told from the root of the checkout`() async throws {
        try await withTemporaryFolder { folder in
            let environment = ["CI_PROJECT_DIR": folder.deletingLastPathComponent().path]
            _ = try await run(["--report", "codequality"], in: folder, environment: environment)
            #expect(
                try folder.text("reports/codequality.json").contains(
                    "\"path\":\"\(folder.lastPathComponent)/cases/small/things.json\""
                )
            )
        }
    }

    @Test(arguments: [
        "::error::x\\n::set-env name=a::b", "##[error]x", "##vso[task.setvariable variable=a]b",
        "##teamcity[testFailed name='a']", "section_start:0:a\\r\\u001b[0Kx", "--- a\\n+++ b\\n~~~ c\\n^^^ +++",
        "\\r::error::x", "\\u2028::error::x", "\\u00a0::error::x",
    ])
    func `a body gives no command to a build server`(text: String) async throws {
        try await withTemporaryFolder { folder in
            let ended = try await run(["--verbose", "--curl"], in: folder, saying: text)
            #expect(ended.status == 1)
            let obeyed = (ended.output + ended.error).split(separator: "\n").filter { line in
                line.drop { $0.isWhitespace }.hasPrefix("::") || line.contains("##[") || line.contains("##vso[")
                    || line.contains("##teamcity[") || line.contains("\u{1B}") || line.contains("\r")
                    || ["---", "+++", "~~~", "^^^"].contains { line.hasPrefix($0) }
            }
            #expect(obeyed == [])
        }
    }

    private static func gitHub(_ folder: URL) -> [String: String] {
        ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "\(folder.path)/step.md", "GITHUB_WORKSPACE": folder.path]
    }

    /// Runs the small corpus against a server of which one case fails.
    private func run(
        _ arguments: [String],
        in folder: URL,
        saying text: String = "Bob",
        environment: [String: String] = [:]
    ) async throws -> BuiltProgram.Ended {
        try SmallCorpus.write(to: folder)
        let server = try LocalServer { line in
            line.contains(" /mock/offers ")
                ? .answer(status: 404, body: "{}") : .answer(status: 200, body: "{\"name\":\"\(text)\"}")
        }
        defer { server.stop() }
        return try await BuiltProgram.run(
            ["run", "--target", server.baseURL] + arguments,
            in: folder,
            environment: environment.merging(SmallCorpus.credentials) { given, _ in given }
        )
    }

    /// The text without the port of the server, which is another for each run.
    private static func stable(_ text: String) -> String {
        text.replacing(/127\.0\.0\.1:[0-9]+/, with: "127.0.0.1:0")
    }
}
