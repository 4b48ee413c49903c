import Foundation
import SchemaValidation
import Testing
import WireJSON

private let jwks = #"{"request_id":"r","status_code":200,"keys":[]}"#
private let broken = #"{"status_code":"no","request_id":null,"sessions":null}"#

/// What makes `decode` fail, and what cannot keep it from failing.
@Suite(.timeLimit(.minutes(10)))
struct DecodeGateTests {
    private func decode(_ arguments: [String], in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(["decode"] + arguments, in: folder)
    }

    /// So many payloads, each with an unknown member of its own name, and a broken one after them.
    private func write(_ count: Int, to file: String, in folder: URL) throws {
        let lines = (0..<count).map { #"{"status_code":200,"request_id":"r","sessions":[],"new_\#(Self.name($0))":1}"# }
        try folder.write(file, (lines + [broken]).joined(separator: "\n"))
    }

    /// A name of letters, as one with many digits may be somebody's id.
    private static func name(_ number: Int) -> String {
        var (name, rest) = ("", number)
        repeat {
            name += String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26)))
            rest /= 26
        } while rest > 0
        return name
    }

    @Test func `more different findings than are told apart hide none that breaks, and all are counted`() async throws {
        try await withTemporaryFolder { folder in
            try write(12_000, to: "f.ndjson", in: folder)
            let arguments = ["--model", "sessions.GetResponse", "--json", "d.json", "f.ndjson"]
            let ended = try await decode(arguments, in: folder)
            #expect(ended.status == 1)
            #expect(ended.lines.first == "12001 payloads in 1 file: 3 breaking, 12000 drift")
            #expect(
                ended.lines.contains(
                    "cut: beyond 10000 findings of a severity, counted alone: 2000 unknown-field (drift)"
                )
            )
            #expect(ended.lines.last == "failed: 3 findings at 3 places (breaking)")
            let root = try JSONDocument(folder.text("d.json")).root
            #expect(try SchemaValidator(Checkout.root.text("docs/decode.schema.json")).problems(root) == [])
            #expect(root["isCut"]?.bool == true)
            #expect(root["leftOut"]?.value.text() == #"[{"code":"unknown-field","severity":"drift","count":2000}]"#)
            #expect(root["findings"]?.count == 10_003)
            #expect(ended.lines.contains("  … and 9980 more places of unknown-field"))
            #expect(ended.lines.contains("  … and 9980 more unknown members"))
            #expect(ended.lines.count < 200)
            let again = try await decode(arguments, in: folder)
            #expect(again.output == ended.output)
            let gate = try await decode(["--fail-on", "drift"] + arguments, in: folder)
            #expect(gate.lines.last == "failed: 12000 findings at more than 10000 places (drift)")
        }
    }

    @Test func `what a policy calls breaking is not crowded out by what it calls drift`() async throws {
        try await withTemporaryFolder { folder in
            try write(10_500, to: "f.ndjson", in: folder)
            try folder.write("p.json", #"{"rules":[{"code":"unexpected-null","severity":"drift"}]}"#)
            let arguments = ["--policy", "p.json", "--model", "sessions.GetResponse", "f.ndjson"]
            let ended = try await decode(arguments, in: folder)
            #expect(ended.status == 1)
            #expect(ended.lines.allSatisfy { $0.count <= 120 })
            #expect(ended.lines.first == "10501 payloads in 1 file: 1 breaking, 10502 drift")
            #expect(ended.lines.last == "failed: 1 finding at 1 place (breaking)")
        }
    }

    @Test func `what a policy ignores is not among the members to add`() async throws {
        try await withTemporaryFolder { folder in
            try write(3, to: "f.ndjson", in: folder)
            try folder.write("p.json", #"{"rules":[{"pointer":"/new_b","severity":"ignored"}]}"#)
            let arguments = ["--policy", "p.json", "--json", "d.json", "--model", "sessions.GetResponse", "f.ndjson"]
            let ended = try await decode(arguments, in: folder)
            #expect(ended.lines.first == "4 payloads in 1 file: 3 breaking, 2 drift, 1 ignored")
            #expect(!ended.output.contains("/new_b"))
            let drift = try JSONDocument(folder.text("d.json")).root["drift"]
            #expect(drift?.elements.compactMap { $0["pointer"]?.string } == ["/new_a", "/new_c"])
        }
    }

    @Test func `where else a text is broken is told, the first of many, within the line`() async throws {
        try await withTemporaryFolder { folder in
            let lines = (0..<300).map { $0 % 2 == 0 ? jwks : "{" }
            try folder.write("some-folder/with-a-long-name/f.ndjson", lines.joined(separator: "\n"))
            let ended = try await decode(["--json", "d.json", "some-folder"], in: folder)
            #expect(ended.status == 1)
            let places = (4...18).filter { $0 % 2 == 0 }.map { "some-folder/with-a-long-name/f.ndjson:\($0):2" }
            #expect(places.allSatisfy(ended.output.contains))
            #expect(ended.output.contains("some-folder/with-a-long-name/f.ndjson:18:2 and 141 more\n"))
            #expect(ended.lines.allSatisfy { $0.count <= 120 })
            let root = try JSONDocument(folder.text("d.json")).root
            #expect(root["findings"]?[0]?["others"]?.count == 100)
            #expect(try SchemaValidator(Checkout.root.text("docs/decode.schema.json")).problems(root) == [])
        }
    }

    @Test(arguments: [
        (["--fail-on", ""], "error: '--fail-on' names nothing\n  hint: 'none' lets nothing fail, "),
        (["--fail-on", ","], "error: a name is missing in '--fail-on ,'\n  hint: 'none' lets nothing fail, "),
        (["--fail-on", " "], "error: '--fail-on' names nothing\n"),
        (["--fail-on", "drift,,note"], "error: a name is missing in '--fail-on drift,,note'\n"),
        (["--fail-on", "none,drift"], "error: 'none' cannot stand beside other names in '--fail-on none,drift'\n"),
        (["--fail-on", "ignored"], "error: there is no severity or code 'ignored'\n"),
        (
            ["--matrix", "--fail-on", "drift"],
            "error: '--fail-on' judges findings, in whose place '--matrix' is answered"
        ),
        (
            ["--round-trip", "--min-coverage", "90"],
            "error: '--min-coverage' judges findings, in whose place '--round-trip' is answered"
        ),
    ])
    func `a gate that would let everything pass is refused`(options: [String], words: String) async throws {
        try await withTemporaryFolder { folder in
            try folder.write("b.json", broken)
            let ended = try await decode(options + ["b.json"], in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.error.contains(words))
        }
    }
}
