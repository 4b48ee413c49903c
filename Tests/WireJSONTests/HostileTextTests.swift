import Testing
import WireJSON

/// Texts made to overflow a stack or to make a reader slow: that these tests end at all is what they say.
struct HostileTextTests {
    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `a hundred thousand open containers are refused at the limit`(opening: String) throws {
        let text = String(repeating: opening, count: 100_000)
        let error = try #require(throws: JSONParseError.self) { try JSONDocument(text) }
        #expect(error.code == .tooDeep)
        #expect(error.message == "expected at most 512 open arrays and objects, found one more")
    }

    @Test func `the limit counts open containers, and may be set`() throws {
        let limits = JSONLimits(maximumDepth: 2)
        #expect(try JSONDocument("[[],[],[]]", limits: limits).root.count == 3)
        let error = try #require(throws: JSONParseError.self) { try JSONDocument("[[],[[]]]", limits: limits) }
        #expect(error.code == .tooDeep)
        #expect(error.offset == 5)
        #expect(try JSONDocument("1", limits: JSONLimits(maximumDepth: 0)).root.number == 1)
        #expect(throws: JSONParseError.self) { try JSONDocument("[]", limits: JSONLimits(maximumDepth: 0)) }
    }

    @Test func `a limit stays within what a stack can bear`() {
        #expect(JSONLimits().maximumDepth == 512)
        #expect(JSONLimits(maximumDepth: .max).maximumDepth == 4096)
        #expect(JSONLimits(maximumDepth: -1).maximumDepth == 0)
        var limits = JSONLimits()
        limits.maximumDepth = 1_000_000
        #expect(limits.maximumDepth == 4096)
    }

    @Test func `the deepest text is read, compared, hashed, printed and decoded`() throws {
        let text = String(repeating: "[", count: 4096) + String(repeating: "]", count: 4096)
        let document = try JSONDocument(text, limits: JSONLimits(maximumDepth: 4096))
        let value = document.root.value
        #expect(value == document.root.value)
        #expect(value.hashValue == document.root.value.hashValue)
        #expect(value.text() == text)
        #expect(JSONDifference.between(expected: value, actual: document.root.value).isEmpty)
        #expect(TracingDecoder().decode(JSONValue.self, from: document.root).value == value)
    }

    @Test func `half a million siblings are read without a stack`() throws {
        let text = "[" + String(repeating: "[],", count: 500_000) + "{}]"
        #expect(try JSONDocument(text).root.count == 500_001)
    }

    @Test func `a key that comes again 200,000 times is found each time, and the last one counts`() throws {
        let text = "{" + (0..<200_000).map { "\"a\":\($0)" }.joined(separator: ",") + "}"
        let document = try JSONDocument(text)
        #expect(document.duplicateKeys.count == 199_999)
        #expect(document.root["a"]?.number == 199_999)
        #expect(document.root.value == ["a": 199_999])
    }

    @Test func `as many different keys, escaped or not, are found to be different`() throws {
        let text = "{" + (0..<100_000).map { "\"k\($0)\":0,\"\\u006b\($0)x\":1" }.joined(separator: ",") + "}"
        let document = try JSONDocument(text)
        #expect(document.duplicateKeys.isEmpty)
        #expect(document.root.count == 200_000)
        #expect(document.root.value.object?.count == 200_000)
    }

    @Test func `a number of a million digits is compared digit by digit`() throws {
        let digits = String(repeating: "9", count: 1_000_000)
        let number = try #require(try JSONDocument(digits).root.number)
        let other = try #require(try JSONDocument(digits + ".0").root.number)
        let larger = try #require(try JSONDocument(digits + ".1").root.number)
        #expect(number == other)
        #expect(number.hashValue == other.hashValue)
        #expect(number < larger)
        #expect(number.int == nil)
        #expect(number.double == nil)
        #expect(number.canonical.utf8.count == 1_000_000 + "9.".utf8.count - 1 + "e999999".utf8.count)
    }

    @Test func `a million escapes are decoded`() throws {
        let text = "\"" + String(repeating: "\\u00e9", count: 1_000_000) + "\""
        #expect(try JSONDocument(text).root.string?.unicodeScalars.count == 1_000_000)
    }

    @Test func `a pointer of half a million steps is made, compared and freed`() throws {
        let text = String(repeating: "/a", count: 500_000)
        let pointer = try JSONPointer(text)
        #expect(pointer.count == 500_000)
        #expect(pointer == JSONPointer(tokens: Array(repeating: "a", count: 500_000)))
        #expect(pointer.description == text)
    }

    @Test func `duplicates below a long path share it`() throws {
        let key = String(repeating: "k", count: 10_000)
        let members = (0..<10_000).map { "\"\($0 % 5000)\":0" }.joined(separator: ",")
        let document = try JSONDocument("{\"\(key)\":{\(members)}}")
        let duplicates = document.duplicateKeys
        #expect(duplicates.count == 5000)
        #expect(duplicates.last?.pointer == JSONPointer(tokens: [key, "4999"]))
    }

    @Test func `a model that finds ten thousand problems reports each`() throws {
        struct Element: Decodable { var a: Int }
        let text = "[" + Array(repeating: #"{"b":1}"#, count: 10_000).joined(separator: ",") + "]"
        let decoded = TracingDecoder().decode([Element].self, from: try JSONDocument(text).root)
        #expect(decoded.findings.count == 20_000)
        #expect(decoded.findings.last?.pointer.description == "/9999/b")
    }

    @Test func `a model that asks a large object for all its keys backwards is answered`() throws {
        struct Backwards: Decodable {
            var sum = 0
            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: AnyKey.self)
                for key in container.allKeys.reversed() { sum += try container.decode(Int.self, forKey: key) }
            }
        }
        let text = "{" + (0..<20_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
        let decoded = TracingDecoder().decode(Backwards.self, from: try JSONDocument(text).root)
        #expect(decoded.value?.sum == 199_990_000)
        #expect(decoded.findings.isEmpty)
    }

    @Test func `large equal objects in opposite orders are equal, and their differences found`() throws {
        let members = (0..<20_000).map { ("k\($0)", JSONValue.number(JSONNumber($0))) }
        let one = JSONValue.object(JSONObject(members))
        var reversed = JSONObject(members.reversed())
        #expect(one == .object(reversed))
        reversed["k77"] = nil
        reversed["new"] = true
        let differences = JSONDifference.between(expected: one, actual: .object(reversed))
        #expect(differences.map(\.pointer.description) == ["/k77", "/new"])
    }
}
