import Testing
import WireJSON

/// Types that refuse values by errors of their own, and what stands for what they refuse.
struct PlaceholderTests {
    /// A text with at least one letter.
    struct Name: Decodable, Equatable, Hashable {
        var text: String
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            text = try container.decode(String.self)
            guard !text.isEmpty else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "a name needs a letter")
            }
        }
    }

    /// Refuses everything.
    struct Never: Decodable {
        struct Refusal: Error, CustomStringConvertible { var description: String { "never" } }
        init(from decoder: any Decoder) throws { throw Refusal() }
    }

    @Test func `a refusal is one finding with the words of the type, and a placeholder where the type takes one`()
        throws
    {
        struct Model: Decodable { var name: Name, after: Int }
        let (value, findings) = try trace(Model.self, #"{"name":"","after":"x","more":1}"#)
        #expect(value?.name.text == "1970-01-01T00:00:00Z")
        #expect(
            findings == [
                #"invalid-value /name @8: Name: a name needs a letter; """#, #"wrong-type /after @19: integer; "x""#,
                "unknown-field /more @30: nothing; 1",
            ]
        )
    }

    @Test func `a type that refuses a placeholder adds no finding`() throws {
        #expect(try places([Name].self, "[null,1]") == ["unexpected-null /0", "wrong-type /1"])
    }

    @Test func `an optional value that is refused is nil`() throws {
        struct Model: Decodable { var size: Size?, name: Name?, never: Never?, after: Int }
        let (value, findings) = try trace(Model.self, #"{"size":"huge","name":"","never":1,"after":2}"#)
        #expect(value != nil)
        #expect(value?.size == nil)
        #expect(value?.name == nil)
        #expect(value?.after == 2)
        #expect(findings.count == 3)
        #expect(findings.last == "invalid-value /never @33: Never: never; 1")
        #expect(
            try places(Model.self, #"{"size":"huge","name":"","never":1,"after":2}"#) == [
                "invalid-value /size", "invalid-value /name", "invalid-value /never",
            ]
        )
    }

    @Test func `an element that is refused is left out, and all others are decoded`() throws {
        let (value, findings) = try trace([Size].self, #"["small","huge","large",7,"tiny"]"#)
        #expect(value == [.small, .large])
        #expect(
            findings.map { $0.prefix { $0 != "@" } } == ["invalid-value /1 ", "wrong-type /3 ", "invalid-value /4 "]
        )
    }

    @Test func `a word of an enum that lists its cases becomes the first`() throws {
        let (value, findings) = try trace([Shape].self, #"["square","flat"]"#)
        #expect(value == [.square, .round])
        #expect(findings.count == 1)
    }

    @Test func `members of a dictionary and elements of a set are left out alike`() throws {
        let map = try trace([String: Size].self, #"{"a":"small","b":"huge","c":"large","b2":1}"#)
        #expect(map.value == ["a": .small, "c": .large])
        #expect(map.findings.count == 2)
        let set = try trace(Set<Size>.self, #"["huge","large","large"]"#)
        #expect(set.value == [.large])
        #expect(set.findings.count == 1)
    }

    @Test func `an object whose type gives up takes nothing else with it`() throws {
        struct Model: Decodable { var list: [Sized], after: Int }
        struct Sized: Decodable { var size: Size, name: String }
        let text =
            #"{"list":[{"size":"small","name":"a"},{"size":"huge","name":1,"x":2},{"size":"large","name":3}],"after":null}"#
        let (value, findings) = try trace(Model.self, text)
        #expect(value?.list.map(\.name) == ["a", ""])
        #expect(
            findings.map { $0.prefix { $0 != "@" } } == [
                "invalid-value /list/1/size ", "wrong-type /list/2/name ", "unexpected-null /after ",
            ]
        )
    }

    @Test func `a value that cannot be made at all is nil`() throws {
        let (value, findings) = try trace(Never.self, "1")
        #expect(value == nil)
        #expect(findings == ["invalid-value  @0: Never: never; 1"])
    }

    @Test func `a missing value that allows no placeholder is still reported`() throws {
        struct Model: Decodable { var size: Size }
        let (value, findings) = try trace(Model.self, "{}")
        #expect(value == nil)
        #expect(findings == ["missing-field /size @0: string; nothing"])
    }

    @Test func `a type that always holds another of itself ends`() throws {
        final class Endless: Decodable { let next: Endless }
        let (value, findings) = try trace(Endless.self, #"{"next":{}}"#)
        #expect(value == nil)
        #expect(findings == ["missing-field /next/next @8: object; nothing"])
    }

    @Test func `a refusal far down is reported once though collections are read again`() throws {
        struct Tree: Decodable { var size: Size, trees: [Tree]? }
        var text = #"{"size":"huge"}"#
        for _ in 0..<60 { text = #"{"size":"small","trees":[\#(text),{"size":"large","x":1}]}"# }
        let decoded = TracingDecoder().decode(Tree.self, from: try JSONDocument(text).root)
        #expect(decoded.value?.trees?.count == 2)
        #expect(decoded.findings.count == 61)
        #expect(decoded.findings.filter { $0.code == .invalidValue }.count == 1)
    }

    @Test func `optional values may be absent when asked for as values`() throws {
        struct Model: Decodable {
            var a: Int?
            var b: [Int?]
            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: AnyKey.self)
                a = try container.decode(Int?.self, forKey: AnyKey(stringValue: "a"))
                b = try container.decode([Int?].self, forKey: AnyKey(stringValue: "b"))
            }
        }
        #expect(try trace(Model.self, #"{"b":[1,null,"x"]}"#).value?.b == [1, nil, 0])
        #expect(try places(Model.self, #"{"b":[1,null,"x"]}"#) == ["wrong-type /b/2"])
    }
}
