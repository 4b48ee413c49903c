extension Timestamp: Codable {
    /// Reads the text of a string; the tracing decoder reports one that is no time as `bad-time`.
    public init(from decoder: any Decoder) throws {
        if let decoder = NodeDecoder(decoder) {
            self = decoder.timestamp()
            return
        }
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "expected \(Self.expected), found \(JSONText.quoted(text))"
            )
        }
        self = time
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    fileprivate static let expected = "RFC 3339 time"
}

extension NodeDecoder {
    fileprivate func timestamp() -> Timestamp {
        if !isNothing, session.nodes[node].kind == .string { session.watch?.note(.time, at: node) }
        if isNothing {
            session.placeholders.note(Timestamp.expected)
        } else if session.nodes[node].kind != .string {
            session.reportMismatch(at: node, expected: Timestamp.expected)
        } else if let time = session.nodes[node].withContent(in: session.memory.bytes, TimeScanner.time) {
            return Timestamp(time, text: session.memory.text(of: node))
        } else {
            session.report(.badTime, at: node, expected: Timestamp.expected)
        }
        return Timestamp(secondsSince1970: 0)
    }
}
