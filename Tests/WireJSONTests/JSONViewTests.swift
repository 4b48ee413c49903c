import Testing
import WireJSON

struct JSONViewTests {
    private let document: JSONDocument

    init() throws {
        document = try JSONDocument(
            #"""
            {
              "user": { "name": "Ada", "tags": ["a", "b"], "é\n": null },
              "count": 1e2,
              "locked": false,
              "a/b": { "~": [[0, 1], { "x": true }] }
            }
            """#
        )
    }

    @Test(arguments: [
        (0..<99, ["-.a=x", "-.l=y", "-.l=1", "l.b=z", "-.c\u{E9}=w"]), (5..<6, ["-.a=x"]), (8..<9, []),
        (15..<16, ["-.l=y"]), (17..<30, ["-.l=1", "l.b=z"]), (18..<19, ["-.l=1"]), (-9..<0, []), (200..<300, []),
    ])
    func `the texts and numbers in a part of the bytes are found with their keys and those of what they stand in`(
        range: Range<Int>,
        expected: [String]
    ) throws {
        let document = try JSONDocument(#"{"a":"x","l":["y",1,{"b":"z"}],"c\u00e9":"w"}"#)
        let texts = document.scalars(in: range).map { "\($0.object ?? "-").\($0.key ?? "-")=\($0.value)" }
        #expect(texts == expected)
    }

    @Test func `members come in the order of the text, with their places`() {
        let members = Array(document.root.members)
        #expect(members.map(\.key) == ["user", "count", "locked", "a/b"])
        #expect(members.map(\.keyOffset) == [4, 67, 83, 102])
        #expect(members.map(\.value.offset) == [12, 76, 93, 109])
        #expect(members.map(\.value.kind) == [.object, .number, .bool, .object])
    }

    @Test func `a key is compared by its decoded scalars`() throws {
        let user = try #require(document.root["user"])
        #expect(user["é\n"]?.isNull == true)
        #expect(user["e\u{301}\n"] == nil)
        #expect(Array(user.members)[2].keyIs("é\n"))
        #expect(!Array(user.members)[2].keyIs("é"))
        #expect(!Array(user.members)[0].keyIs("names"))
    }

    @Test func `elements and members of another kind are none`() {
        #expect(Array(document.root.elements).isEmpty)
        #expect(document.root["count"]?.members.map(\.key) == [])
        #expect(document.root[0] == nil)
        #expect(document.root["count"]?["x"] == nil)
        #expect(document.root["locked"]?.count == 0)
    }

    @Test func `an element is found by its place`() {
        let tags = document.root["user"]?["tags"]
        #expect(tags?.count == 2)
        #expect(tags?[0]?.string == "a")
        #expect(tags?[1]?.string == "b")
        #expect(tags?[2] == nil)
        #expect(tags?[-1] == nil)
    }

    @Test func `a scalar gives its own kind alone`() {
        let root = document.root
        #expect(root["locked"]?.bool == false)
        #expect(root["locked"]?.string == nil)
        #expect(root["count"]?.number?.token == "1e2")
        #expect(root["count"]?.bool == nil)
        #expect(root["user"]?["name"]?.string == "Ada")
        #expect(root["user"]?["name"]?.number == nil)
        #expect(root["user"]?["name"]?.isNull == false)
    }

    @Test func `a string is compared without being made`() {
        let name = document.root["user"]?["name"]
        #expect(name?.isString("Ada") == true)
        #expect(name?.isString("Adb") == false)
        #expect(name?.isString("Ad") == false)
        #expect(document.root["count"]?.isString("1e2") == false)
    }

    @Test(arguments: [
        ("", "{"), ("/user/tags/1", "\"b\""), ("/a~1b/~0/0/1", "1"), ("/a~1b/~0/1/x", "true"), ("/count", "1e2"),
    ])
    func `a pointer leads to its value`(pointer: String, text: String) throws {
        let view = try #require(document.root.value(at: JSONPointer(pointer)))
        #expect(view.text.hasPrefix(text))
        #expect(document.root.value.value(at: try JSONPointer(pointer)) == view.value)
    }

    @Test(arguments: [
        "/nobody", "/user/tags/2", "/user/tags/01", "/user/tags/-", "/user/tags/+1", "/count/0", "/user/tags/", "/",
    ])
    func `a pointer to nothing leads nowhere`(pointer: String) throws {
        #expect(document.root.value(at: try JSONPointer(pointer)) == nil)
        #expect(document.root.value.value(at: try JSONPointer(pointer)) == nil)
    }

    @Test func `columns of long lines are counted in scalars too`() throws {
        let letters = String(repeating: "é", count: 20_000)
        let text = try JSONDocument(Array("{\"a\": \"\(letters)\", \"b\": 7}".utf8))
        #expect(text.root["b"]?.position == JSONPosition(line: 1, column: 20_016))
        #expect(text.position(at: 7 + 20_000) == JSONPosition(line: 1, column: 10_008))
        #expect(text.position(at: 16_384) == JSONPosition(line: 1, column: 8_196))
        #expect(text.position(at: 16_385) == JSONPosition(line: 1, column: 8_197))
        let lines = try JSONDocument(Array("{\n\"a\": \"\(letters)\",\n \"b\": 7}".utf8))
        #expect(lines.position(at: 16_386) == JSONPosition(line: 2, column: 8_196))
        #expect(lines.position(at: 40_000) == JSONPosition(line: 2, column: 20_003))
        #expect(lines.root["b"]?.position == JSONPosition(line: 3, column: 7))
    }

    @Test func `positions count lines, and columns in scalars`() throws {
        #expect(document.root.position == JSONPosition(line: 1, column: 1))
        #expect(document.root["user"]?["name"]?.position == JSONPosition(line: 2, column: 21))
        #expect(document.root["locked"]?.position == JSONPosition(line: 4, column: 13))
        let text = try JSONDocument("[\"é𝄞\",1]")
        #expect(text.position(at: 9) == JSONPosition(line: 1, column: 6))
        #expect(text.position(at: 5) == JSONPosition(line: 1, column: 4), "a byte inside of 𝄞")
        #expect(text.position(at: -5) == JSONPosition(line: 1, column: 1))
        #expect(text.position(at: 99) == JSONPosition(line: 1, column: 9))
    }

    @Test func `a line is its text without its end`() throws {
        let text = try JSONDocument("[\r\n  1,\n\n 2]\n")
        #expect((0...6).map(text.line) == ["", "[", "  1,", "", " 2]", "", ""])
        #expect(text.position(at: 13) == JSONPosition(line: 5, column: 1))
    }

    @Test func `a view gives its document and its source text`() throws {
        let view = try #require(document.root["user"]?["tags"])
        #expect(view.text == #"["a", "b"]"#)
        #expect(view.document.root.offset == 0)
        #expect(view.range.count == 10)
    }

    @Test func `a view becomes a value that keeps number tokens and order`() {
        #expect(
            document.root.value.text()
                == #"{"user":{"name":"Ada","tags":["a","b"],"é\n":null},"count":1e2,"locked":false,"a/b":{"~":[[0,1],{"x":true}]}}"#
        )
    }
}
