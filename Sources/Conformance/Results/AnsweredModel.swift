import WireJSON

/// How much of what a model declares the answers of a run held; every list is in the order of its bytes.
package struct AnsweredModel: Sendable, Hashable {
    /// A closed list of words at one place.
    package struct Words: Sendable, Hashable {
        package var pointer: String
        /// The words that some answer had.
        package var seen: [String]
        /// The words that no answer had.
        package var never: [String]

        package init(pointer: String, seen: [String] = [], never: [String] = []) {
            self.pointer = pointer
            self.seen = seen
            self.never = never
        }
    }

    package var model: String
    /// How many answers of operations with this model there were.
    package var answers: Int
    /// Whether the shape of some was cut, so that what seems never seen may have been.
    package var isCut: Bool
    /// The members that were there with a value.
    package var seen: [String]
    /// The members that were `null` whenever they were there.
    package var null: [String]
    /// The members that were never there.
    package var never: [String]
    /// The closed lists, by their places.
    package var words: [Words]

    package init(
        model: String,
        answers: Int,
        isCut: Bool = false,
        seen: [String] = [],
        null: [String] = [],
        never: [String] = [],
        words: [Words] = []
    ) {
        self.model = model
        self.answers = answers
        self.isCut = isCut
        self.seen = seen
        self.null = null
        self.never = never
        self.words = words
    }

    /// What was seen of the models of answers, by their names; of those alone of which answers came.
    ///
    /// It is found from the shapes of the answers, once for a run: nothing is counted while answers come.
    package static func all(
        _ answers: [ObservedAnswers],
        _ catalogue: Catalogue,
        _ declared: DeclaredModels
    ) -> [AnsweredModel] {
        let models = Dictionary(catalogue.operations.map { ($0.name, $0.model) }) { first, _ in first }
        let named = answers.filter { $0.count > 0 }.compactMap { seen -> (model: String, answers: ObservedAnswers)? in
            let isSuccess = seen.statuses.utf8.elementsEqual("2xx".utf8)
            return (isSuccess ? models[seen.operation] : Catalogue.errorModel).map { ($0, seen) }
        }
        return Dictionary(grouping: named, by: \.model).compactMap { model, seen in
            declared[model].map { AnsweredModel(model, $0, seen.map(\.answers)) }
        }
        .sorted { $0.model.utf8.lexicographicallyPrecedes($1.model.utf8) }
    }

    private init(_ model: String, _ declared: DeclaredModel, _ answers: [ObservedAnswers]) {
        let sights = answers.flatMap(\.fields).compactMap(ModelCoverage.Sight.init)
        let count = answers.reduce(0) { $0 + $1.count }
        let coverage = ModelCoverage(model: model, declared, payloads: count, sights)
        func members(_ state: ModelCoverage.Field.State) -> [String] {
            Self.sorted(coverage.fields.filter { $0.state == state }.map(\.pointer.description))
        }
        let words = coverage.words.map {
            Words(pointer: $0.pointer.description, seen: Self.sorted($0.seen), never: Self.sorted($0.never))
        }
        self.init(
            model: model,
            answers: count,
            isCut: answers.contains(where: \.isCut),
            seen: members(.seen),
            null: members(.null),
            never: members(.never),
            words: words.sorted { $0.pointer.utf8.lexicographicallyPrecedes($1.pointer.utf8) }
        )
    }

    /// Takes in what another part of the run saw of the same model; as if one had seen all the answers.
    package mutating func add(_ other: AnsweredModel) {
        answers += other.answers
        isCut = isCut || other.isCut
        let seen = Self.set(self.seen + other.seen)
        // What one part saw as null, and the other not at all, was null alone.
        let null = Self.set(self.null + other.null).subtracting(seen)
        let never = Self.set(self.never + other.never).subtracting(seen).subtracting(null)
        (self.seen, self.null, self.never) = (Self.texts(seen), Self.texts(null), Self.texts(never))
        for list in other.words {
            let place = words.firstIndex { $0.pointer.utf8.elementsEqual(list.pointer.utf8) }
            if let place { words[place].add(list) } else { words.append(list) }
        }
        words.sort { $0.pointer.utf8.lexicographicallyPrecedes($1.pointer.utf8) }
    }

    fileprivate static func set(_ texts: [String]) -> Set<[UInt8]> { Set(texts.map { Array($0.utf8) }) }

    fileprivate static func texts(_ set: Set<[UInt8]>) -> [String] {
        sorted(set.map { String(decoding: $0, as: UTF8.self) })
    }

    private static func sorted(_ texts: [String]) -> [String] {
        texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// How much it is in numbers.
extension AnsweredModel {
    /// How many members it declares.
    package var memberCount: Int { seen.count + null.count + never.count }
    /// How many words its closed lists have, those of each place apart.
    package var wordCount: Int { words.reduce(0) { $0 + $1.seen.count + $1.never.count } }
    /// How many of these were seen.
    package var seenWordCount: Int { words.reduce(0) { $0 + $1.seen.count } }

    /// Members with a value and words that were seen, of a thousand, rounded half up; 1,000 where nothing is declared.
    package static func thousandths(of models: [AnsweredModel]) -> Int {
        let seen = models.reduce(0) { $0 + $1.seen.count + $1.seenWordCount }
        let declared = models.reduce(0) { $0 + $1.memberCount + $1.wordCount }
        return declared > 0 ? (seen * 2_000 + declared) / (declared * 2) : 1_000
    }
}

extension AnsweredModel.Words {
    fileprivate mutating func add(_ other: AnsweredModel.Words) {
        let seen = AnsweredModel.set(self.seen + other.seen)
        let never = AnsweredModel.set(self.never + other.never).subtracting(seen)
        (self.seen, self.never) = (AnsweredModel.texts(seen), AnsweredModel.texts(never))
    }
}

extension ModelCoverage.Sight {
    /// A field of answers; nil where its pointer is none, as in a file that was changed by hand.
    fileprivate init?(_ field: ObservedAnswers.Field) {
        guard let pointer = try? JSONPointer(field.pointer) else { return nil }
        self.init(pointer: pointer, count: field.count, nulls: field.count(of: .null), words: field.words)
    }
}
