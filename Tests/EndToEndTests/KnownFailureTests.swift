import Foundation
import Testing

/// The built program with a list of known failures, against a server that answers `Ann` where `Bob` is expected.
@Suite(.timeLimit(.minutes(10)))
struct KnownFailureTests {
    private static let list = "cases/known-failures.json"
    private static let words = #"body /name: expected \"Bob\", got \"Ann\""#

    /// An entry on a line of its own.
    private static func entry(
        _ pattern: String = "small/things/thing",
        targets: String = "",
        reason: String = "names are not kept",
        link: String = "https://example.com/7",
        until: String = "9999-12-31",
        message: String = "body /name: expected"
    ) -> String {
        """
          { "case": "\(pattern)", \(targets)"reason": "\(reason)", "link": "\(link)", "until": "\(until)", \
        "message": "\(message)" }
        """
    }

    /// A folder with the small corpus, of which 'thing' fails and 'other' passes.
    private func withCorpus(
        failing: Bool = true,
        _ entries: [String],
        _ body: (URL, LocalServer) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let name = failing ? "Bob" : "Ann"
            try SmallCorpus.write(
                to: folder,
                suite: SmallCorpus.suite.replacingOccurrences(of: "{{name}}", with: name)
            )
            try folder.write(Self.list, "[\n" + entries.joined(separator: ",\n") + "\n]\n")
            let server = try SmallCorpus.server()
            defer { server.stop() }
            try await body(folder, server)
        }
    }

    private func run(_ arguments: [String], _ server: LocalServer, in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(
            ["run", "--target", server.baseURL] + arguments,
            in: folder,
            environment: SmallCorpus.credentials
        )
    }

    @Test
    func `a case that fails as its entry says does not fail the run, and is told in every report`() async throws {
        try await withCorpus([Self.entry()]) { folder, server in
            let ended = try await run(["--fail-fast", "--jobs", "1"], server, in: folder)
            #expect(ended.status == 0)
            #expect(
                ended.output.contains(
                    """

                    known failures
                      1 × names are not kept (https://example.com/7, until 9999-12-31)
                          small/things/thing

                    """
                )
            )
            #expect(!ended.output.contains("FAILED"))
            #expect(!ended.output.contains("again:"))
            #expect(ended.lines.last == "1 passed, 0 failed, 1 known failure, 1 skipped")
            let junit = try folder.text("reports/junit.xml")
            let reason = "expected failure: names are not kept (https://example.com/7, until 9999-12-31)"
            #expect(junit.contains("<skipped message=\"\(reason)\">\(reason)</skipped>"))
            #expect(junit.contains("failures=\"0\" errors=\"0\" skipped=\"2\""))
            let results = try folder.text("reports/results.json")
            #expect(results.contains(#""outcome":"known-failure","knownFailure":{"reason":"names are not kept","#))
            #expect(
                results.contains(
                    #""until":"9999-12-31","position":{"file":"cases/known-failures.json","line":2,"column":3}}"#
                )
            )
            #expect(results.contains(#""findings":[{"code":"body","subject":"body /name","expected":"\"Bob\"","#))
            #expect(results.contains(#""knownFailures":1,"unexpectedPasses":0}"#))
        }
    }

    /// An entry, whether the case fails, the kind that results.json says, and what the console says.
    struct Bad: Sendable, CustomTestStringConvertible {
        var kind: String
        var entry: String
        var failing = true
        var message: String
        var hint: String
        var last: String

        var testDescription: String { kind }
    }

    static let bad = [
        Bad(
            kind: "stale",
            entry: entry(),
            failing: false,
            message: "'small/things/thing' passes now",
            hint: "remove the entry, or let 'run --update-known-failures' do it",
            last: "1 passed, 0 failed, 1 unexpected pass, 1 skipped"
        ),
        Bad(
            kind: "ended",
            entry: entry(until: "2020-02-29"),
            message: "the entry for 'small/things/thing' ended with 2020-02-29",
            hint: "see to what it reports, or give it a later 'until'; until then the entry excuses nothing",
            last: "1 passed, 1 failed, 1 skipped"
        ),
        Bad(
            kind: "unmatched",
            entry: entry("small/things/think"),
            message: "no case is named by 'small/things/think'; did you mean 'small/things/thing'?",
            hint: "correct the entry or remove it; 'stytch-conformance list' names all cases",
            last: "1 passed, 1 failed, 1 skipped"
        ),
        Bad(
            kind: "wrong-message",
            entry: entry(message: "status: expected 200"),
            message: #"'small/things/thing' fails in another way: expected "status: expected 200", got "\#(words)""#,
            hint: "look into the new failure; where its cause is the one reported, correct 'message'",
            last: "1 passed, 1 failed, 1 skipped"
        ),
        Bad(
            kind: "too-wide",
            entry: entry("small/**"),
            message: "'small/**' also names what passes: 'small/things/other'",
            hint: "name only the cases that fail, or let 'run --update-known-failures' do it",
            last: "0 passed, 0 failed, 1 unexpected pass, 1 known failure, 1 skipped"
        ),
        Bad(
            kind: "unexplained",
            entry: entry(reason: "FILL IN: why it fails"),
            message: "'reason' of the entry for 'small/things/thing' is not filled in",
            hint: "say why the case fails and link to where that is reported; until then the entry excuses nothing",
            last: "1 passed, 1 failed, 1 skipped"
        ),
        Bad(
            kind: "unexplained",
            entry: entry(reason: "FILL IN: why it fails", link: "FILL IN: where it is reported"),
            message: "'reason' and 'link' of the entry for 'small/things/thing' are not filled in",
            hint: "say why the case fails and link to where that is reported; until then the entry excuses nothing",
            last: "1 passed, 1 failed, 1 skipped"
        ),
    ]

    @Test(arguments: bad)
    func `an entry that is wrong fails the run, with its place and what to do`(bad: Bad) async throws {
        try await withCorpus(failing: bad.failing, [bad.entry]) { folder, server in
            let ended = try await run([], server, in: folder)
            #expect(ended.status == 1)
            let block = """

                wrong in the list of known failures
                  cases/known-failures.json:2:3: \(bad.message)
                    hint: \(bad.hint)

                """
            #expect(ended.output.contains(block), "\(ended.output)")
            #expect(ended.lines.last == bad.last)
            #expect(
                try folder.text("reports/results.json").contains(#""knownFailureProblems": [{"kind":"\#(bad.kind)","#)
            )
            // Whoever reads the JUnit file alone sees it too.
            #expect(try folder.text("reports/junit.xml").contains("<failure "))
        }
    }

    @Test
    func `an entry that the selection leaves out is not asked`() async throws {
        try await withCorpus(failing: false, [Self.entry()]) { folder, server in
            let other = try await run(["--filter", "small/things/other"], server, in: folder)
            #expect(other.status == 0)
            #expect(other.lines.last == "1 passed, 0 failed, 0 skipped")
        }
    }

    @Test
    func `an entry is of the targets it names`() async throws {
        try await withCorpus([Self.entry(targets: "\"targets\": [\"live\"], ")]) { folder, server in
            #expect(try await run([], server, in: folder).lines.last == "1 passed, 1 failed, 1 skipped")
            try folder.write(
                "mine.json",
                "[\n" + Self.entry(targets: "\"targets\": [\"\(server.baseURL)/\"], ") + "\n]"
            )
            let mine = try await run(["--known-failures", "mine.json"], server, in: folder)
            #expect(mine.status == 0)
            #expect(mine.lines.last == "1 passed, 0 failed, 1 known failure, 1 skipped")
            let missing = try await run(["--known-failures", "none.json"], server, in: folder)
            #expect(missing.status == 2)
            #expect(
                missing.error == """
                    error: the file 'none.json' of --known-failures does not exist
                      hint: 'run --update-known-failures' writes it

                    """
            )
        }
    }

    @Test
    func `what could not be judged is never excused`() async throws {
        try await withCorpus([Self.entry("small/things/*", message: "status")]) { folder, server in
            try SmallCorpus.write(to: folder, suite: SmallCorpus.suiteOfBrokenSetup)
            let ended = try await run([], server, in: folder)
            #expect(ended.status == 1)
            #expect(ended.lines.last == "0 passed, 0 failed, 2 errored, 1 skipped")
            let remark =
                "cases/known-failures.json:2:3 names it as a known failure, which excuses no case that could not be judged"
            #expect(ended.lines.count { $0.hasSuffix(remark) } == 2)
            #expect(try folder.text("reports/results.json").components(separatedBy: remark).count == 3)
        }
    }

    @Test
    func `lint refuses an entry that names no case or says no reason, each at its place`() async throws {
        let entries = [
            Self.entry(), Self.entry("small/none"),
            Self.entry("small/things/other", reason: " ", link: "FILL IN: where it is reported"),
        ]
        try await withCorpus(entries) { folder, _ in
            let ended = try await BuiltProgram.run(["lint"], in: folder)
            #expect(ended.status == 2)
            let places = ended.lines.filter { $0.hasPrefix("cases/") }
            #expect(
                places == [
                    "cases/known-failures.json:3:3: no case is named by 'small/none' [unmatched-known-failure]",
                    "cases/known-failures.json:4:45: 'reason' of the entry for 'small/things/other' is not filled in "
                        + "[unexplained-known-failure]",
                    "cases/known-failures.json:4:58: 'link' of the entry for 'small/things/other' is not filled in "
                        + "[unexplained-known-failure]",
                ]
            )
            #expect(ended.lines.last == "3 files, 3 cases: 3 mistakes")
            try folder.write("good.json", "[\n" + Self.entry() + "\n]")
            #expect(try await BuiltProgram.run(["lint", "--known-failures", "good.json"], in: folder).status == 0)
        }
    }
}
