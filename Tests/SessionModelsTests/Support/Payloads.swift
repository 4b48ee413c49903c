import Foundation
import SessionModels
import Testing
import WireJSON

/// What decoding found, each as its code and its pointer.
func findings<Model: Decodable>(_ model: Model.Type, in json: String) throws -> [String] {
    let document = try JSONDocument(json)
    return TracingDecoder().decode(model, from: document.root).findings.map(\.summary)
}

/// The model of a payload in which nothing is to be found.
func decode<Model: Decodable>(
    _ model: Model.Type,
    from json: String,
    finding expected: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Model {
    let document = try JSONDocument(json)
    let decoding = TracingDecoder().decode(model, from: document.root)
    #expect(decoding.findings.map(\.summary) == expected, sourceLocation: sourceLocation)
    return try #require(decoding.value, sourceLocation: sourceLocation)
}

/// The JSON of a text.
func json(_ text: String) throws -> JSONValue {
    try JSONDocument(text).root.value
}

/// What a model encodes to with Foundation's encoder.
func encoded(_ model: some Encodable) throws -> JSONValue {
    try JSONDocument([UInt8](try JSONEncoder().encode(model))).root.value
}

/// The exact text that a model encodes to with Foundation's encoder, keys sorted.
func encodedText(_ model: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(model), as: UTF8.self)
}

/// Expects that a payload decodes without findings, with both decoders alike, and encodes to itself.
func expectRoundTrip<Model: Codable & Equatable>(
    _ model: Model.Type,
    _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let traced = try decode(model, from: text, sourceLocation: sourceLocation)
    let differences = JSONDifference.between(expected: try json(text), actual: try encoded(traced))
    #expect(differences == [], sourceLocation: sourceLocation)
    let other = try JSONDecoder().decode(model, from: Data(text.utf8))
    #expect(other == traced, sourceLocation: sourceLocation)
}

extension DecodingFinding {
    var summary: String { "\(code.rawValue) \(pointer)" }
}
