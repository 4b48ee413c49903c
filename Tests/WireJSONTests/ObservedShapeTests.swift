import Testing
import WireJSON

/// A shape of these texts.
private func shape(_ settings: ShapeSettings = ShapeSettings(), of texts: String...) throws -> ObservedShape {
    var shape = ObservedShape(settings)
    for text in texts { shape.fold(try JSONDocument(text)) }
    return shape
}

/// One line for each field: pointer, kinds, count of parents, nulls, words.
private func lines(_ shape: ObservedShape) -> [String] {
    shape.fields.map { field in
        var line = "\(field.pointer) \(field.kinds.words.joined(separator: "|")) \(field.count)/\(field.parents)"
        if field.nulls > 0 { line += " nulls \(field.nulls)" }
        if !field.words.isEmpty { line += " words \(field.words.joined(separator: ","))" }
        if field.hasOtherWords { line += " others" }
        return line
    }
}

@Suite struct ObservedShapeTests {
    @Test func `every kind of value is told apart, integers and fractions too`() throws {
        let shape = try shape(of: #"{"a":null,"b":true,"c":1,"d":1.5,"e":1e2,"f":"x","g":[],"h":{}}"#)
        #expect(
            lines(shape) == [
                " object 1/1", "/a null 1/1 nulls 1", "/b boolean 1/1", "/c integer 1/1", "/d fraction 1/1",
                "/e fraction 1/1", "/f string 1/1", "/g array 1/1", "/h object 1/1",
            ]
        )
    }

    @Test func `places in arrays are folded, and members count against the objects that could have them`() throws {
        let shape = try shape(of: #"{"s":[{"a":1,"b":null},{"a":"x"}]}"#, #"{"s":[]}"#)
        #expect(
            lines(shape) == [
                " object 2/2", "/s array 2/2", "/s/* object 2/2", "/s/*/a integer|string 2/2",
                "/s/*/b null 1/2 nulls 1",
            ]
        )
        #expect(shape.fields.map(\.isEverNonNull) == [true, true, true, true, false])
    }

    @Test func `the members of an open map are folded under its marker`() throws {
        let map = try JSONPointer("/s/*/claims")
        let shape = try shape(ShapeSettings(openMaps: [map]), of: #"{"s":[{"claims":{"x":1,"y":{"z":[2]}}}]}"#)
        #expect(
            lines(shape) == [
                " object 1/1", "/s array 1/1", "/s/* object 1/1", "/s/*/claims object 1/1",
                "/s/*/claims/{*} integer|object 2/1", "/s/*/claims/{*}/z array 1/1", "/s/*/claims/{*}/z/* integer 1/1",
            ]
        )
    }

    @Test func `words are kept where they are asked for, and only those that are admitted`() throws {
        let settings = ShapeSettings(words: [try JSONPointer("/t")])
        let token = String(repeating: "aB3", count: 20)
        let shape = try shape(
            settings,
            of: #"{"t":"oauth","u":"oauth"}"#,
            #"{"t":"otp"}"#,
            #"{"t":"oa\u0075th"}"#,
            #"{"t":"\#(token)"}"#
        )
        #expect(lines(shape) == [" object 4/4", "/t string 4/4 words oauth,otp others", "/u string 1/4"])
    }

    @Test(arguments: [
        ("oauth_github", true), ("x5t_s256", true), ("", false), ("Oauth", false), ("1x", false), ("a-b", false),
        ("deadbeef0123", true), ("deadbeef01234", false), ("é", false),
    ])
    func `a plain word is lower-case letters, underscores and few digits`(text: String, isPlain: Bool) {
        #expect(PlainWord.matches(text) == isPlain)
    }

    @Test func `a word of 64 bytes is plain, and one of 65 is not`() {
        #expect(PlainWord.matches(String(repeating: "a", count: 64)))
        #expect(!PlainWord.matches(String(repeating: "a", count: 65)))
    }

