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

/// The bytes of a text in Base64.
func decoded(_ text: (some StringProtocol)?, _ variant: Base64.Variant) throws -> [UInt8] {
    let text = try #require(text)
    return try #require(Base64.decode(text, variant))
}
