/// What a field of the SDK takes from the wire.
package indirect enum WireType: Hashable, Sendable {
    case string
    case boolean
    /// A number written without a point or an exponent that fits 32 bits.
    case int32
    /// Any number, read as a `float64`.
    case number
    /// An RFC 3339 time.
    case time
    /// An object with any keys, its numbers read as `float64`.
    case map
    /// Any value, its numbers read as `float64`.
    case any
    /// A text, or a list of texts.
    case audience
    case list(WireType)
    /// A struct or a list of words of the table.
    case named(String)

    /// Reads `string`, `[string]`, `sessions.Session` and so on.
    init(_ text: String) {
        if text.utf8.first == UInt8(ascii: "["), text.utf8.last == UInt8(ascii: "]") {
            self = .list(WireType(String(text.dropFirst().dropLast())))
            return
        }
        switch text {
        case "string": self = .string
        case "boolean": self = .boolean
        case "int32": self = .int32
        case "number": self = .number
        case "time": self = .time
        case "map": self = .map
        case "any": self = .any
        case "audience": self = .audience
        default: self = .named(text)
        }
    }

    /// The struct or list of words that it names, also as an element; nil where it names none.
    var name: String? {
        switch self {
        case .named(let name): name
        case .list(let element): element.name
        default: nil
        }
    }
}
