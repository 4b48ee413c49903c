import Conformance
import ConformanceReports
import CurlTransport
import Foundation
import PayloadAudit
import SessionJWT
import Testing
import WireJSON

@testable import StytchConformance

@Suite(.timeLimit(.minutes(10)))
struct ExplainTests {
    /// Every code that the program can print, by what prints it.
    private static let printed: [(Explanation.Kind, [String])] = [
        (.mistake, CaseCode.allCases.map(\.rawValue)),
        (.finding, Finding.Code.allCases.map(\.rawValue)),
        (.decoding, DecodingFinding.Code.allCases.map(\.rawValue)),
        (.payload, AuditCode.Input.allCases.map(\.rawValue)),
        (.severity, Severity.allCases.map(\.rawValue)),
        (.effect, StressEffect.allCases.map(\.rawValue)),
        (.sdkReason, SDKReason.allCases.map(\.rawValue)),
        (.roundTrip, RoundTripReport.Change.allCases.map(\.rawValue)),
        (.mutation, StressMutation.allCases.map(\.rawValue)),
        (.token, TokenRefusal.allCases.map(\.rawValue)),
        (.trouble, ErrorCause.Kind.allCases.map(\.rawValue)),
        (.transport, (TransportError.Code.ours + TransportError.Code.ofLibcurl).map(\.name)),
        (.verdict, Verdict.allCases.map(\.rawValue)),
        (.failureType, ["assertion", "schema", "unexpected-pass"]),
        (.listed, ["known-failure-list"]),
        (.change, ChangeKind.allCases.map(\.rawValue)),
        (.acceptance, AcceptedChangeProblem.Kind.allCases.map(\.rawValue)),
        (.listProblem, KnownFailureProblem.Kind.allCases.map(\.rawValue)),
        (.status, ExitStatus.allCases.map { "\($0.rawValue)" }),
    ]

    @Test(arguments: Explanation.Kind.allCases)
    func `every code has one explanation, and nothing else has`(kind: Explanation.Kind) throws {
        let codes = try #require(Self.printed.first { $0.0 == kind }?.1)
        #expect(Explanations.all.filter { $0.kind == kind }.map(\.code).sorted() == codes.sorted())
    }

    @Test func `an explanation has a meaning, an example and a cure, each a sentence`() {
        for explanation in Explanations.all {
            #expect(explanation.meaning.hasSuffix("."), "\(explanation.code)")
            #expect(explanation.cure.hasSuffix(".") || explanation.cure.hasSuffix("'."), "\(explanation.code)")
            #expect(explanation.meaning.count <= 140, "\(explanation.code)")
        }
    }

    /// The mistakes whose example is no file of its own.
    private static let unwritten: Set<String> = [
        "no-operations-file", "expansion-too-large", "too-deep", "mistake", "more-mistakes", "uncovered-requirement",
        "unasked-requirement", "unreadable-file", "no-requirements", "nothing-checked", "unused-fault",
        "unmatched-known-failure", "unexplained-known-failure",
    ]

    @Test(arguments: Explanations.all.filter { $0.kind == .mistake && !unwritten.contains($0.code) }.map(\.code))
    func `the example of a mistake is reported as that mistake, and as no other`(code: String) throws {
        let explanation = try #require(Explanations.all.first { $0.kind == .mistake && $0.code == code })
        let example: (name: String, text: String)
        switch explanation.example {
        case .testCase(let text): example = ("examples/example.json", #"{ "description": "d", "cases": [\#(text)] }"#)
        case .file(let name, let text): example = (name, text)
        case .text: throw Missing(code: code)
        }
        // A catalogue of its own makes the operations of all other files unknown.
        let replacesCatalogue = example.name == "operations.json"
        var files = try CorpusSource.builtIn.files().filter { file in
            !replacesCatalogue && !file.name.utf8.elementsEqual(example.name.utf8)
        }
        files.append(CorpusFile(path: example.name, name: example.name, bytes: Array(example.text.utf8)))
        let load = CorpusLoader.load(files, options: Loading.options([:]))
        #expect(Set(load.diagnostics.map(\.code.rawValue)) == [code], "\(load.diagnostics.map(\.rendered))")
    }

    struct Missing: Error { var code: String }

    // MARK: The command

    @Test func `without a code all are listed under their kinds`() async throws {
        let ended = try await BuiltProgram.run(["explain"])
        #expect(ended.status == 0)
        let headings = ended.lines.filter { !$0.hasPrefix(" ") }
        #expect(headings == Explanation.Kind.allCases.map(\.rawValue))
        let codes = ended.lines.filter { $0.hasPrefix("  ") }.compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        #expect(codes.sorted() == Self.printed.flatMap(\.1).sorted())
    }

    @Test func `a code is explained with an example and what to do`() async throws {
        let ended = try await BuiltProgram.run(["explain", "[unknown-key]"])
        #expect(ended.status == 0)
        #expect(
            ended.output == """
                unknown-key: a mistake in a case file
                  An object has a key that the format does not know; it would do nothing.

                  for example, in 'cases':
                    { "id": "a", "chek": [{ "value": 1, "matches": 1 }] }

                  what to do: Correct the spelling; the keys of each object stand in docs/case-format.md.

                """
        )
    }

