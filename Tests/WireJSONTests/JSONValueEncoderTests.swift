import Testing
import WireJSON

struct JSONValueEncoderTests {
    struct Model: Codable, Equatable {
        var z: Int
        var a: [Double]
        var number: JSONNumber
        var open: JSONValue
        var object: JSONObject
        var time: Timestamp
        var word: Color
        var nothing: String?
        var inner: Inner
        var big: UInt64
    }

    struct Inner: Codable, Equatable {
        var e: String
    }

    @Test func `a model is encoded in its order, with number tokens kept, and decodes again`() throws {
        let text =
            #"{"z":1,"a":[0.5,2.0],"number":1.500e3,"open":{"y":[1.0,null],"x":1e400},"object":{"b":1.10,"a":[]},"#
            + #""time":"2026-11-21T09:30:00.50Z","word":"red","inner":{"e":"é\n"},"big":18446744073709551615}"#
        let (decoded, findings) = try trace(Model.self, text)
        let model = try #require(decoded)
        #expect(findings == [])
        let value = try JSONValue.encoding(model)
        #expect(value.text() == text)
        #expect(TracingDecoder().decode(Model.self, from: try JSONDocument(value.text()).root).value == model)
    }

    @Test func `scalars, lists and dictionaries are encoded`() throws {
        #expect(try JSONValue.encoding("x") == "x")
        #expect(try JSONValue.encoding([1, nil, 3]) == [1, nil, 3])
        #expect(try JSONValue.encoding(["a": [true]]) == ["a": [true]])
        #expect(try JSONValue.encoding([Int8.min]).text() == "[-128]")
        #expect(try JSONValue.encoding([UInt128.max]).text() == "[340282366920938463463374607431768211455]")
        #expect(try JSONValue.encoding([Float(0.1)]).text() == "[0.1]")
        #expect(try JSONValue.encoding([String: Int]()) == [:])
        #expect(try JSONValue.encoding([Int]()) == [])
        #expect(try JSONValue.encoding(Optional<Int>.none) == .null)
    }

    @Test func `an infinite number is refused with its path`() throws {
        let error = try #require(throws: EncodingError.self) { try JSONValue.encoding(["a": [1, Double.infinity]]) }
        guard case .invalidValue(_, let context) = error else {
            Issue.record("expected an invalid value, found \(error)")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["a", "1"])
        #expect(context.debugDescription == "expected a finite number, found inf")
    }

    @Test func `nested containers and superclasses are encoded in place`() throws {
        struct Nested: Encodable {
            func encode(to encoder: any Encoder) throws {
                var outer = encoder.container(keyedBy: AnyKey.self)
                var inner = outer.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(stringValue: "o"))
                try inner.encode(1, forKey: AnyKey(stringValue: "a"))
                try outer.encode(true, forKey: AnyKey(stringValue: "b"))
                var again = outer.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(stringValue: "o"))
                try again.encodeNil(forKey: AnyKey(stringValue: "n"))
                var list = outer.nestedUnkeyedContainer(forKey: AnyKey(stringValue: "l"))
                try list.encode("x")
                var nested = list.nestedUnkeyedContainer()
                try nested.encode(2.5)
                #expect(list.count == 2)
                try Inner(e: "s").encode(to: outer.superEncoder())
                try outer.encode(false, forKey: AnyKey(stringValue: "b"))
            }
        }
        #expect(
            try JSONValue.encoding(Nested()).text()
                == #"{"o":{"a":1,"n":null},"b":false,"l":["x",[2.5]],"super":{"e":"s"}}"#
        )
    }
}
