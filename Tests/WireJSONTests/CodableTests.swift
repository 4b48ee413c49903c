import Foundation
import Testing
import WireJSON

/// JSON values, numbers and times with encoders and decoders of others.
struct CodableTests {
    private func foundation(_ text: String) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    @Test(arguments: [
        "null", "true", "[1,-2,3]", #"{"a":{"b":[null,false,"x"]},"c":[]}"#, "0.1", "9223372036854775807",
        "18446744073709551615",
        "0.12345678901234567890123456789", "12345678901234567890.5", "9007199254740993", "[]", "{}", "\"\"", "1.5e10",
    ])
    func `a JSON value decodes with another decoder, numbers as decimals`(text: String) throws {
        #expect(try foundation(text) == JSONDocument(text).root.value)
    }

    @Test func `a number beyond a decimal comes as the nearest double`() throws {
        #expect(try foundation("1e300").number?.double == 1e300)
    }

    @Test(arguments: [
        "null", "[true,1,-2.5]", #"{"a":{"b":[null,false,"x\n"]},"c":[]}"#, "18446744073709551615", "0.1",
        "12345678901234567890.123456789",
        "0.12345678901234567890123456789", "1e300",
    ])
    func `a JSON value encodes with another encoder and means the same`(text: String) throws {
        let value = try JSONDocument(text).root.value
        let data = try JSONEncoder().encode([value])
        #expect(try JSONDocument(Array(data)).root.value == [value])
    }

    @Test func `a number that no other encoder can write is refused`() throws {
        let number = try #require(JSONNumber(token: "1e999"))
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([number]) }
    }

    @Test func `a time encodes as its text and decodes from it`() throws {
        let time = try #require(Timestamp("2026-11-21T09:30:00.250+02:00"))
        let data = try JSONEncoder().encode([time])
        #expect(String(decoding: data, as: UTF8.self) == #"["2026-11-21T09:30:00.250+02:00"]"#)
        #expect(try JSONDecoder().decode([Timestamp].self, from: data).map(\.text) == [time.text])
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Timestamp].self, from: Data("[\"now\"]".utf8))
        }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("expected corrupted data, found \(String(describing: error))")
            return
        }
        #expect(context.debugDescription == #"expected RFC 3339 time, found "now""#)
    }

    @Test func `an open enum encodes as its word and decodes from any`() throws {
        let data = try JSONEncoder().encode([Color(rawValue: "blue")])
        #expect(String(decoding: data, as: UTF8.self) == #"["blue"]"#)
        #expect(try JSONDecoder().decode([Color].self, from: data) == [Color(rawValue: "blue")])
    }

    @Test func `alternate spellings are read by any decoder`() throws {
        let data = Data(#"{"exp":3,"name":"a"}"#.utf8)
        #expect(try JSONDecoder().decode(AlternateSpellingTests.Model.self, from: data).expires == 3)
    }

    @Test func `types of Foundation decode with the tracing decoder`() throws {
        struct Model: Decodable { var id: UUID, time: Date }
        let text = #"{"id":"no","time":0.5}"#
        let (value, findings) = try trace(Model.self, text)
        #expect(value?.id.uuidString == "00000000-0000-0000-0000-000000000000")
        #expect(value?.time.timeIntervalSinceReferenceDate == 0.5)
        #expect(findings.map { $0.prefix { $0 != "@" } } == ["invalid-value /id "])
    }
}
