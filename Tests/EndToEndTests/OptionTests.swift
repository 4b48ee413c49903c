import ArgumentParser
import Conformance
import Testing
import WireJSON

@testable import StytchConformance

struct OptionTests {
    @Test(arguments: [
        ("mock", TargetChoice.mock, false),
        ("test", .test, false),
        ("live", .live, true),
        ("http://127.0.0.1:8080//", .address("http://127.0.0.1:8080"), false),
        ("https://api.stytch.com", .address("https://api.stytch.com"), true),
        ("https://API.Stytch.com:443/v1", .address("https://API.Stytch.com:443/v1"), true),
        ("https://api.stytch.com.", .address("https://api.stytch.com."), true),
        ("http://[::1]:8080/base/", .address("http://[::1]:8080/base"), false),
        ("HTTP://127.0.0.1:65535/Base", .address("http://127.0.0.1:65535/Base"), false),
        ("HttpS://API.stytch.com", .address("https://API.stytch.com"), true),
        ("https://api.stytch.com.example.com", .address("https://api.stytch.com.example.com"), false),
    ])
    func `a target is a word or an address, and the live host is known in every spelling`(
        text: String,
        choice: TargetChoice,
        isLive: Bool
    ) {
        #expect(TargetChoice(argument: text) == choice)
        #expect(choice.isLiveHost == isLive)
    }

    @Test(arguments: [
        "", "production", "api.stytch.com", "ftp://x", "http://", "https://", "https:///", "http://:80", "http://a b",
        "https://user:secret@example.com", "https://user@api.stytch.com", "https://api%2Estytch.com",
        "https://example.com?a=1", "https://example.com/#a", "https://example.com\\@api.stytch.com",
        "http://exämple.com", "http://127.0.0.1:99999", "http://127.0.0.1:0", "http://127.0.0.1:x", "http://[::1]x",
    ])
    func `anything else is no target`(text: String) {
        #expect(TargetChoice(argument: text) == nil)
    }

    @Test(
        arguments: [
            ("mock", true), ("test", false), ("http://127.0.0.1:8080/x", true), ("https://localhost:8443", true),
            ("http://[::1]:80", true), ("https://test.stytch.com", false), ("http://128.0.0.1", false),
        ]
    )
    func `a target is near where it is on this machine`(text: String, isNear: Bool) throws {
        #expect(try #require(TargetChoice(argument: text)).isNear == isNear)
    }

    @Test(
        arguments: [
            (["--target", "http://127.0.0.1:8080"], .milliseconds(800)), (["--target", "test"], .seconds(10)),
            (["--target", "test", "--rate", "8", "--jobs", "20"], .seconds(20)),
            (["--rate", "0.5", "--jobs", "1"], .milliseconds(8_800)),
        ] as [([String], Duration)]
    )
    func `teardown after a signal has time for a network, and for its turn`(words: [String], time: Duration) throws {
        let command = try RunCommand.parse(words)
        let environment = ProcessEnvironment(variables: SmallCorpus.credentials)
        #expect(try command.configuration(environment).interruptedTeardown == time)
    }

    @Test(arguments: [
        ("a=1", JSONValue.number(1)),
        ("a=", .string("")),
        ("a=x=y", .string("x=y")),
        ("a=\"1\"", .string("1")),
        ("a={\"b\":null}", .object(["b": .null])),
        ("a=true ", .bool(true)),
        ("a=01", .string("01")),
    ])
    func `the value of a variable is JSON, else text`(text: String, value: JSONValue) {
        #expect(VariableArgument(argument: text)?.value == value)
    }

    @Test(arguments: [
        ("1", 1), ("65536", 65_536), ("64k", 65_536), ("4m", 4_194_304), ("1g", 1_073_741_824),
        ("1024g", 1_099_511_627_776),
    ])
    func `a size is in bytes, or in steps of 1024`(text: String, bytes: Int) {
        #expect(SizeArgument(argument: text)?.bytes == bytes)
    }

    @Test(arguments: ["", "0", "-1", "+1", "1.5m", "k", "4MB", "4 m", "1025g", "9223372036854775807m"])
    func `a size outside 1 byte to 1 TiB, or in other words, is none`(text: String) {
        #expect(SizeArgument(argument: text) == nil)
    }

    @Test(arguments: ["", "a", "=1", "A=1", "1a=1", "a-b=1", "é=1"])
    func `a variable needs a name of small letters`(text: String) {
        #expect(VariableArgument(argument: text) == nil)
    }

