import Testing
import WireJSON

@testable import Conformance

/// What a model declares, held against what answers looked like.
struct AnsweredModelTests {
    private struct Color: OpenEnum {
        let rawValue: String
        static let knownWords = ["red", "green", "blue"]
    }

    private struct Thing: Decodable {
        var id: String
        var color: Color?
        var owner: Owner?
        var parts: [Owner]?
        var note: String?

        struct Owner: Decodable {
            var name: String?
            var age: Int?
        }
    }

    private struct Problem: Decodable {
        var message: String
        var status: Int?
    }

    private static let declared = [
        "things.Thing": DeclaredModel(of: Thing.self), "errors.Error": DeclaredModel(of: Problem.self),
    ]

    private static let catalogue = Catalogue(
        operations: ["things.get", "things.make", "things.drop"].map {
            Operation(
                name: $0,
                method: "GET",
                path: "/\($0)",
                parameters: [],
                model: $0 == "things.drop" ? "Other" : "things.Thing"
            )
        }
    )

    private func seen(_ operation: String, _ statuses: String, _ texts: [String]) throws -> ObservedAnswers {
        let settings = Self.declared["things.Thing"]?.shapeSettings ?? ShapeSettings()
        var shape = ObservedShape(settings)
        for text in texts { shape.fold(try JSONDocument(text)) }
        return ObservedAnswers(operation: operation, statuses: statuses, shape)
    }

    private func models(_ answers: [ObservedAnswers]) -> [AnsweredModel] {
        AnsweredModel.all(answers, Self.catalogue, DeclaredModels { Self.declared[$0] })
    }

    @Test
    func `members are seen, null alone or never there, and so are words`() throws {
        let found = models([
            try seen("things.get", "2xx", [#"{"id":"1","color":"blue","note":null}"#]),
            try seen("things.make", "2xx", [#"{"id":"2","parts":[{"age":7}],"unknown":1}"#]),
        ])
        #expect(
            found == [
                AnsweredModel(
                    model: "things.Thing",
                    answers: 2,
                    seen: ["/color", "/id", "/parts", "/parts/*/age"],
                    null: ["/note"],
                    never: ["/owner", "/owner/age", "/owner/name", "/parts/*/name"],
                    words: [.init(pointer: "/color", seen: ["blue"], never: ["green", "red"])]
                )
            ]
        )
        #expect(found[0].memberCount == 9)
        #expect((found[0].seenWordCount, found[0].wordCount) == (1, 3))
        // 5 of 12.
        #expect(AnsweredModel.thousandths(of: found) == 417)
    }

    @Test
    func `answers without success are of the model of errors, and what has no model is left out`() throws {
        let found = models([
            try seen("things.drop", "2xx", ["{}"]), try seen("things.drop", "4xx", [#"{"message":"no"}"#]),
            try seen("things.get", "3xx", ["{}"]), try seen("things.get", "5xx", [#"{"status":null}"#]),
            try seen("unheard.of", "2xx", ["{}"]),
        ])
        #expect(
            found == [AnsweredModel(model: "errors.Error", answers: 3, seen: ["/message"], null: ["/status"])]
        )
        #expect(AnsweredModel.thousandths(of: []) == 1_000)
    }

    @Test
    func `answers whose shape was cut make their model one of which not all is known`() throws {
        let key = String(repeating: "k", count: 70)
        #expect(models([try seen("things.get", "2xx", ["{\"\(key)\":1}"])]).map(\.isCut) == [true])
        #expect(models([try seen("things.get", "2xx", ["{}"])]).map(\.isCut) == [false])
    }

    private static let texts = [
        #"{"id":"1","color":"blue","note":null}"#, #"{"id":"2","note":"text","owner":null}"#,
        #"{"id":"3","color":"red","owner":{"name":null}}"#, #"{"parts":[{"age":7},{"name":"n"}],"color":"blue"}"#,
    ]

    @Test(arguments: 1...14)
    func `what two parts of a run saw adds up to what the whole run saw`(choice: Int) throws {
        let places = Self.texts.indices
        let whole = models([try seen("things.get", "2xx", Self.texts)])
        let first = places.filter { choice & (1 << $0) != 0 }.map { Self.texts[$0] }
        let second = places.filter { choice & (1 << $0) == 0 }.map { Self.texts[$0] }
        var added = models([try seen("things.get", "2xx", first)])[0]
        added.add(models([try seen("things.get", "2xx", second)])[0])
        #expect([added] == whole)
    }
}
