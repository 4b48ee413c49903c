import Testing
import WireJSON

struct DuplicateKeyTests {
    @Test func `a duplicate has its pointer and the places of both keys`() throws {
        let document = try JSONDocument(#"{"a":1,"b":{"c":1,"d":2,"c":3},"a":2}"#)
        #expect(document.duplicateKeys.map(\.key) == ["a", "c"])
        #expect(document.duplicateKeys.map(\.pointer.description) == ["/a", "/b/c"])
        #expect(document.duplicateKeys.map(\.offset) == [31, 24])
        #expect(document.duplicateKeys.map(\.firstOffset) == [1, 12])
    }

    @Test(arguments: [
        #"{"a":1,"\u0061":2}"#, #"{"\u0061":1,"a":2}"#, #"{"\u0061":1,"\u0061":2}"#, #"{"a\/":1,"a/":2}"#,
    ])
    func `keys are compared as decoded`(text: String) throws {
        let document = try JSONDocument(text)
        #expect(document.duplicateKeys.count == 1)
        #expect(document.root.members.map(\.value.text) == ["1", "2"])
        #expect(document.root.value.object?.count == 1)
    }

    @Test(arguments: [
        "{\"é\":1,\"e\u{301}\":2}", #"{"a":1,"A":2}"#, #"{"a":1,"a ":2}"#, #"{"":1,"\u0000":2}"#, #"[{"a":1},{"a":2}]"#,
    ])
    func `keys of other scalars or other objects are no duplicates`(text: String) throws {
        #expect(try JSONDocument(text).duplicateKeys.isEmpty)
    }

    @Test func `the first key is named for each later one, and the last value counts`() throws {
        let document = try JSONDocument(#"{"a":1,"a":2,"b":3,"a":4}"#)
        #expect(document.duplicateKeys.map(\.offset) == [7, 19])
        #expect(document.duplicateKeys.map(\.firstOffset) == [1, 1])
        #expect(document.root["a"]?.text == "4")
        #expect(document.root.value.text() == #"{"a":4,"b":3}"#)
    }

    @Test(arguments: [2, 23, 24, 25, 26, 100])
    func `few and many members are treated alike`(count: Int) throws {
        let keys = (0..<count).map { "\"a rather long key \($0)\":0" }
        let document = try JSONDocument("{" + (keys + [keys[0], keys[count - 1]]).joined(separator: ",") + "}")
        #expect(document.duplicateKeys.map(\.key) == ["a rather long key 0", "a rather long key \(count - 1)"])
        #expect(
            document.root["a rather long key 0"]?.offset == document.duplicateKeys[0].offset + keys[0].utf8.count - 1
        )
    }

    @Test func `keys that differ in the middle alone are told apart`() throws {
        #expect(try JSONDocument(#"{"abcdefgh-1-ijklmnop":1,"abcdefgh-2-ijklmnop":2}"#).duplicateKeys.isEmpty)
        #expect(try JSONDocument(#"{"abcdefgh-1-ijklmnop":1,"abcdefgh-1-ijklmnop":2}"#).duplicateKeys.count == 1)
    }
}
