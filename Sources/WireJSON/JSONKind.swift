/// What a JSON value is.
public enum JSONKind: UInt8, Sendable {
    case null, bool, number, string, array, object

    /// The name used in messages: `null`, `boolean`, `number`, `string`, `array` or `object`.
    public var word: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
