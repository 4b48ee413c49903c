import Testing
import WireJSON

struct TracingDecoderTests {
    struct Account: Codable, Equatable {
        var id: String
        var age: Int
        var active: Bool
        var ratio: Double
        var created: Timestamp
        var tags: [String]
        var owner: Owner
        var nickname: String?
        var limits: [String: Int]?
    }

    struct Owner: Codable, Equatable {
        var name: String
        var color: Color
        var pets: [Pet]?
    }

    struct Pet: Codable, Equatable {
        var name: String
        var born: Timestamp?
    }

    @Test func `a text that fits decodes without findings`() throws {
        let text = #"""
            {"id":"a1","age":36,"active":true,"ratio":0.1,"created":"2026-11-21T09:30:00Z","tags":["x","y"],
             "owner":{"name":"Ada","color":"red","pets":[{"name":"Rex","born":null},{"name":"Ed"}]},"nickname":null,"limits":{"a":1}}
            """#
        let (value, findings) = try trace(Account.self, text)
        #expect(findings == [])
        #expect(
            value
                == Account(
                    id: "a1",
                    age: 36,
                    active: true,
                    ratio: 0.1,
                    created: Timestamp(secondsSince1970: 1_795_253_400),
                    tags: ["x", "y"],
                    owner: Owner(
                        name: "Ada",
                        color: Color(rawValue: "red"),
                        pets: [Pet(name: "Rex", born: nil), Pet(name: "Ed", born: nil)]
                    ),
                    nickname: nil,
                    limits: ["a": 1]
                )
        )
    }

    @Test func `everything missing is reported, with what was asked for`() throws {
        let (value, findings) = try trace(Account.self, " {}")
        #expect(
            findings == [
                "missing-field /id @1: string; nothing", "missing-field /age @1: integer; nothing",
                "missing-field /active @1: boolean; nothing", "missing-field /ratio @1: number; nothing",
                "missing-field /created @1: RFC 3339 time; nothing", "missing-field /tags @1: array; nothing",
                "missing-field /owner @1: object; nothing",
            ]
        )
        #expect(
            value
                == Account(
                    id: "",
                    age: 0,
                    active: false,
                    ratio: 0,
                    created: Timestamp(secondsSince1970: 0),
                    tags: [],
                    owner: Owner(name: "", color: Color(rawValue: ""), pets: nil),
                    nickname: nil,
                    limits: nil
                )
        )
    }

    @Test func `everything wrong is reported, each in its place, and decoding goes on`() throws {
        let text =
            #"{"id":1,"age":"x","active":"true","ratio":[],"created":5,"tags":{},"owner":"o","nickname":2,"limits":[]}"#
        #expect(
            try trace(Account.self, text).findings == [
                "wrong-type /id @6: string; 1", #"wrong-type /age @14: integer; "x""#,
                #"wrong-type /active @27: boolean; "true""#,
                "wrong-type /ratio @42: number; []", "wrong-type /created @55: RFC 3339 time; 5",
                "wrong-type /tags @64: array; {}",
                #"wrong-type /owner @75: object; "o""#, "wrong-type /nickname @90: string; 2",
                "wrong-type /limits @101: object; []",
            ]
        )
    }

    @Test func `null is reported where none is allowed`() throws {
        let text =
            #"{"id":null,"age":null,"active":null,"ratio":null,"created":null,"tags":[null],"owner":null,"nickname":null}"#
        #expect(
            try trace(Account.self, text).findings == [
                "unexpected-null /id @6: string; null", "unexpected-null /age @17: integer; null",
                "unexpected-null /active @31: boolean; null", "unexpected-null /ratio @44: number; null",
                "unexpected-null /created @59: RFC 3339 time; null", "unexpected-null /tags/0 @72: string; null",
                "unexpected-null /owner @86: object; null",
            ]
        )
    }

    @Test func `problems at several depths come in the order of the text`() throws {
        let text = #"""
            {"owner":{"pets":[{"name":"a","born":"yesterday"},{"born":null,"fur":1},7],"color":"blue"},"age":1.5,"id":"","x":{"y":1},
            "active":true,"ratio":1,"created":"2026-11-21T09:30:00Z","tags":[],"age":2.5}
            """#
        #expect(
            try places(Account.self, text) == [
                "missing-field /owner/name", "bad-time /owner/pets/0/born", "missing-field /owner/pets/1/name",
                "unknown-field /owner/pets/1/fur", "wrong-type /owner/pets/2", "unknown-enum /owner/color",
                "unknown-field /x",
                "number-does-not-fit /age", "duplicate-key /age",
            ]
        )
    }

    @Test func `a word outside of an open enum is kept and reported`() throws {
        let (value, findings) = try trace([Color].self, #"["red","blue","gr\u0065en",""]"#)
        #expect(value?.map(\.rawValue) == ["red", "blue", "green", ""])
        #expect(
            findings == [
                #"unknown-enum /1 @7: one of "red", "green"; "blue""#,
                #"unknown-enum /3 @27: one of "red", "green"; """#,
            ]
        )
        #expect(value?.map(\.isKnown) == [true, false, true, false])
    }

    @Test func `words of an open enum are compared by scalars`() {
        #expect(Color(rawValue: "é") != Color(rawValue: "e\u{301}"))
        #expect(Set([Color(rawValue: "é"), Color(rawValue: "e\u{301}"), Color(rawValue: "\u{E9}")]).count == 2)
    }

    @Test func `a text that is no time is reported`() throws {
        let (value, findings) = try trace([Timestamp].self, #"["2026-11-21T09:30:00Z","2026-02-30T00:00:00Z"]"#)
        #expect(value?.map(\.text) == ["2026-11-21T09:30:00Z", "1970-01-01T00:00:00Z"])
        #expect(findings == [#"bad-time /1 @24: RFC 3339 time; "2026-02-30T00:00:00Z""#])
    }

    @Test func `duplicates are reported at the later value, which counts`() throws {
        let (value, findings) = try trace([String: Int].self, #"{"a":1,"b":2,"\u0061":3}"#)
        #expect(value == ["a": 3, "b": 2])
        #expect(findings == [#"duplicate-key /a @22: one member "a"; 3"#])
        #expect(try trace(Pet.self, #"{"name":1,"name":"x"}"#).value == Pet(name: "x", born: nil))
        #expect(try places(Pet.self, #"{"name":1,"name":"x"}"#) == ["duplicate-key /name"])
    }

    @Test func `a long value is cut at 120 scalars`() throws {
        let (_, findings) = try trace([Int].self, "[\"\(String(repeating: "é", count: 200))\"]")
        #expect(findings == ["wrong-type /0 @1: integer; \"\(String(repeating: "é", count: 118))…"])
        let whole = "\"\(String(repeating: "é", count: 118))\""
        #expect(try trace([Int].self, "[\(whole)]").findings == ["wrong-type /0 @1: integer; \(whole)"])
    }

    @Test func `pointers begin at the view that is decoded, offsets at the text`() throws {
        let document = try JSONDocument(#"{"skipped":{"a":1,"a":2},"body":{"name":5,"more":[1]},"after":0}"#)
        let body = try #require(document.root["body"])
        let decoded = TracingDecoder().decode(Pet.self, from: body)
        #expect(
            decoded.findings.map(line) == ["wrong-type /name @40: string; 5", "unknown-field /more @49: nothing; [1]"]
        )
    }

    @Test func `a scalar can be the whole value`() throws {
        #expect(try trace(Int.self, "12").value == 12)
        #expect(try trace(String?.self, "null").value == .some(nil))
        #expect(try trace(Int.self, "\"x\"").findings == [#"wrong-type  @0: integer; "x""#])
        #expect(try trace(Int.self, "\"x\"").value == 0)
    }

    @Test func `a finding breaks unless it tells of growth`() throws {
        let codes = DecodingFinding.Code.allCases
        #expect(codes.map(\.rawValue).count == 10)
        let text = #"{"id":null,"age":1.5,"active":1,"created":"x","owner":{"color":"blue"},"tags":[],"x":1,"tags":[]}"#
        let findings = TracingDecoder().decode(Account.self, from: try JSONDocument(text).root).findings
        let breaking = Set(findings.filter(\.breaks).map(\.code.rawValue))
        #expect(
            breaking == [
                "unexpected-null", "number-does-not-fit", "wrong-type", "bad-time", "missing-field", "duplicate-key",
            ]
        )
        #expect(Set(findings.filter { !$0.breaks }.map(\.code.rawValue)) == ["unknown-enum", "unknown-field"])
    }

    /// A type that reads a word in the way that its decoder is told of.
    private struct Told: Decodable {
        static let way = CodingUserInfoKey(rawValue: "way")

        var words: [String]
        var way: String?

        init(from decoder: any Decoder) throws {
            words = try decoder.singleValueContainer().decode([String].self)
            way = Self.way.flatMap { decoder.userInfo[$0] as? String }
        }
    }

    @Test func `types at any depth find what the decoder was given for them`() throws {
        let way = try #require(Told.way)
        let text = #"{"a":{"b":["x"]}}"#
        let told = try TracingDecoder(userInfo: [way: "west"]).decode([String: [String: Told]].self, from: text)
        #expect(told.value?["a"]?["b"]?.way == "west")
        #expect(told.value?["a"]?["b"]?.words == ["x"])
        let untold = try TracingDecoder().decode([String: [String: Told]].self, from: text)
        #expect(untold.value?["a"]?["b"]?.words == ["x"])
        #expect(untold.value?["a"]?["b"]?.way == nil)
    }
}