    @Test func `of duplicate keys the last one counts, and escapes do not matter`() throws {
        let shape = try shape(of: #"{"a":1,"\u0061":"x"}"#, #"{"a":"y"}"#)
        #expect(lines(shape) == [" object 2/2", "/a string 2/2"])
    }

    @Test func `keys that differ in their scalars alone are two fields`() throws {
        let shape = try shape(of: "{\"\u{E9}\":1,\"e\u{301}\":\"x\"}")
        #expect(lines(shape) == [" object 1/1", "/e\u{301} string 1/1", "/\u{E9} integer 1/1"])
    }

    @Test func `a scalar, an empty object and a part of a text are shapes too`() throws {
        #expect(lines(try shape(of: "7")) == [" integer 1/1"])
        #expect(lines(try shape(of: "{}", "[]")) == [" array|object 2/2"])
        var part = ObservedShape()
        let document = try JSONDocument(#"{"a":{"b":1},"c":{"d":2}}"#)
        part.fold(try #require(document.root["a"]))
        #expect(lines(part) == [" object 1/1", "/b integer 1/1"])
    }

    @Test func `merged shapes are as one that saw all the texts, in either order`() throws {
        let settings = ShapeSettings(openMaps: [try JSONPointer("/m")], words: [try JSONPointer("/t")])
        let first = [#"{"t":"a","m":{"x":1},"l":[1,{"k":2}]}"#, #"{"t":null}"#]
        let second = [#"{"l":[{"k":"x","z":true}],"t":"b"}"#, #"{"m":{"y":"1"}}"#]
        func folded(_ texts: [String]) throws -> ObservedShape {
            var shape = ObservedShape(settings)
            for text in texts { shape.fold(try JSONDocument(text)) }
            return shape
        }
        var merged = try folded(first)
        merged.merge(try folded(second))
        var other = try folded(second)
        other.merge(try folded(first))
        #expect(lines(merged) == lines(try folded(first + second)))
        #expect(lines(other) == lines(merged))
        #expect(merged.count == 4)
    }

    @Test func `an object of many keys is folded as one of few`() throws {
        let members = (0..<300).map { "\"k\($0)\":\($0)" }
        let forward = try shape(of: "{\(members.joined(separator: ","))}")
        let both = try shape(
            of: "{\(members.joined(separator: ","))}",
            "{\(members.reversed().joined(separator: ","))}"
        )
        #expect(forward.fields.count == 301)
        #expect(both.fields.count == 301)
        #expect(both.fields.dropFirst().allSatisfy { $0.count == 2 && $0.kinds == .integer })
    }

    @Test func `beyond the most pointers nothing is added, and the shape says so`() throws {
        let settings = ShapeSettings(words: [try JSONPointer("/w")], mostPointers: 2)
        var cut = try shape(settings, of: #"{"a":1,"b":{"c":1,"d":2},"w":"x"}"#)
        #expect(cut.isCut)
        #expect(lines(cut) == [" object 1/1", "/a integer 1/1", "/b object 1/1", "/w string 1/1 words x"])
        cut.fold(try JSONDocument(#"{"a":1,"z":[1,2]}"#))
        #expect(cut.fields.map(\.count) == [2, 2, 1, 1])
        let whole = try shape(settings, of: #"{"a":1,"b":2}"#)
        #expect(!whole.isCut)
    }

    @Test func `a key of more than 256 bytes is left out, and the shape says so`() throws {
        let long = String(repeating: "k", count: 257)
        let cut = try shape(of: #"{"\#(long)":{"a":1},"b":1}"#)
        #expect(cut.isCut)
        #expect(lines(cut) == [" object 1/1", "/b integer 1/1"])
    }

    @Test func `a text as deep as the reader allows is folded`() throws {
        let depth = JSONLimits.deepest
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let document = try JSONDocument(text, limits: JSONLimits(maximumDepth: depth))
        var shape = ObservedShape()
        shape.fold(document)
        #expect(shape.fields.count == depth)
        #expect(shape.fields.last?.pointer.count == depth - 1)
    }

    @Test func `kinds are read back from their names`() {
        #expect(ObservedKinds(words: ["null", "fraction"]) == [.null, .fraction])
        #expect(ObservedKinds(words: ["number"]) == nil)
    }
}
