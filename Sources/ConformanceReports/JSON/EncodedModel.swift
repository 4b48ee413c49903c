import Conformance
import WireJSON

/// How much of what a model declares the answers of a run held.
package struct EncodedModel: Decodable, Sendable, Equatable {
    package var model: String
    /// How many answers of operations with this model there were.
    package var answers: Int
    /// Whether the shape of some was cut; missing where none was.
    package var isCut: Bool?
    /// The members that were there with a value; missing where there are none, as are the next.
    package var seen: [String]?
    /// The members that were `null` whenever they were there.
    package var null: [String]?
    /// The members that were never there.
    package var never: [String]?
    /// The closed lists.
    package var words: [EncodedWords]?

    init(_ model: AnsweredModel) {
        self.model = model.model
        answers = model.answers
        isCut = model.isCut ? true : nil
        seen = model.seen.nonEmpty
        null = model.null.nonEmpty
        never = model.never.nonEmpty
        words = model.words.map(EncodedWords.init).nonEmpty
    }

    /// The same as a run holds it.
    var decoded: AnsweredModel {
        AnsweredModel(
            model: model,
            answers: answers,
            isCut: isCut ?? false,
            seen: seen ?? [],
            null: null ?? [],
            never: never ?? [],
            words: (words ?? []).map {
                AnsweredModel.Words(pointer: $0.pointer, seen: $0.seen ?? [], never: $0.never ?? [])
            }
        )
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("model", model)
        members.add("answers", answers)
        members.add("isCut", isCut)
        members.add("seen", seen ?? [])
        members.add("null", null ?? [])
        members.add("never", never ?? [])
        members.add("words", (words ?? []).map(\.json))
        return members.object
    }
}

/// A closed list of words at one place of answers.
package struct EncodedWords: Decodable, Sendable, Equatable {
    package var pointer: String
    /// The words that some answer had; missing where there are none, as are the next.
    package var seen: [String]?
    /// The words that no answer had.
    package var never: [String]?

    init(_ words: AnsweredModel.Words) {
        pointer = words.pointer
        seen = words.seen.nonEmpty
        never = words.never.nonEmpty
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("pointer", pointer)
        members.add("seen", seen ?? [])
        members.add("never", never ?? [])
        return members.object
    }
}
