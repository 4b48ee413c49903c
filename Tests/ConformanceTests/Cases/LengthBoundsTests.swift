import Conformance
import Testing

@Suite struct LengthBoundsTests {
    private static func mistakes(_ length: String, rows: String = "") -> [String] {
        let load = CaseFiles()
            .with(
                "a/one.json",
                """
                { "description": "d", "cases": [{ "id": "x", \(rows)
                  "request": { "operation": "sessions.get" },
                  "expect": { "body": { "sessions": { "$length": \(length) } } } }] }
                """
            )
            .load()
        return load.diagnostics.map { "\($0.code.rawValue): \($0.message)" }
    }

    @Test(arguments: [
        #"{ "$gt": 5, "$lt": 3 }"#, #"{ "$gt": 4, "$lt": 5 }"#, #"{ "$gte": 6, "$lte": 5 }"#, #"{ "$lt": 0 }"#,
        #"{ "$lte": -1 }"#, #"{ "$gte": 3, "$lt": 3.0 }"#, #"{ "$lt": -9223372036854775808 }"#,
    ])
    func `a length that nothing can have is a mistake`(length: String) throws {
        let found = Self.mistakes(length)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("wrong-value: '$length' must be bounds that some length is within, ") == true)
    }

    @Test(arguments: [
        #"{ "$gt": 3, "$lt": 5 }"#, #"{ "$gte": 5, "$lte": 5 }"#, #"{ "$lt": 1 }"#, #"{ "$gt": -1 }"#,
        #"{ "$gte": 9223372036854775807 }"#, #"{ "$not": { "$gt": 5, "$lt": 3 } }"#, "0",
        #"{ "$gt": 5, "$lt": "{{body/n}}" }"#,
    ])
    func `a length that something can have is none`(length: String) {
        #expect(Self.mistakes(length) == [])
    }

    @Test func `bounds that a row gives are judged too where they are the whole pattern`() {
        let rows = #""rows": [{ "id": "good", "n": { "$gt": 3 } }, { "id": "bad", "n": { "$gt": 5, "$lt": 3 } }],"#
        #expect(Self.mistakes(#""{{n}}""#, rows: rows).count == 1)
    }
}
