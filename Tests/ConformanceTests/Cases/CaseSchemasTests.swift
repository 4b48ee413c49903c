import Conformance
import Foundation
import Testing
import WireJSON

@Suite struct CaseSchemasTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../cases")
        .standardizedFileURL

    @Test func `there is a schema for each kind of file`() {
        #expect(
            CaseSchemas.all().map(\.name) == [
                "suite.schema.json", "fragment.schema.json", "shape.schema.json", "payload.schema.json",
                "operations.schema.json", "requirements.schema.json", "known-failures.schema.json",
                "accepted-changes.schema.json",
            ]
        )
    }

    @Test(arguments: CaseSchemas.all().map(\.name))
    func `the schema in the corpus folder is the one that the grammar gives`(name: String) throws {
        let generated = try #require(CaseSchemas.all().first { $0.name == name }?.text)
        let file = Self.corpus.appending(path: "schema/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try Data(generated.utf8).write(to: file)
            Issue.record("\(name) was recorded; run again without RECORD_GOLDENS")
            return
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == generated, "record it with RECORD_GOLDENS=1")
    }

    @Test(arguments: CaseSchemas.all().map(\.name))
    func `every reference leads somewhere, and every object is closed and described`(name: String) throws {
        let text = try #require(CaseSchemas.all().first { $0.name == name }?.text)
        let root = try JSONDocument(text).root
        let definitions = try #require(root["$defs"])
        for reference in Self.references(in: root) {
            let target = try #require(reference.split(separator: "/").last)
            #expect(definitions[String(target)] != nil, "\(reference)")
        }
        for definition in definitions.members where definition.value["type"]?.isString("object") == true {
            #expect(definition.value["additionalProperties"] != nil, "\(definition.key)")
            #expect(definition.value["description"] != nil, "\(definition.key)")
            for property in definition.value["properties"]?.members.map({ $0 }) ?? [] {
                #expect(property.value["description"] != nil, "\(definition.key).\(property.key)")
            }
        }
    }

    @Test func `every key of the case files is in the schema of suites, and nothing in them is a mistake`() throws {
        let load = CorpusLoader.load(try Self.files())
        #expect(load.diagnostics.map(\.rendered) == [])
        let schema = try #require(CaseSchemas.all().first?.text)
        let definitions = try #require(JSONDocument(schema).root["$defs"])
        let corpus = try #require(load.corpus)
        for file in corpus.files where file.path.hasPrefix("cases/sessions/") {
            for item in file.document.root["cases"]?.elements.map({ $0 }) ?? [] {
                for key in item.members.map(\.key) {
                    #expect(definitions["case"]?["properties"]?[key] != nil, "\(file.path): \(key)")
                }
                for step in item["steps"]?.elements.map({ $0 }) ?? [] {
                    for key in step.members.map(\.key) {
                        #expect(definitions["step"]?["properties"]?[key] != nil, "\(file.path): \(key)")
                    }
                }
            }
        }
    }

    private static func references(in view: JSONView) -> [String] {
        switch view.kind {
        case .array: view.elements.flatMap(references)
        case .object:
            view.members.flatMap { member in
                (member.keyIs("$ref") ? [member.value.string ?? ""] : []) + references(in: member.value)
            }
        default: []
        }
    }

    private static func files() throws -> [CorpusFile] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: corpus.path()).filter { $0.hasSuffix(".json") }
        return try names.map { name in
            let bytes = [UInt8](try Data(contentsOf: corpus.appending(path: name)))
            return CorpusFile(path: "cases/\(name)", name: name, bytes: bytes)
        }
    }
}
