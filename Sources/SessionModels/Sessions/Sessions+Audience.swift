import WireJSON

extension Sessions {
    /// Whom a JWT is for: an array of texts, or one text alone, as RFC 7519 allows; Stytch sends an array of one.
    ///
    /// > Source: RFC 7519 §4.1.3
    public struct Audience: Codable, Hashable, Sendable, ExpressibleByArrayLiteral {
        /// Those whom the token is for.
        public var values: [String]

        /// Whether it is one text on the wire, not an array.
        public var isSingleText: Bool

        /// Makes an audience that is an array on the wire.
        public init(_ values: [String]) {
            self.values = values
            isSingleText = false
        }

        /// Makes an audience that is one text on the wire.
        public init(text: String) {
            values = [text]
            isSingleText = true
        }

        /// Makes an audience that is an array on the wire.
        public init(arrayLiteral elements: String...) {
            self.init(elements)
        }

        /// Decodes either form.
        ///
        /// - Throws: What the decoder throws; a value of neither form is one that is no array.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if case .string(let text) = try container.decode(JSONValue.self) {
                self.init(text: text)
            } else {
                self.init(try container.decode([String].self))
            }
        }

        /// Encodes the form that it has.
        ///
        /// - Throws: What the encoder throws.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            if isSingleText, let text = values.first {
                try container.encode(text)
            } else {
                try container.encode(values)
            }
        }
    }
}
