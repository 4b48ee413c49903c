package import WireJSON

/// What the answers of one operation with one class of statuses looked like: no value of them, but words of closed lists.
package struct ObservedAnswers: Sendable, Hashable {
    /// What was seen at one place.
    package struct Field: Sendable, Hashable {
        /// With `*` for any place in an array, and `{*}` for any key of a map whose keys mean nothing; the root is empty.
        package var pointer: String
        /// How many values of each kind, in the order of `ObservedKinds.named`.
        package var counts: [Int]
        /// How many there could have been: objects of which it could be a member, arrays, answers.
        package var parents: Int
        /// In the order of their bytes; of a closed list alone.
        package var words: [String]
        /// Whether other texts stood there too.
        package var hasOtherWords: Bool

        package init(pointer: String, counts: [Int], parents: Int, words: [String] = [], hasOtherWords: Bool = false) {
            self.pointer = pointer
            self.counts = counts
            self.parents = parents
            self.words = words
            self.hasOtherWords = hasOtherWords
        }

        package var count: Int { counts.reduce(0, +) }
    }

    package var operation: String
    /// `2xx`, `4xx` and so on.
    package var statuses: String
    /// How many answers there were whose body is JSON, whatever their cases came to.
    package var count: Int
    /// How many more there were whose body is none.
    package var withoutJSON: Int
    /// Whether something was left out: more than is kept, or keys that may be somebody's ids.
    package var isCut: Bool
    /// In the order of the bytes of their pointers.
    package var fields: [Field]

    package init(
        operation: String,
        statuses: String,
        count: Int,
        withoutJSON: Int = 0,
        isCut: Bool = false,
        fields: [Field]
    ) {
        self.operation = operation
        self.statuses = statuses
        self.count = count
        self.withoutJSON = withoutJSON
        self.isCut = isCut
        self.fields = fields
    }

    /// What a shape saw, without keys that are no names.
    init(operation: String, statuses: String, _ shape: ObservedShape) {
        let seen = shape.fields
        let shown = seen.filter { $0.pointer.tokens.allSatisfy(MemberName.isName) }
        self.init(
            operation: operation,
            statuses: statuses,
            count: shape.count,
            isCut: shape.isCut || shown.count < seen.count,
            fields: shown.map { field in
                Field(
                    pointer: field.pointer.description,
                    counts: field.counts,
                    parents: field.parents,
                    words: field.words,
                    hasOtherWords: field.hasOtherWords
                )
            }
        )
        fields.sort { $0.pointer.utf8.lexicographicallyPrecedes($1.pointer.utf8) }
    }

    /// Takes in what another part of the run saw of the same answers; as if one had seen them all.
    package mutating func add(_ other: ObservedAnswers) {
        let own = self
        count += other.count
        withoutJSON += other.withoutJSON
        isCut = isCut || other.isCut
        let places = Dictionary(fields.indices.map { (Array(fields[$0].pointer.utf8), $0) }) { first, _ in first }
        for field in other.fields {
            if let place = places[Array(field.pointer.utf8)] {
                fields[place].add(field)
            } else {
                var added = field
                added.parents += own.parents(ofMissing: field.pointer)
                fields.append(added)
            }
        }
        let theirs = Set(other.fields.map { Array($0.pointer.utf8) })
        for (pointer, place) in places where !theirs.contains(pointer) {
            fields[place].parents += other.parents(ofMissing: fields[place].pointer)
        }
        fields.sort { $0.pointer.utf8.lexicographicallyPrecedes($1.pointer.utf8) }
    }

    /// How many could have held what was not seen here.
    private func parents(ofMissing pointer: String) -> Int {
        guard let slash = pointer.utf8.lastIndex(of: UInt8(ascii: "/")) else { return count }
        guard let parent = fields.first(where: { $0.pointer.utf8.elementsEqual(pointer.utf8[..<slash]) }) else {
            return 0
        }
        let isElement = pointer.utf8[slash...].elementsEqual("/*".utf8)
        return parent.count(of: .object) + (isElement ? parent.count(of: .array) : 0)
    }
}

extension ObservedAnswers.Field {
    /// How many values of one kind.
    package func count(of kind: ObservedKinds) -> Int {
        zip(ObservedKinds.named, counts).first { $0.0.kind == kind }?.1 ?? 0
    }

    fileprivate mutating func add(_ other: ObservedAnswers.Field) {
        counts = zip(counts, other.counts).map { $0 + $1 }
        parents += other.parents
        hasOtherWords = hasOtherWords || other.hasOtherWords
        for word in other.words where !words.contains(where: { $0.utf8.elementsEqual(word.utf8) }) {
            words.append(word)
        }
        words.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// Tells names of members from ids, addresses and tokens, which a server may use for keys as well.
enum MemberName {
    /// The most digits: names have few, while ids and tokens have many.
    private static let mostDigits = 4
    private static let mostBytes = 64

    static func isName(_ key: String) -> Bool {
        guard key.utf8.count <= mostBytes else { return false }
        var digits = 0
        for byte in key.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            default: guard "_-.$#:/*{}".utf8.contains(byte) else { return false }
            }
        }
        return digits <= mostDigits
    }
}