    @Test
    func `the larger harm decides the exit status`() {
        #expect(StytchConformance.ExitStatus.worst([]) == .success)
        #expect(StytchConformance.ExitStatus.worst([.unexpected, .success]) == .unexpected)
        #expect(StytchConformance.ExitStatus.worst([.unexpected, .nothingSelected]) == .nothingSelected)
        #expect(StytchConformance.ExitStatus.worst([.unexpected, .regression]) == .regression)
        #expect(StytchConformance.ExitStatus.worst([.regression, .wrongInput]) == .wrongInput)
        #expect(StytchConformance.ExitStatus.worst([.unexpected, .wrongInput]) == .wrongInput)
        #expect(StytchConformance.ExitStatus.worst([.wrongInput, .outOfReach, .unexpected]) == .outOfReach)
        #expect(StytchConformance.ExitStatus.worst([.outOfReach, .ourFault]) == .ourFault)
        #expect(StytchConformance.ExitStatus.worst([.ourFault, .hungUp]) == .hungUp)
        #expect(StytchConformance.ExitStatus.worst([.ourFault, .terminated]) == .terminated)
        #expect(StytchConformance.ExitStatus.worst([.terminated, .interrupted]) == .interrupted)
        #expect(StytchConformance.ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 70, 129, 130, 143])
    }

    @Test(arguments: [
        ([Outcome.passed, .skipped("x")], 0, StytchConformance.ExitStatus.success),
        ([.passed, .failed], 1, .unexpected),
        ([.passed, .notRun("interrupted")], 1, .unexpected),
        ([refused, refused, .skipped("x"), .notRun("x")], 0, .outOfReach),
        // One of the cases got an answer, so the target is there.
        ([.passed, refused], 1, .unexpected),
        // A stored payload passes without a target.
        ([.passed, refused], 0, .outOfReach),
        (
            [.errored(ErrorCause(kind: .timeout, message: "late", code: "curl 28 CURLE_OPERATION_TIMEDOUT"))], 0,
            .unexpected
        ),
        ([.errored(ErrorCause(kind: .internal, message: "a fault")), refused], 0, .ourFault),
    ])
    func `a result tells its exit status`(outcomes: [Outcome], exchanges: Int, status: StytchConformance.ExitStatus) {
        let cases = outcomes.enumerated().map { index, outcome in
            CaseResult(
                id: "s/\(index)",
                suite: "s",
                position: FilePosition(file: "cases/s.json", line: 1, column: 1),
                outcome: outcome,
                exchangeCount: outcome == .passed ? exchanges : 0
            )
        }
        let result = RunResult(
            target: "test",
            baseURL: "https://test.stytch.com",
            runID: "r",
            started: Timestamp(secondsSince1970: 0),
            duration: .zero,
            cases: cases
        )
        #expect(StytchConformance.ExitStatus(result) == status)
    }

    static let refused = Outcome.errored(
        ErrorCause(kind: .setup, message: "nothing listens", code: "curl 7 CURLE_COULDNT_CONNECT")
    )

    @Test
    func `no description of credentials tells the secret`() {
        let credentials = Credentials(projectID: "project-test-1", secret: "secret-test-abc")
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), dumped] {
            #expect(text.contains("project-test-1"))
            #expect(!text.contains("secret-test-abc"))
        }
    }

    @Test
    func `an archive gives its files back`() {
        let files = [
            BuiltInArchive.File(name: "a.json", bytes: Array("{}\n".utf8)),
            BuiltInArchive.File(name: "b/with space.json", bytes: []),
            BuiltInArchive.File(name: "c.json", bytes: Array("\"é\n3 x\n\"".utf8)),
        ]
        #expect(BuiltInArchive.files(in: Array(BuiltInArchive.text(of: files).utf8)) == files)
        #expect(BuiltInArchive.files(in: []) == [])
    }

    @Test(arguments: ["\\###(x)", "\"\"\"###", "a\r\n"])
    func `text that a literal would change is not built in`(text: String) {
        #expect(BuiltInArchive.source(of: [BuiltInArchive.File(name: "a.json", bytes: Array(text.utf8))]) == nil)
    }

    @Test(
        arguments: [
            (CorpusSource.folder("cases"), "cases/sessions/get.json", "sessions/get"),
            (.folder("cases"), "./cases/sessions/", "sessions"),
            (.folder("cases"), "sessions/get", "sessions/get"),
            (.folder("cases"), "cases", nil),
            (.folder("../other"), "../other/a.json", "a"),
            (.builtIn, "cases/jwt", "jwt"),
            (.builtIn, "jwt", "jwt"),
        ] as [(CorpusSource, String, String?)]
    )
    func `a path selects what it names in the corpus`(source: CorpusSource, path: String, expected: String?) {
        #expect(source.selectionPath(path) == expected)
    }

    @Test(arguments: [("a/b=c", "a/b=c"), ("*", "'*'"), ("it's", "'it'\\''s'"), ("", "''"), ("$HOME", "'$HOME'")])
    func `a word is quoted as a shell needs it`(word: String, expected: String) {
        #expect(ShellText.word(word) == expected)
    }
}
