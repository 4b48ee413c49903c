/// Something that decoding met: a problem that breaks a strict client, or drift that only a record of every key shows.
public struct DecodingFinding: Sendable, Hashable {
    /// The kinds of finding.
    public enum Code: String, Sendable, CaseIterable {
        /// The model asks for a member that is not there.
        case missingField = "missing-field"
        /// The value is of another kind than the model asks for.
        case wrongType = "wrong-type"
        /// The value is `null` where the model asks for something.
        case unexpectedNull = "unexpected-null"
        /// The word is not among those that an ``OpenEnum`` knows.
        case unknownEnum = "unknown-enum"
        /// The text is no RFC 3339 time.
        case badTime = "bad-time"
        /// The number has a fraction, is out of range, or has more digits than its type holds.
        case numberDoesNotFit = "number-does-not-fit"
        /// The key came before in its object.
        case duplicateKey = "duplicate-key"
        /// The member is there, but nothing in the model asks for it.
        case unknownField = "unknown-field"
        /// The member is there under another spelling than the first one of the model.
        case alternateSpelling = "alternate-spelling"
        /// The type of the model refused the value, by an error of its own.
        case invalidValue = "invalid-value"

        /// Whether a client that decodes strictly would fail or lose something there.
        public var breaks: Bool {
            switch self {
            case .missingField, .wrongType, .unexpectedNull, .badTime, .numberDoesNotFit, .invalidValue, .duplicateKey:
                true
            case .unknownEnum, .unknownField, .alternateSpelling: false
            }
        }
    }

    /// The kind.
    public let code: Code
    /// Where, from the value that was decoded; for a missing member, where it should be.
    public let pointer: JSONPointer
    /// The first byte of the value, in the whole text; for a missing member, of the object that lacks it.
    public let offset: Int
    /// What the model asks for, in words: `string`, `integer from 0 to 255`, `RFC 3339 time`.
    public let expected: String
    /// The JSON text that is there, cut at 120 scalars; `absent` for a missing member.
    public let actual: String

    /// Whether a client that decodes strictly would fail or lose something here.
    public var breaks: Bool { code.breaks }

    /// Compares texts by scalars.
    public static func == (one: DecodingFinding, other: DecodingFinding) -> Bool {
        one.code == other.code && one.offset == other.offset && one.pointer == other.pointer
            && one.expected.hasSameScalars(as: other.expected) && one.actual.hasSameScalars(as: other.actual)
    }

    /// Hashes what tells findings of one text apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(offset)
        hasher.combine(pointer)
    }
}

/// What a tracing decoder made of a value.
public struct TracedDecoding<Value> {
    /// The decoded value, with placeholders where a finding says so; nil only where decoding could not go on at all.
    public let value: Value?
    /// Every finding, at all depths, in the order of the text; of a missing member at its object.
    public let findings: [DecodingFinding]
}

extension TracedDecoding: Sendable where Value: Sendable {}
