package import Conformance
import WireJSON

/// What the answers of one operation with one class of statuses looked like; values are never in it.
package struct EncodedAnswers: Decodable, Sendable, Equatable {
    package var operation: String
    /// `2xx`, `4xx` and so on.
    package var statuses: String
    /// How many answers there were whose body is JSON.
    package var count: Int
    /// How many more there were whose body is none; missing where there were none.
    package var withoutJSON: Int?
    /// Whether there was more than is kept; missing where there was not.
    package var isCut: Bool?
    /// In the order of their pointers.
    package var fields: [EncodedField]

    init(_ answers: ObservedAnswers) {
        operation = answers.operation
        statuses = answers.statuses
        count = answers.count
        withoutJSON = answers.withoutJSON > 0 ? answers.withoutJSON : nil
        isCut = answers.isCut ? true : nil
        fields = answers.fields.map(EncodedField.init)
    }

    /// The same as a run holds it.
    package var decoded: ObservedAnswers {
        ObservedAnswers(
            operation: operation,
            statuses: statuses,
            count: count,
            withoutJSON: withoutJSON ?? 0,
            isCut: isCut ?? false,
            fields: fields.map(\.decoded)
        )
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("operation", operation)
        members.add("statuses", statuses)
        members.add("count", count)
        members.add("withoutJSON", withoutJSON)
        members.add("isCut", isCut)
        members.add("fields", JSONFragment(list: fields.map(\.json)))
        return members.object
    }
}

/// What was seen at one place of such answers.
package struct EncodedField: Decodable, Sendable, Equatable {
    /// With `*` for any place in an array, and `{*}` for any key of a map whose keys mean nothing; the root is empty.
    package var pointer: String
    /// How many values there were of each kind: `null`, `boolean`, `integer`, `fraction`, `string`, `array`, `object`.
    package var kinds: [String: Int]
    /// How many values there could have been: objects of which it could be a member, arrays, answers.
    package var parents: Int
    /// The words that were seen of a closed list; missing where it is none.
    package var words: [String]?
    /// Whether other texts stood there too; missing where none did.
    package var hasOtherWords: Bool?

    init(_ field: ObservedAnswers.Field) {
        pointer = field.pointer
        let counted = zip(ObservedKinds.named.map(\.word), field.counts).filter { $0.1 > 0 }
        kinds = Dictionary(counted.map { ($0, $1) }) { first, _ in first }
        parents = field.parents
        words = field.words.nonEmpty
        hasOtherWords = field.hasOtherWords ? true : nil
    }

    fileprivate var decoded: ObservedAnswers.Field {
        ObservedAnswers.Field(
            pointer: pointer,
            counts: ObservedKinds.named.map { kinds[$0.word] ?? 0 },
            parents: parents,
            words: words ?? [],
            hasOtherWords: hasOtherWords ?? false
        )
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("pointer", pointer)
        var counts = JSONMembers()
        for (_, word) in ObservedKinds.named { counts.add(named: word, kinds[word]) }
        members.add("kinds", counts.object)
        members.add("parents", parents)
        members.add("words", words ?? [])
        members.add("hasOtherWords", hasOtherWords)
        return members.object
    }
}
