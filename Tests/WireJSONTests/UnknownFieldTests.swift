import Testing
import WireJSON

/// Drift: members that nothing asked for.
struct UnknownFieldTests {
    struct Outer: Codable {
        var items: [Item]
        var open: JSONValue?
        var map: [String: Item]?
        var object: JSONObject?
    }

    struct Item: Codable {
        var a: Int
        var inner: Inner?
    }

    struct Inner: Codable {
        var b: Inner2?
    }

    struct Inner2: Codable {
        var c: Int?
    }

    @Test(
        arguments: [
            (#"{"items":[]}"#, []),
            (#"{"items":[],"x":1}"#, ["/x"]),
            (#"{"x":{"y":[{"z":1}]},"items":[],"y":null}"#, ["/x", "/y"]),
            (#"{"items":[{"a":1},{"a":2,"x":true},{"a":3}]}"#, ["/items/1/x"]),
            (#"{"items":[{"a":1,"inner":{"b":{"c":1,"d":2}}}]}"#, ["/items/0/inner/b/d"]),
            (
                #"{"items":[{"a":1,"inner":{"b":{"d":2},"e":0},"f":0}],"g":0}"#,
                ["/items/0/inner/b/d", "/items/0/inner/e", "/items/0/f", "/g"]
            ),
            (#"{"items":[],"open":{"any":{"thing":[{"goes":1}]}},"x":0}"#, ["/x"]),
            (#"{"items":[],"object":{"any":{"thing":1}},"open":7,"x":0}"#, ["/x"]),
            (#"{"items":[],"map":{"any":{"a":1},"other":{"a":2,"x":3}}}"#, ["/map/other/x"]),
            (#"{"items":[],"\u0078":1,"a/b":2}"#, ["/x", "/a~1b"]),
            (#"{"items":[],"":1}"#, ["/"]),
            (#"{"items":[],"Items":1,"it\u0065ms ":2}"#, ["/Items", "/items "]),
        ] as [(String, [String])]
    )
    func `just the members that no model reads are reported`(text: String, pointers: [String]) throws {
        let decoded = TracingDecoder().decode(Outer.self, from: try JSONDocument(text).root)
        #expect(decoded.findings.map(\.pointer.description) == pointers)
        #expect(decoded.findings.allSatisfy { $0.code == .unknownField && !$0.breaks })
    }

    @Test func `an unknown member shows its value`() throws {
        #expect(
            try trace(Inner2.self, #"{ "c" : 1 , "d" : { "e" : [ ] } }"#).findings == [
                #"unknown-field /d @18: nothing; { "e" : [ ] }"#
            ]
        )
    }

    @Test func `below a value of a wrong type nothing is unknown`() throws {
        #expect(try places(Outer.self, #"{"items":{"x":1}}"#) == ["wrong-type /items"])
        #expect(try places(Outer.self, #"{"items":[[{"x":1}]]}"#) == ["wrong-type /items/0"])
    }

    @Test func `an unknown member that comes twice is unknown once, and a duplicate`() throws {
        #expect(try places(Inner2.self, #"{"x":1,"x":2}"#) == ["unknown-field /x", "duplicate-key /x"])
    }

    @Test func `two types may read one object, and its rest as JSON`() throws {
        struct Flat: Decodable {
            var item: Item
            var inner: Inner
            init(from decoder: any Decoder) throws {
                item = try Item(from: decoder)
                inner = try Inner(from: decoder)
            }
        }
        struct Open: Decodable {
            var item: Item
            var all: JSONObject
            init(from decoder: any Decoder) throws {
                item = try Item(from: decoder)
                all = try JSONObject(from: decoder)
            }
        }
        let text = #"{"a":1,"b":{"c":2},"x":3}"#
        #expect(try places(Flat.self, text) == ["unknown-field /x"])
        #expect(try places(Open.self, text) == [])
        #expect(try trace(Open.self, text).value?.all.count == 3)
    }

    @Test func `asking whether a member is there is asking for it`() throws {
        struct Asking: Decodable {
            var has: Bool
            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: AnyKey.self)
                has = container.contains(AnyKey(stringValue: "a"))
                _ = try container.decodeNil(forKey: AnyKey(stringValue: "b"))
            }
        }
        #expect(try places(Asking.self, #"{"a":1,"b":null,"c":2}"#) == ["unknown-field /c"])
    }
}
