/// How much of what a model declares was seen in payloads.
package struct ModelCoverage: Sendable {
    /// A declared member, and how it was seen.
    package struct Field: Sendable {
        package enum State: String, Sendable {
            /// With a value.
            case seen = "seen"
            /// As `null` alone.
            case null = "null"
            case never = "never"
        }

        package let pointer: JSONPointer
        package let state: State
        /// How often it was there, `null` among it.
        package let count: Int
    }

    /// A member or element that is one of some words.
    package struct Words: Sendable {
        package let pointer: JSONPointer
        package let seen: [String]
        package let never: [String]
    }

    package let model: String
    /// How many payloads were decoded with it.
    package let payloads: Int
    package let fields: [Field]
    package let words: [Words]

    /// What was seen at one folded pointer.
    package struct Sight: Sendable {
        package var pointer: JSONPointer
        /// How many values there were, `null` among them.
        package var count: Int
        package var nulls: Int
        /// The words that were seen.
        package var words: [String]

        package init(pointer: JSONPointer, count: Int, nulls: Int, words: [String]) {
            self.pointer = pointer
            self.count = count
            self.nulls = nulls
            self.words = words
        }
    }

    /// Holds what was seen against what a model declares; several sights of one pointer are added up.
    package init(model: String, _ declared: DeclaredModel, payloads: Int, _ sights: some Sequence<Sight>) {
        self.model = model
        self.payloads = payloads
        let spellings = declared.fields.filter { $0.spellingOf != nil }
        var observed: [JSONPointer: (count: Int, nulls: Int, words: [String])] = [:]
        for sight in sights {
            let pointer = Self.firstSpelling(of: sight.pointer, spellings)
            let known = observed[pointer] ?? (0, 0, [])
            observed[pointer] = (known.count + sight.count, known.nulls + sight.nulls, known.words + sight.words)
        }
        fields = declared.fields.filter { $0.isMember && $0.spellingOf == nil }.map { field in
            let seen = observed[field.pointer]
            let state: Field.State = seen.map { $0.nulls < $0.count ? .seen : .null } ?? .never
            return Field(pointer: field.pointer, state: state, count: seen?.count ?? 0)
        }
        words = declared.fields.filter { !$0.words.isEmpty }.map { field in
            let found = observed[field.pointer]?.words ?? []
            func isSeen(_ word: String) -> Bool { found.contains { $0.utf8.elementsEqual(word.utf8) } }
            return Words(
                pointer: field.pointer,
                seen: field.words.filter(isSeen),
                never: field.words.filter { !isSeen($0) }
            )
        }
    }

    /// The pointer with the first spelling of a key in place of another.
    private static func firstSpelling(of pointer: JSONPointer, _ spellings: [DeclaredField]) -> JSONPointer {
        var tokens = pointer.tokens
        for field in spellings {
            let path = field.pointer.tokens
            guard tokens.count >= path.count, let first = field.spellingOf, let last = path.indices.last else {
                continue
            }
            let isBelow = zip(tokens, path).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
            if isBelow { tokens[last] = first }
        }
        return JSONPointer(tokens: tokens)
    }

    /// The members that were seen with a value, and all.
    package var fieldCounts: (seen: Int, all: Int) { (fields.count { $0.state == .seen }, fields.count) }
    /// The words that were seen, and all.
    package var wordCounts: (seen: Int, all: Int) {
        (words.reduce(0) { $0 + $1.seen.count }, words.reduce(0) { $0 + $1.seen.count + $1.never.count })
    }

    /// Members with a value and words that were seen, of a hundred.
    package var percent: Double { Self.percent([self]) }

    /// The same over several models; 100 where they declare nothing.
    package static func percent(_ all: [ModelCoverage]) -> Double {
        let seen = all.reduce(0) { $0 + $1.fieldCounts.seen + $1.wordCounts.seen }
        let declared = all.reduce(0) { $0 + $1.fieldCounts.all + $1.wordCounts.all }
        return declared == 0 ? 100 : Double(seen) * 100 / Double(declared)
    }
}
