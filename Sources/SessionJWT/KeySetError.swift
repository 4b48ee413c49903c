public import WireJSON

/// Why a text is no key set.
public struct KeySetError: Error, Sendable, Equatable {
    /// What is wrong, to switch on.
    public enum Code: String, Sendable, CaseIterable {
        /// The text is longer than ``JSONWebKeySet/maximumLength``.
        case tooLarge = "too-large"

        /// The text is not JSON; ``KeySetError/position`` says where it stops being so.
        case notJSON = "not-json"

        /// The text is not an object with an array of objects under `keys`.
        case notAKeySet = "not-a-key-set"

        /// There are more keys than ``JSONWebKeySet/maximumKeyCount``.
        case tooManyKeys = "too-many-keys"
    }

    /// What is wrong.
    public let code: Code

    /// Where in the text, if it is a matter of place.
    public let position: JSONPosition?

    /// What is wrong, in words.
    public let message: String
}

extension KeySetError {
    static func tooLarge(_ length: Int) -> Self {
        let limit = JSONWebKeySet.maximumLength
        return Self(code: .tooLarge, position: nil, message: "expected at most \(limit) bytes of keys, found \(length)")
    }

    static func notJSON(_ error: JSONParseError) -> Self {
        Self(code: .notJSON, position: error.position, message: error.message)
    }

    static func notAKeySet(_ expected: String, found: JSONView?) -> Self {
        let actual = found.map { "\($0.kind)" } ?? "nothing"
        return Self(
            code: .notAKeySet,
            position: found?.position,
            message: "expected \(expected), found \(actual)"
        )
    }

    static func tooManyKeys(_ count: Int) -> Self {
        let limit = JSONWebKeySet.maximumKeyCount
        return Self(code: .tooManyKeys, position: nil, message: "expected at most \(limit) keys, found \(count)")
    }
}
