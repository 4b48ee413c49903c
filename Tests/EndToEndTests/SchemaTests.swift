import Conformance
import Foundation
import PayloadAudit
import SchemaValidation
import Testing
import WireJSON

@testable import StytchConformance

/// The schemas of what the program writes, against what it writes.
@Suite(.timeLimit(.minutes(10)))
struct SchemaTests {
    private static let names = [
        "comparison.schema.json", "decode-matrix.schema.json", "decode-policy.schema.json",
        "decode-round-trip.schema.json", "decode-sdk-version.schema.json", "decode-stress.schema.json",
        "decode.schema.json", "list-requirements.schema.json", "list.schema.json", "results.schema.json",
        "serve.schema.json",
    ]

    @Test func `the schemas built into the program are those of the documentation`() throws {
        let kept = try Self.names.map { (name: $0, text: try Checkout.root.text("docs/\($0)")) }
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try Checkout.root.write("Sources/StytchConformance/Corpus/WrittenSchemas.swift", Self.source(of: kept))
            Issue.record("recorded WrittenSchemas.swift; build and run again without RECORD_GOLDENS")
            return
        }
        #expect(WrittenSchemas.files.map(\.name) == Self.names)
        for (built, file) in zip(WrittenSchemas.files, kept) {
            #expect(built.text == file.text, "\(file.name) differs: run 'make goldens'")
        }
    }

    private static func source(of files: [(name: String, text: String)]) -> String {
        let literals = files.map { file in
            let lines = file.text.components(separatedBy: "\n").map { $0.isEmpty ? "" : "            \($0)" }
            let text = lines.joined(separator: "\n")
            return
                "        (\n            \"\(file.name)\",\n            ###\"\"\"\n\(text)\n            \"\"\"###\n        ),\n"
        }
        return """
            // Made from docs/*.schema.json by 'make goldens'; change those.

            /// The JSON Schemas of what the program writes, for its readers.
            enum WrittenSchemas {
                static let files: [(name: String, text: String)] = [
            \(literals.joined())    ]
            }

            """
    }

    @Test func `every schema of a file that is read or written is exported`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(["export-schemas", "out"], in: folder)
            #expect(ended.output == "19 schemas in out\n")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("out").path)
            #expect(
                names.sorted() == [
                    "accepted-changes.schema.json", "comparison.schema.json", "decode-matrix.schema.json",
                    "decode-policy.schema.json", "decode-round-trip.schema.json", "decode-sdk-version.schema.json",
                    "decode-stress.schema.json", "decode.schema.json", "fragment.schema.json",
                    "known-failures.schema.json", "list-requirements.schema.json", "list.schema.json",
                    "operations.schema.json",
                    "payload.schema.json", "requirements.schema.json", "results.schema.json", "serve.schema.json",
                    "shape.schema.json", "suite.schema.json",
                ]
            )
        }
    }

    @Test func `what 'list --json' writes for the whole corpus is valid`() async throws {
        let ended = try await BuiltProgram.run(["list", "--json"])
        let list = try JSONDocument(ended.output).root
        #expect(list.count > 200)
        #expect(try SchemaValidator(Checkout.root.text("docs/list.schema.json")).problems(list) == [])
    }

    @Test func `what 'list --requirements --json' writes is valid, with a run and without`() async throws {
        let schema = try SchemaValidator(Checkout.root.text("docs/list-requirements.schema.json"))
        try await withTemporaryFolder { folder in
            let without = try await BuiltProgram.run(["list", "--requirements", "--json"], in: folder)
            #expect(schema.problems(try JSONDocument(without.output).root) == [])
            #expect(try await BuiltProgram.run(["run", "sessions/get"], in: folder).status == 0)
            let after = try JSONDocument(
                await BuiltProgram.run(["list", "--requirements", "--json"], in: folder).output
            )
            #expect(schema.problems(after.root) == [])
            let verdicts = Set(after.root.elements.compactMap { $0["verdict"]?.string })
            #expect(verdicts == ["passed", "not-run"])
            let offline = after.root.elements.filter { $0["offline"]?.bool == true }.count
            #expect(offline > 0 && offline < after.root.count)
            // A schema that allows anything would not be one.
            #expect(schema.problems(try JSONDocument(#"[{"id":"named"}]"#).root) != [])
        }
    }

    @Test(arguments: [
        (["--matrix"], "matrix"), (["--sdk-version", "v15.4.0"], "sdk-version"), (["--round-trip"], "round-trip"),
        (["--stress"], "stress"),
    ])
    func `what 'decode' answers to other questions is valid, for all stored answers`(
        question: [String],
        name: String
    ) async throws {
        let arguments = ["decode"] + question + ["--format", "json", "\(Checkout.cases)/payloads"]
        let answer = try JSONDocument(await BuiltProgram.run(arguments).output).root
        #expect(answer["format"]?.string == "stytch-conformance/decode-\(name)")
        #expect(answer["rows"]?.count ?? 0 > 20)
        let schema = try SchemaValidator(Checkout.root.text("docs/decode-\(name).schema.json"))
        #expect(schema.problems(answer) == [])
        // A schema that allows anything would not be one.
        #expect(schema.problems(try JSONDocument(#"{"format":"stytch-conformance/decode"}"#).root) != [])
    }

    @Test func `the closed words of the answers to other questions are those of the program`() throws {
        func words(_ name: String, _ member: String) throws -> [String]? {
            let row = try JSONDocument(Checkout.root.text("docs/decode-\(name).schema.json")).root["$defs"]?["row"]
            let property = row?["properties"]?[member]
            return (property?["items"] ?? property)?["enum"]?.elements.compactMap(\.string)
        }
        #expect(try words("matrix", "states") == SDKState.allCases.map(\.rawValue))
        #expect(try words("sdk-version", "state") == SDKState.allCases.map(\.rawValue))
        #expect(try words("round-trip", "change") == RoundTripReport.Change.allCases.map(\.rawValue))
        #expect(try words("stress", "mutation") == StressMutation.allCases.map(\.rawValue))
        #expect(try words("stress", "effect") == StressEffect.allCases.map(\.rawValue))
    }

    @Test func `what a run writes is valid, whatever it found`() async throws {
        try await withTemporaryFolder { folder in
            let arguments = ["run", "users", "errors/transport", "--flaw", "keyRenamed", "--evidence", "all"]
            let ended = try await BuiltProgram.run(arguments, in: folder)
            #expect(ended.status == 1)
            let results = try JSONDocument(folder.text("reports/results.json")).root
            #expect(try SchemaValidator(Checkout.root.text("docs/results.schema.json")).problems(results) == [])
        }
    }

    @Test(arguments: [[], ["--tls"]])
    func `what 'serve --json' writes is valid`(more: [String]) async throws {
        let running = try BuiltProgram.Talking(["serve", "--port", "0", "--json"] + more)
        let line = await running.lines(1).first
        #expect(await running.end(by: SIGTERM) == 143)
        let root = try JSONDocument(try #require(line)).root
        #expect(try SchemaValidator(Checkout.root.text("docs/serve.schema.json")).problems(root) == [])
    }

    @Test func `the schema's closed words are those of the program, and its open ones are all told`() throws {
        let root = try JSONDocument(Checkout.root.text("docs/results.schema.json")).root
        let outcomes = root["$defs"]?["case"]?["properties"]?["outcome"]?["enum"]?.elements.compactMap(\.string)
        #expect(outcomes == Verdict.allCases.map(\.rawValue))
        let code = root["$defs"]?["finding"]?["properties"]?["code"]?["description"]?.string ?? ""
        for word in Finding.Code.allCases { #expect(code.contains(word.rawValue), "\(word)") }
        let kind = root["$defs"]?["error"]?["properties"]?["kind"]?["description"]?.string ?? ""
        for word in ErrorCause.Kind.allCases { #expect(kind.contains(word.rawValue), "\(word)") }
    }
}
