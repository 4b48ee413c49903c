import Testing
import WireJSON

/// A reader that learns reads just what one reads that does not.
@Suite struct LearningReaderTests {
    private static let texts = [
        #"{"name":"a","list":[1,-2.5e3,true,false,null,{"deep":[[],{},""]}],"end":0}"#,
        #"{"a":1,"a":"two","b":{"c":1,"c":[2],"c":3},"\u0061":null}"#,
        "{\n  \"plain\": \"x\",\n  \"escaped\": \"\\n\\u00e9\\\"\",\r\n  \"beyond\": \"é€😀\"\n}\n",
        "\n[ 1 , \"\" ,\n\"b\"]\n\n", "12", "\"\"", " true ", "null", "[[[]]]",
        #"{"pair":"\ud83d\ude00"}"#, #"{"tiny":1e-400,"big":12345678901234567890}"#,
    ]

    /// All that a document tells, as one text.
    private static func description(_ document: JSONDocument) -> String {
        var lines = ["\(document.bytes.count) bytes, duplicates \(document.duplicateKeys)"]
        func add(_ view: JSONView, _ depth: Int) {
            lines.append("\(depth) \(view.kind) \(view.range) \(view.position) \(view.text) \(view.string ?? "-")")
            for element in view.elements { add(element, depth + 1) }
            for member in view.members {
                lines.append("\(depth) key \(member.key) \(member.keyOffset) \(view[member.key]?.offset ?? -1)")
                add(member.value, depth + 1)
            }
        }
        add(document.root, 0)
        for line in 0...6 { lines.append("line \(line): \(document.offset(ofLine: line)) \(document.line(line))") }
        return lines.joined(separator: "\n")
    }

    private static func outcome(_ read: () throws(JSONParseError) -> JSONDocument) -> String {
        do throws(JSONParseError) { return description(try read()) } catch { return "\(error)" }
    }

    @Test(arguments: texts)
    func `a text is read the same before and after it is known`(text: String) throws {
        let reader = LearningReader()
        let plain = try JSONDocument(text)
        for _ in 0..<3 {
            let learned = try reader.document(Array(text.utf8))
            #expect(learned.layout != nil || text.contains("\\ud83d"))
            #expect(Self.description(learned) == Self.description(plain))
        }
    }

    @Test(arguments: texts)
    func `a text with one thing changed is read as if nothing were known`(text: String) throws {
        let reader = LearningReader()
        let bytes = Array(text.utf8)
        _ = try reader.document(bytes)
        for place in bytes.indices {
            let replaced = [0, 10, 32, 34, 43, 44, 45, 46, 48, 49, 57, 58, 92, 93, 101, 125, 127, 195, 255].map {
                byte in
                Array(bytes[..<place]) + [byte] + Array(bytes[(place + 1)...])
            }
            let removed = Array(bytes[..<place]) + Array(bytes[(place + 1)...])
            let doubled = Array(bytes[...place]) + Array(bytes[place...])
            for changed in replaced + [removed, doubled] {
                // A reader of its own: what is changed must not be learned.
                let expected = Self.outcome { () throws(JSONParseError) in try JSONDocument(changed) }
                let known = LearningReader()
                _ = try known.document(bytes)
                #expect(Self.outcome { () throws(JSONParseError) in try known.document(changed) } == expected)
                #expect(Self.outcome { () throws(JSONParseError) in try reader.document(changed) } == expected)
            }
        }
    }

    @Test func `texts that differ in their scalars have one layout`() throws {
        let reader = LearningReader()
        let first = try reader.document(Array(#"{"a":"x","b":[1,true]}"#.utf8))
        for text in [#"{"a":"","b":[0,false]}"#, #"{"a":"é longer than before","b":[-1234567,true]}"#] {
            let other = try reader.document(Array(text.utf8))
            #expect(other.layout != nil && other.layout == first.layout)
        }
        for text in [
            #"{"a":"x","b":[1.5,true]}"#, #"{"a":"\n","b":[1,true]}"#, #"{"a":"x","b":[1,null]}"#, #"{"b":"x"}"#,
        ] {
            let other = try reader.document(Array(text.utf8))
            #expect(other.layout != nil && other.layout != first.layout)
        }
    }

    @Test func `what is learned is bounded`() throws {
        let reader = LearningReader()
        var known = 0
        for count in 0..<200 {
            let text = #"{"\#(count)\#(String(repeating: "k", count: 20_000))":0}"#
            known += try reader.document(Array(text.utf8)).layout != nil ? 1 : 0
        }
        // A mebibyte holds some 52 of them.
        #expect((48...56).contains(known))
        let long = try reader.document(Array("\"\(String(repeating: "x", count: 70_000))\"".utf8))
        #expect(long.layout == nil)
    }
}
