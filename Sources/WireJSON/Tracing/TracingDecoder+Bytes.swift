extension TracingDecoder {
    /// Reads UTF-8 bytes as JSON and decodes them: the value, and all that is wrong or unknown, at all depths.
    ///
    /// Fails where the bytes are no JSON, as ``JSONDocument`` does; what a model lacks or refuses is among the findings.
    public func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws(JSONParseError) -> TracedDecoding<T> {
        decode(type, from: try JSONDocument(bytes).root)
    }

    /// Reads a text as JSON and decodes it, as for bytes.
    public func decode<T: Decodable>(_ type: T.Type, from text: String) throws(JSONParseError) -> TracedDecoding<T> {
        decode(type, from: try JSONDocument(text).root)
    }
}
