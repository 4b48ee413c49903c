import WireJSON

/// What Go's `omitempty` does to the values of request parameters.
extension KeyedEncodingContainer {
    /// Encodes a text unless there is none or it is empty.
    mutating func encodeUnlessEmpty(_ value: String?, forKey key: Key) throws {
        guard let value, !value.isEmpty else { return }
        try encode(value, forKey: key)
    }

    /// Encodes a number unless there is none or it is zero.
    mutating func encodeUnlessEmpty(_ value: Int32?, forKey key: Key) throws {
        guard let value, value != 0 else { return }
        try encode(value, forKey: key)
    }

    /// Encodes a map unless there is none or it is empty; a null inside it stays.
    mutating func encodeUnlessEmpty(_ value: JSONObject?, forKey key: Key) throws {
        guard let value, !value.isEmpty else { return }
        try encode(value, forKey: key)
    }
}