    @Test(arguments: [
        ("3", ["3: an exit status", "CURLE_URL_MALFORMAT: a code of the transport"]),
        ("7", ["CURLE_COULDNT_CONNECT: a code of the transport"]),
        ("curl 7 CURLE_COULDNT_CONNECT", ["CURLE_COULDNT_CONNECT: a code of the transport"]),
        ("couldnt_connect", ["CURLE_COULDNT_CONNECT: a code of the transport"]),
        (
            "unknown-field",
            [
                "unknown-field: a finding", "unknown-field: a finding of decoding",
                "unknown-field: why an SDK version loses or refuses a value",
            ]
        ),
        ("exit-130", ["130: an exit status"]),
    ])
    func `a word finds all that it stands for, however it was printed`(word: String, headings: [String]) async throws {
        let ended = try await BuiltProgram.run(["explain", word])
        #expect(ended.status == 0)
        #expect(ended.lines.filter { !$0.hasPrefix(" ") } == headings)
    }

    @Test(arguments: [
        ("unknwn-key", "there is no code 'unknwn-key'; did you mean 'unknown-key'?"),
        ("CURLE_COULDNT_CONECT", "there is no code 'CURLE_COULDNT_CONECT'; did you mean 'CURLE_COULDNT_CONNECT'?"),
        ("zzzzzz", "there is no code 'zzzzzz'"),
    ])
    func `a word that is no code names the nearest`(word: String, message: String) async throws {
        let ended = try await BuiltProgram.run(["explain", "status", word])
        #expect(ended.status == 2)
        #expect(ended.output == "")
        #expect(ended.error == "error: \(message)\n  hint: 'stytch-conformance explain' lists all codes\n")
    }

    @Test func `mistakes show their codes, and the command that explains them is printed once`() async throws {
        try await withTemporaryFolder { folder in
            let suite = #"{ "description": 7, "cases": [{ "id": "a", "chek": [] }, { "id": "b", "chek": [] }] }"#
            try SmallCorpus.write(to: folder, suite: suite)
            let lint = try await BuiltProgram.run(["lint"], in: folder)
            #expect(lint.status == 2)
            #expect(lint.lines.first?.hasSuffix(" [wrong-value]") == true)
            #expect(
                lint.lines.suffix(2) == [
                    "explain: stytch-conformance explain wrong-value unknown-key",
                    "2 files: 3 mistakes",
                ]
            )
            let run = try await BuiltProgram.run(["run"], in: folder)
            #expect(run.error.hasSuffix("\n  hint: 'stytch-conformance explain wrong-value unknown-key' says more\n"))
        }
    }

    @Test func `a run names the command that explains what it found`() async throws {
        let server = try LocalServer { line in
            line.contains(" /thing ")
                ? .answer(status: 200, body: "{\"name\":\"Bob\"}") : .answer(status: 404, body: "{}")
        }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let arguments = ["run", "--target", server.baseURL]
            let ended = try await BuiltProgram.run(arguments, in: folder, environment: SmallCorpus.credentials)
            #expect(ended.status == 1)
            #expect(ended.lines.contains("explain: stytch-conformance explain body status"))
        }
    }
}
