/// A word list that may grow: an unknown word decodes, is kept, and is reported by the tracing decoder as
/// `unknown-enum`.
public protocol OpenEnum: RawRepresentable, Codable, Hashable, Sendable where RawValue == String {
    /// Takes any word, known or not.
    init(rawValue: String)

    /// The words that are known today.
    static var knownWords: [String] { get }
}

extension OpenEnum {
    /// Whether the word is one of those known today, compared by scalars.
    public var isKnown: Bool {
        Self.knownWords.contains { $0.hasSameScalars(as: rawValue) }
    }

    /// Takes the word of a string.
    public init(from decoder: any Decoder) throws {
        guard let decoder = NodeDecoder(decoder) else {
            (decoder as? SchemaDecoder)?.change { $0.words = Self.knownWords }
            self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
            return
        }
        self.init(rawValue: decoder.scalar())
        decoder.reportUnknownWord(Self.knownWords)
    }

    /// Compares the words by scalars.
    public static func == (one: Self, other: Self) -> Bool {
        one.rawValue.hasSameScalars(as: other.rawValue)
    }

    /// Hashes the word.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ScalarKey(rawValue))
    }
}

extension NodeDecoder {
    /// Reports a string that is none of these words.
    fileprivate func reportUnknownWord(_ known: [String]) {
        guard !isNothing, session.nodes[node].kind == .string else { return }
        session.watch?.note(.word(known.map { Array($0.utf8) }), at: node)
        guard !known.contains(where: { session.memory.textIs($0, at: node) }) else { return }
        session.report(.unknownEnum, at: node, expected: "one of \(known.map(JSONText.quoted).joined(separator: ", "))")
    }
}
