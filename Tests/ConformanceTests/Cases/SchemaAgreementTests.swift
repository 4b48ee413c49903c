import Conformance
import Foundation
import SchemaValidation
import Testing
import WireJSON

/// The schemas and the loader must say the same of a file: an editor that is content with a broken one, or not with a good one, misleads.
@Suite struct SchemaAgreementTests {
    private static let schemas = Dictionary(uniqueKeysWithValues: CaseSchemas.all().map { ($0.name, $0.text) })
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../cases")
        .standardizedFileURL

    /// The schema of a file by its place in the corpus.
    private static func schema(of name: String) -> String {
        switch name.split(separator: "/").first.map(String.init) {
        case "operations.json": "operations.schema.json"
        case "requirements.json": "requirements.schema.json"
        case "known-failures.json": "known-failures.schema.json"
        case "fragments": "fragment.schema.json"
        case "shapes": "shape.schema.json"
        case "payloads": "payload.schema.json"
        default: "suite.schema.json"
        }
    }

    private static func problems(_ text: String, name: String) throws -> [String] {
        let schema = try #require(schemas[schema(of: name)])
        return try SchemaValidator(schema).problems(JSONDocument(text).root)
    }

    static let names: [String] = {
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: corpus.path())) ?? []
        return all.filter { $0.hasSuffix(".json") && !$0.hasPrefix("schema/") }.sorted()
    }()

    @Test func `every kind of file is there to be judged`() {
        // A list of accepted changes belongs to a comparison; a corpus has none.
        let all = Set(Self.schemas.keys).subtracting(["accepted-changes.schema.json"])
        #expect(Set(Self.names.map(Self.schema)) == all)
    }

    @Test(arguments: names)
    func `a file that the loader takes is valid by its schema`(name: String) throws {
        let text = try String(contentsOf: Self.corpus.appending(path: name), encoding: .utf8)
        #expect(try Self.problems(text, name: name) == [])
    }

    /// The mistakes that a schema can see: those of keys and of values, each told by the loader with one of these codes.
    private static let visible = [
        "unknown-key", "missing-key", "conflicting-keys", "misplaced-key", "wrong-value", "not-alone",
    ]

    /// What the loader alone can see, though its codes are those of keys and values.
    private static let invisible = [
        "auth_basic_of_three": "that a list has no more than two elements, which only credentials ask for",
        "base64_wrong": "what a text holds",
        "gte_of_no_time": "what a text holds: 'format' is not asserted",
        "length_negative": "that a number of '$length' is a size",
        "length_of_nothing": "what two bounds leave together",
        "row_mistake_in_every_row": "a value that comes from a row",
        "row_value_of_wrong_type": "a value that comes from a row",
    ]

    static let broken = BrokenCaseTests.names.filter { name in
        let single = BrokenCaseTests.folder.appending(path: "\(name).json").path()
        guard FileManager.default.fileExists(atPath: single) else { return false }
        let golden = try? String(
            contentsOf: BrokenCaseTests.folder.appending(path: "Goldens/\(name).txt"),
            encoding: .utf8
        )
        return visible.contains { golden?.contains(" [\($0)]\n") == true }
    }

    @Test(arguments: broken)
    func `a suite that the loader refuses for its keys or values is invalid by the schema`(name: String) throws {
        let text = try String(
            contentsOf: BrokenCaseTests.folder.appending(path: "\(name).json"),
            encoding: .utf8
        )
        let isValid = try Self.problems(text, name: "broken/\(name).json").isEmpty
        #expect(isValid == (Self.invisible[name] != nil))
    }

    @Test func `there are enough broken suites to say so`() {
        #expect(Self.broken.count >= 50)
    }
}
