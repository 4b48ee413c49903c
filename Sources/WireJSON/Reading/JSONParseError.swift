/// Why a text is no JSON, and where: the first problem in byte order.
public struct JSONParseError: Error, Sendable, Equatable {
    /// The kinds of problem, to switch on.
    public enum Code: String, Sendable, CaseIterable {
        case empty = "empty"
        case unexpectedCharacter = "unexpected-character"
        case unexpectedEnd = "unexpected-end"
        case badNumber = "bad-number"
        case badEscape = "bad-escape"
        case badLiteral = "bad-literal"
        case controlCharacter = "control-character"
        case badUTF8 = "bad-utf8"
        case loneSurrogate = "lone-surrogate"
        case tooDeep = "too-deep"
        case trailingText = "trailing-text"
        case byteOrderMark = "byte-order-mark"
        /// The text has 4 GiB or more, which node positions cannot count.
        case tooLarge = "too-large"
    }

    /// What kind of problem it is.
    public let code: Code
    /// The byte where it shows, from 0; the number of bytes when the text ends too early.
    public let offset: Int
    /// The same place as a line and a column.
    public let position: JSONPosition
    /// What is wrong, in words, without the place: `expected ',' or '}' after a member, found 'x'`.
    public let message: String
}

extension JSONParseError: CustomStringConvertible {
    /// The place and the message: `2:5: expected ':' after a key, found '='`.
    public var description: String { "\(position.line):\(position.column): \(message)" }
}

/// A problem as the reader meets it, before its line and column are counted.
struct ReadFailure: Error {
    var code: JSONParseError.Code
    var offset: Int
    var message: String
}
