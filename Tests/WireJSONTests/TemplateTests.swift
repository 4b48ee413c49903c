import Testing
import WireJSON

/// A word with two that are known.
private struct Hue: OpenEnum {
    static let knownWords = ["red", "blue"]
    var rawValue: String
}

private struct Thing: Decodable {
    var name: String
    var color: Hue?
    var at: Timestamp?
    var small: Int8?
    var exact: Double?
    var open: JSONValue?
}

@Suite struct TemplateTests {
    private func learn(_ text: String, _ reader: LearningReader, _ texts: inout CleanTexts) {
        guard let document = try? reader.document(Array(text.utf8)) else { return }
        texts.learn(document, TracingDecoder().watch(Thing.self, from: document.root))
    }

    /// Whether a text is known to be clean after another one was decoded.
    private func isClean(_ text: String, after first: String) throws -> Bool {
        let reader = LearningReader()
        var texts = CleanTexts()
        learn(first, reader, &texts)
        guard let document = try? reader.document(Array(text.utf8)) else { return false }
        let isClean = texts.hold(document)
        // What is known must be so.
        if isClean { #expect(try trace(Thing.self, text).findings == []) }
        return isClean
    }

    @Test(arguments: [
        (#"{"name":"a"}"#, #"{"name":""}"#), (#"{"name":"a"}"#, #"{"name":"é"}"#),
        (#"{"name":"\n"}"#, #"{"name":"\"é\u00e9\/"}"#),
        (#"{"name":"a","color":"red"}"#, #"{"name":"a","color":"blue"}"#),
        (#"{"name":"a","at":"2026-11-21T09:30:00Z"}"#, #"{"name":"a","at":"2027-01-01T00:00:00.5+02:00"}"#),
        (#"{"name":"a","small":1}"#, #"{"name":"a","small":-128}"#),
        (#"{"name":"a","open":[1,true,2.5]}"#, #"{"name":"b","open":[12345678901234567890,false,-1e-9]}"#),
        (#"{ "name" : "a" } "#, #"{ "name" : "b" } "#), ("{\n  \"name\":\n\"a\"}\n", "{\n  \"name\":\n\"bc\"}\n"),
        (#"{"name":"a","color":null}"#, #"{"name":"b","color":null}"#),
    ])
    func `a text like one that was clean is clean`(first: String, text: String) throws {
        #expect(try isClean(first, after: first))
        #expect(try isClean(text, after: first))
    }

    @Test(arguments: [
        (#"{"name":"a"}"#, #"{"name":1}"#), (#"{"name":"a"}"#, #"{"name":"a" }"#), (#"{"name":"a"}"#, #"{"name":"a"#),
        (#"{"name":"a"}"#, #"{"name":"a"}}"#), (#"{"name":"a"}"#, #"{"name":"a"}"# + "\n"), (#"{"name":"a"}"#, ""),
        (#"{"name":"a"}"#, #"{"name":"\n"}"#), (#"{"name":"\n"}"#, #"{"name":"\ud83d\ude00"}"#),
        (#"{"name":"a"}"#, "{\"name\":\"\u{7F}\u{1F}\"}"),
        (#"{"name":"a","color":"red"}"#, #"{"name":"a","color":"green"}"#),
        (#"{"name":"a","color":"red"}"#, #"{"name":"a","color":"r\u0065d"}"#),
        (#"{"name":"a","at":"2026-11-21T09:30:00Z"}"#, #"{"name":"a","at":"2026-11-21T24:30:00Z"}"#),
        (#"{"name":"a","small":1}"#, #"{"name":"a","small":128}"#),
        (#"{"name":"a","small":1}"#, #"{"name":"a","small":1234567890123456789}"#),
        (#"{"name":"a","small":1}"#, #"{"name":"a","small":01}"#),
        (#"{"name":"a","open":[1]}"#, #"{"name":"a","open":[1.5]}"#),
        (#"{"name":"a","open":[1.5]}"#, #"{"name":"a","open":[1]}"#),
        // What a Double holds cannot be told from the form of a number.
        (#"{"name":"a","exact":1}"#, #"{"name":"a","exact":1}"#),
        ("{\"name\":\n\"a\"}", "{\"name\":\n\n\"a\"}"), ("{\"name\":\n\"a\"}", "{\"name\":"),
        ("{\"name\":\n\"a\"}", "{\"name\":\n\"a\"}\n"),
        // With a finding nothing is learned.
        (#"{"name":"a","x":1}"#, #"{"name":"a","x":1}"#),
    ])
    func `any other text must be decoded`(first: String, text: String) throws {
        #expect(try !isClean(text, after: first))
    }

    @Test func `bytes that are no UTF-8 are in no gap`() throws {
        let reader = LearningReader()
        _ = try reader.document(Array(#"{"name":"a"}"#.utf8))
        for end in ["\"}", ""] {
            let bytes = Array(#"{"name":""#.utf8) + [0xC3] + Array(end.utf8)
            #expect(throws: JSONParseError.self) { try reader.document(bytes) }
        }
    }

    @Test func `texts that begin alike are told apart later`() throws {
        let reader = LearningReader()
        var texts = CleanTexts()
        let learned = [
            #"{"color":"red","name":"a"}"#, #"{"color":null,"name":"a"}"#, #"{"open":"red","name":"a"}"#,
            #"{"open":"red","name":"a","small":1}"#, #"{"open":["red"],"name":"a","small":1}"#,
        ]
        for text in learned { learn(text, reader, &texts) }
        for text in learned { #expect(texts.hold(try reader.document(Array(text.utf8)))) }
        #expect(texts.hold(try reader.document(Array(#"{"open":"blue","name":"b","small":2}"#.utf8))))
        #expect(!texts.hold(try reader.document(Array(#"{"open":"blue","name":"b","small":200}"#.utf8))))
    }

    @Test func `what is learned is bounded`() throws {
        let reader = LearningReader()
        var texts = CleanTexts()
        for count in 0..<100 {
            // Each some 20,000 bytes, with one key more than the one before.
            let members = (0...count).map { #""\#($0)-\#(String(repeating: "x", count: 20_000 / (count + 1)))":0"# }
            let text = #"{"name":"a","open":{\#(members.joined(separator: ","))}}"#
            learn(text, reader, &texts)
            // A mebibyte holds some 44 of them.
            if count < 36 || count > 60 {
                #expect(texts.hold(try reader.document(Array(text.utf8))) == (count < 36))
            }
        }
    }

    @Test func `a watch tells what was asked of each scalar`() throws {
        let text = #"{"name":"a","color":"red","at":"x","small":7,"exact":2,"open":{"at":"y"}}"#
        let checks = TracingDecoder().watch(Thing.self, from: try JSONDocument(text).root).checks
        #expect(checks.keys.sorted() == [20, 31, 43, 53])
        #expect(checks[20] == .word([Array("red".utf8), Array("blue".utf8)]))
        #expect(checks[31] == .time)
        #expect(checks[43] == .integer(-128...127))
        #expect(checks[53] == .unforeseen)
    }
}
