import Foundation
import Testing
import WireJSON

struct KnownKeysTests {
    /// The keys of an object that are among four, and no more of it.
    struct Found: Decodable {
        static let keys = KnownKeys(["email", "phone", "é", "a key of more than sixteen bytes"])

        var places: [Int]

        init(from decoder: any Decoder) throws {
            places = try Self.keys.places(in: decoder)
        }
    }

    @Test(arguments: [
        (#"{"phone":1,"x":{"email":0},"email":null}"#, [1, 0]), (#"{"\u0065mail":1,"E":2}"#, [0]),
        (#"{"e\u0301":1,"\u00e9":2}"#, [2]), (#"{"email":1,"phone":2,"email":3}"#, [1, 0]),
        (#"{"a key of more than sixteen bytes":1,"a key of more then sixteen bytes":2}"#, [3]),
        (#"{"":1,"emai":2,"emails":3,"Email":4}"#, []), ("{}", []), ("[\"email\"]", []), ("null", []),
        ("\"email\"", []),
    ])
    func `the tracing decoder finds them in the order of the text`(text: String, places: [Int]) throws {
        #expect(try trace(Found.self, text).value?.places == places)
    }

    @Test func `a missing object has none of them`() throws {
        struct Outer: Decodable {
            var inner: Found
        }
        #expect(try trace(Outer.self, "{}").value?.inner.places == [])
    }

    @Test func `any other decoder finds the same`() throws {
        func places(_ text: String) throws -> [Int] {
            try JSONDecoder().decode(Found.self, from: Data(text.utf8)).places.sorted()
        }
        #expect(try places(#"{"phone":1,"x":{"email":0},"email":null}"#) == [0, 1])
        #expect(try places(#"{"":1,"emai":2,"emails":3,"Email":4}"#) == [])
        #expect(throws: DecodingError.self) { try places("[\"email\"]") }
    }

    @Test func `what is found still counts as unknown until it is asked for`() throws {
        struct Asking: Decodable {
            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: AnyKey.self)
                _ = try Found.keys.places(in: decoder)
                _ = try container.decode(Int.self, forKey: AnyKey(stringValue: "phone"))
            }
        }
        #expect(try places(Asking.self, #"{"email":1,"phone":2}"#) == ["unknown-field /email"])
    }

    @Test func `each of many keys is found, and no other`() throws {
        let names = (0..<500).map { "key_\($0)_factor" }
        let keys = KnownKeys(names + names)
        struct Reader: DecodableWithConfiguration {
            var places: [Int]

            init(from decoder: any Decoder, configuration keys: KnownKeys) throws {
                places = try keys.places(in: decoder)
            }
        }
        let members = (0..<1000).map { "\"key_\($0)_factor\":\($0)" }.joined(separator: ",")
        let text = Data("{\(members)}".utf8)
        let found = try JSONDecoder().decode(Reader.self, from: text, configuration: keys).places
        #expect(found.sorted() == Array(0..<500))
        #expect(try JSONDecoder().decode(Reader.self, from: text, configuration: KnownKeys([])).places == [])
    }
}
