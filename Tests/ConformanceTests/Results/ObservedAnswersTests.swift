import Testing
import WireJSON

@testable import Conformance

struct ObservedAnswersTests {
    private func answers(_ texts: [String], _ settings: ShapeSettings = ShapeSettings()) throws -> ObservedAnswers {
        var shape = ObservedShape(settings)
        for text in texts { shape.fold(try JSONDocument(text)) }
        return ObservedAnswers(operation: "sessions.get", statuses: "2xx", shape)
    }

    private static let texts = [
        #"{"a":1,"list":[{"x":"one"},{"x":null}]}"#, #"{"a":"text","list":[]}"#, #"{"list":[{"x":"two","y":true}]}"#,
        #"{"a":2,"other":{"z":1}}"#,
    ]

    @Test(arguments: 0...4)
    func `what parts of a run saw adds up to what the whole run saw`(cut: Int) throws {
        let settings = ShapeSettings(words: [try JSONPointer("/list/*/x")])
        let whole = try answers(Self.texts, settings)
        var parts = try answers(Array(Self.texts[..<cut]), settings)
        parts.add(try answers(Array(Self.texts[cut...]), settings))
        #expect(parts == whole)
        #expect(whole.fields.first { $0.pointer == "/list/*/x" }?.words == ["one", "two"])
        #expect(whole.fields.first { $0.pointer == "/other/z" }?.parents == 1)
        #expect(whole.fields.first { $0.pointer == "/a" }?.parents == 4)
    }

    @Test(arguments: [
        "session-test-4a1e9d02-7c55-4f12", "someone@example.com", "6fPq0wZk1hX9uR3vB7cD",
        String(repeating: "a", count: 65), "sp ace", "nul\u{0}",
    ])
    func `a key that may be an id, an address or a token is left out, and it is said so`(key: String) throws {
        let text = JSONValue.object(["user_id": "u", "map": .object([key: .object(["inner": 1])])]).text()
        let answers = try answers([text])
        #expect(answers.fields.map(\.pointer) == ["", "/map", "/user_id"])
        #expect(answers.isCut)
    }

    @Test(arguments: ["user_id", "x5t#S256", "Content-Type", "https://stytch.com/session", "k2", "$schema"])
    func `a key that is a name is kept`(key: String) throws {
        let answers = try answers([JSONValue.object([key: 1]).text()])
        #expect(answers.fields.count == 2)
        #expect(!answers.isCut)
    }
}
