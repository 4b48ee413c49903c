import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// Nothing that a case or a server says is a command to what reads the log.
struct LogTextTests {
    @Test(arguments: [
        ("a ::error::b", "a ::error::b"),
        ("::error::b", ": :error::b"),
        ("x\n  \t::set-env name=a::b\ny", "x\n  \t: :set-env name=a::b\ny"),
        ("\u{A0}\u{3000}::error::b", "\u{A0}\u{3000}: :error::b"),
        ("a ##[error]b", "a ## [error]b"),
        ("a ###[error]b", "a ### [error]b"),
        ("##vso[task.setvariable variable=a]b", "## vso[task.setvariable variable=a]b"),
        ("x ##teamcity[testFailed]", "x ## teamcity[testFailed]"),
        ("##[##[a]", "## [## [a]"),
        ("## title [x]", "## title [x]"),
        ("#[a] ##", "#[a] ##"),
        ("::##[a]", ": :## [a]"),
        ("a\r\n::error::pwn", "a\r\n: :error::pwn"),
        ("zz\r::error title=pwn::x", "zz\r: :error title=pwn::x"),
        ("::\u{301}error::b", ": :\u{301}error::b"),
        (":\u{301}:error::b", ":\u{301}:error::b"),
        ("\n\u{301}::error::b", "\n\u{301}::error::b"),
        (":\n::a", ":\n: :a"),
        (":::a", ": ::a"),
        ("\r\r\n \t::", "\r\r\n \t: :"),
        ("##[\u{301}a]", "## [\u{301}a]"),
        ("", ""),
    ])
    func `what a build server would obey is taken apart`(text: String, expected: String) {
        #expect(LogText.disarmed(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test(arguments: [
        "a ##[error]b", "###[error]b", "##vso[task.setvariable variable=a]b", "x ##teamcity[testFailed]", "##[##[a]",
        "## title [x]", "#", "no mark",
    ])
    func `JSON that a build server would obey says the same and is not obeyed`(text: String) throws {
        let json = LogText.disarmed(json: "{\n\"##[key]\": \(JSONText.quoted(text))\n}\n")
        #expect(LogText.disarmed(json) == json)
        #expect(try JSONDocument(json).root["##[key]"]?.string == text)
        #expect(json.contains("#\\u0023[key]"))
    }

    @Test
    func `a text of marks alone takes no longer than its length asks for`() {
        let text = String(repeating: "##", count: 1) + String(repeating: "a", count: 200_000) + "["
        #expect(LogText.disarmed(text) == text)
        let many = String(repeating: "#", count: 200_000)
        #expect(LogText.disarmed(many) == many)
    }

    @Test(arguments: [false, true])
    func `whatever a run holds, the console gives no command`(isVerbose: Bool) throws {
        for (name, run) in try HardSamples.all() {
            var progress = ConsoleProgress(
                style: ConsoleStyle(),
                total: run.cases.count,
                isVerbose: isVerbose,
                showsCommands: isVerbose
            )
            var text = run.cases.map { progress.text(after: $0) }.joined() + progress.textAtEnd()
            let summary = ConsoleSummary(style: ConsoleStyle(), showsCommands: isVerbose)
            text += summary.details(run) + summary.closing(run, ConsoleSummary.Closing())
            #expect(Self.commands(in: text) == [], "\(name)")
        }
    }

    @Test
    func `a file whose name is a command gives none`() throws {
        var failed = Samples.failed
        failed.position.file = "::error::x"
        failed.findings[0].position?.file = "::error::y"
        let run = try Samples.run([failed])
        #expect(Self.commands(in: ConsoleSummary(style: ConsoleStyle()).details(run)) == [])
    }

    /// The lines that GitHub, Azure Pipelines, TeamCity, GitLab or Buildkite would obey.
    static func commands(in text: String) -> [String] {
        text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }.filter { line in
            let start = line.unicodeScalars.drop { $0.properties.isWhitespace }
            return start.starts(with: "::".unicodeScalars) || line.contains("##[") || line.contains("##vso[")
                || line.contains("##teamcity[") || line.contains("\u{1B}")
                || ["---", "+++", "~~~", "^^^"].contains { line.hasPrefix($0) }
        }
    }
}
