import Testing
import WireJSON

@testable import MockStytch

/// The value of a JSON text.
func json(_ text: String) throws -> JSONValue {
    try JSONDocument(text).root.value
}

/// The object of a JSON text.
func jsonObject(_ text: String) throws -> JSONObject {
    try #require(try json(text).object)
}

/// The bytes of a text in Base64: padded in the standard alphabet, and not in that of JWTs.
func decoded(_ text: (some StringProtocol)?, _ alphabet: Base64.Alphabet) throws -> [UInt8] {
    let text = try #require(text)
    return try #require(Base64.decode(text.utf8, alphabet, padding: alphabet == .standard ? .required : .absent))
}
