import Testing
import WireJSON

/// Decodes a text, and gives its value and a line for each finding: `code pointer @offset: expected; actual`.
func trace<T: Decodable>(_ type: T.Type, _ text: String) throws -> (value: T?, findings: [String]) {
    let decoded = TracingDecoder().decode(type, from: try JSONDocument(text).root)
    return (decoded.value, decoded.findings.map(line))
}

/// A finding as one line.
func line(_ finding: DecodingFinding) -> String {
    "\(finding.code.rawValue) \(finding.pointer) @\(finding.offset): \(finding.expected); \(finding.actual)"
}

/// Only the codes and pointers of a decoding.
func places<T: Decodable>(_ type: T.Type, _ text: String) throws -> [String] {
    TracingDecoder().decode(type, from: try JSONDocument(text).root).findings.map {
        "\($0.code.rawValue) \($0.pointer)"
    }
}

/// A key of any text.
struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}

/// A word list that may grow.
struct Color: OpenEnum {
    let rawValue: String

    static let knownWords = ["red", "green"]
}

/// A word list that does not grow, and does not list its cases.
enum Size: String, Codable {
    case small
    case large
}

/// A word list that does not grow, but lists its cases.
enum Shape: String, Codable, CaseIterable {
    case round
    case square
}
