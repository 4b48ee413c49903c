import Foundation
import SchemaValidation
import Testing
import WireJSON

/// `compare` on pairs of results that differ in one thing: the base is what a real run wrote.
@Suite(.timeLimit(.minutes(10)))
struct ComparedPairsTests {
    @Test(arguments: SeededPair.all)
    func `just the one change is found, and the exit status is right`(pair: SeededPair) async throws {
        try await withTemporaryFolder { folder in
            var (base, head) = (
                try EditedResults(try await RecordedRun.text()), try EditedResults(try await RecordedRun.text())
            )
            try pair.base(&base)
            try pair.head(&head)
            try folder.write("base/results.json", base.text)
            try folder.write("head.json", head.text)
            let arguments = ["compare", "base", "head.json", "--report", "json=out.json"] + pair.options
            let ended = try await BuiltProgram.run(arguments, in: folder)
            #expect(ended.error == "")
            #expect(ended.status == pair.status)
            let comparison = try JSONDocument(folder.text("out.json")).root
            #expect(Self.changes(comparison, as: pair.changes) == pair.changes)
            #expect(comparison["hasRegressed"]?.bool == (pair.status == 5))
            let schema = try SchemaValidator(Checkout.root.text("docs/comparison.schema.json"))
            #expect(schema.problems(comparison) == [])
        }
    }

    /// Kind and place of each change, sorted; where a kind alone is expected, the kind alone.
    private static func changes(_ comparison: JSONView, as expected: [String]) -> [String] {
        (comparison["changes"]?.elements.map { $0 } ?? []).map { change in
            let kind = change["kind"]?.string ?? ""
            if expected.contains(kind) { return kind }
            let parts = ["subject", "answers", "pointer"].compactMap { change[$0]?.string }
            return ([kind] + parts).joined(separator: " ")
        }.sorted()
    }

    @Test(
        arguments: [
            (["selection"], ["tags": ["slow"]], "the runs were asked for other cases: the base for 'sessions/get' "),
            (
                ["shard"],
                ["index": 1, "total": 2, "corpus": "digest", "command": "stytch-conformance run", "plan": []],
                "the runs are other parts of a whole: the base is whole, the head is shard 1/2"
            ),
            (["cases", "0", "outcome"], "lost", "came to 'lost', which this program does not know"),
            (["cases", "0", "id"], .string(SeededPair.known), "holds the case 'sessions/get/one' twice"),
            (["cases"], [], "no case of the base is in the head"),
            (["format"], "lost", "holds no results of a run"),
        ] as [([String], JSONValue, String)]
    )
    func `what cannot be compared never looks clean`(path: [String], value: JSONValue, words: String) async throws {
        try await withTemporaryFolder { folder in
            var head = try EditedResults(try await RecordedRun.text())
            try folder.write("base.json", head.text)
            try head.set(path, value)
            try folder.write("head.json", head.text)
            let ended = try await BuiltProgram.run(["compare", "base.json", "head.json"], in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.error.contains(words))
        }
    }
}
