import Testing
import WireJSON

/// A shape that recognises what looks alike says of all texts what one that folds each of them says.
@Suite struct LearningShapeTests {
    private static let settings: ShapeSettings = {
        let pointers = ["/claims", "/kind", "/list/*/kind"].compactMap { try? JSONPointer($0) }
        return ShapeSettings(openMaps: [pointers[0]], words: Array(pointers[1...]))
    }()

    /// Texts that look alike in groups: `number` chooses what stands in them.
    private static func texts(_ number: Int) -> [String] {
        let kinds = ["oauth", "password", "otp", "WHAT NOT", "o\\u0061uth", "é"]
        let kind = kinds[number % kinds.count]
        return [
            #"{"a":\#(number),"kind":"\#(kind)","list":[]}"#,
            "{\n  \"a\": \(number).5,\n  \"kind\": \"\(kind)\",\n  \"list\": [ { \"kind\": \"\(kinds[number % 3])\" } ]\n}\n",
            #"{"claims":{"key_\#(number % 4)":\#(number % 2 == 0 ? "true" : "null")},"kind":null}"#,
            #"{"a":"\#(number)","a":\#(number),"list":[\#(Array(repeating: "1", count: number % 3).joined(separator: ","))]}"#,
            "[\(number), \"\(kind)\"]", "\(number)", "\"\(kind)\"",
            #"{"new_\#(number % 5)":{"deep":[{"x":\#(number)}]}}"#,
        ]
    }

    private static let documents = {
        let reader = LearningReader()
        return (0..<60).flatMap(texts).compactMap { try? reader.document(Array($0.utf8)) }
    }()

    @Test func `what is seen is the same, at every moment`() {
        var learning = LearningShape(Self.settings)
        var plain = ObservedShape(Self.settings)
        #expect(Self.documents.count == 480)
        for (place, document) in Self.documents.enumerated() {
            learning.fold(document)
            plain.fold(document)
            guard place % 37 == 0 || place == 479 else { continue }
            #expect(learning.observed.fields == plain.fields)
            #expect(learning.observed.count == plain.count)
        }
        #expect(plain.fields.contains { !$0.words.isEmpty && $0.hasOtherWords })
    }

    @Test func `shapes of parts come to the shape of the whole`() {
        var parts = Array(repeating: LearningShape(Self.settings), count: 3)
        var plain = ObservedShape(Self.settings)
        for (place, document) in Self.documents.enumerated() {
            parts[place % 3].fold(document)
            plain.fold(document)
        }
        var whole = LearningShape(Self.settings)
        for part in parts { whole.merge(part) }
        for document in Self.documents.prefix(20) {
            whole.fold(document)
            plain.fold(document)
        }
        #expect(whole.observed.fields == plain.fields)
        #expect(whole.observed.count == 500)
    }

    @Test func `a shape that is cut stays cut`() throws {
        let settings = ShapeSettings(mostPointers: 3)
        let reader = LearningReader()
        var learning = LearningShape(settings)
        var plain = ObservedShape(settings)
        for text in [#"{"a":1,"b":2}"#, #"{"a":1,"c":2}"#, #"{"a":1,"d":2}"#, #"{"a":1,"c":2}"#, #"{"a":3,"b":2}"#] {
            let document = try reader.document(Array(text.utf8))
            learning.fold(document)
            plain.fold(document)
        }
        #expect(learning.observed.isCut)
        #expect(plain.isCut)
        #expect(learning.observed.fields == plain.fields)
    }
}
