import Conformance

/// Changes of how much of the models was seen in answers.
///
/// Of what a model did not declare in one of the runs nothing is told: that the program has changed says nothing of the API.
struct ModelChanges {
    /// A model of which answers came in both runs, or in one.
    struct Model: Sendable, Equatable {
        var name: String
        var base: AnsweredModel?
        var head: AnsweredModel?

        /// Whether the two saw as much of it.
        var isSame: Bool {
            base?.seen == head?.seen && base?.null == head?.null && base?.never == head?.never
                && base?.words == head?.words
        }
    }

    private(set) var changes: [Change] = []
    /// By their names; of all that one of the runs saw.
    private(set) var models: [Model] = []

    init(_ base: [AnsweredModel], _ head: [AnsweredModel]) {
        var names: [[UInt8]: Model] = [:]
        for model in base { names[Array(model.model.utf8), default: Model(name: model.model)].base = model }
        for model in head { names[Array(model.model.utf8), default: Model(name: model.model)].head = model }
        models = names.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        for model in models {
            switch (model.base, model.head) {
            case (let old?, let new?): compare(old, new)
            case (let old?, nil): changes.append(Self.whole(.coverageLost, old))
            case (nil, let new?): changes.append(Self.whole(.coverageGained, new))
            case (nil, nil): break
            }
        }
    }

    private static func whole(_ kind: ChangeKind, _ model: AnsweredModel) -> Change {
        let words = "\(AnsweredModel.percent(of: [model])) of it"
        return Change(
            kind,
            of: model.model,
            before: kind == .coverageLost ? words : "no answers",
            after: kind == .coverageLost ? "no answers" : words
        )
    }

    private mutating func compare(_ old: AnsweredModel, _ new: AnsweredModel) {
        let (before, after) = (States(old), States(new))
        // Of answers that were cut it is not known what was never there.
        if !new.isCut { tell(.coverageLost, before, after, of: new.model) { $0 > $1 } }
        if !old.isCut { tell(.coverageGained, before, after, of: new.model) { $0 < $1 } }
        let lists = Dictionary(new.words.map { (Array($0.pointer.utf8), $0) }) { first, _ in first }
        for list in old.words {
            guard let now = lists[Array(list.pointer.utf8)] else { continue }
            tell(.coverageLost, Self.common(list.seen, now.never), at: list.pointer, of: new.model, !new.isCut)
            tell(.coverageGained, Self.common(list.never, now.seen), at: list.pointer, of: new.model, !old.isCut)
        }
    }

    /// Tells of the topmost members whose states stand in an order.
    private mutating func tell(
        _ kind: ChangeKind,
        _ before: States,
        _ after: States,
        of model: String,
        _ isIt: (States.State, States.State) -> Bool
    ) {
        let pointers = before.pointers.filter { pointer in
            guard let old = before[pointer], let new = after[pointer] else { return false }
            return isIt(old, new)
        }
        for member in TopmostMembers(pointers).members {
            var change = Change(kind, of: model, pointer: member.pointer)
            change.before = before[member.pointer]?.words
            let below = member.below > 0 ? ", and \(Quantity.counted(member.below, "member")) below it" : ""
            change.after = after[member.pointer].map { "\($0.words)\(below)" }
            changes.append(change)
        }
    }

    private mutating func tell(
        _ kind: ChangeKind,
        _ words: [String],
        at pointer: String,
        of model: String,
        _ isKnown: Bool
    ) {
        guard isKnown else { return }
        for word in words {
            var change = Change(kind, of: model, pointer: pointer)
            if kind == .coverageGained { change.after = "'\(word)'" } else { change.before = "'\(word)'" }
            changes.append(change)
        }
    }

    private static func common(_ words: [String], _ others: [String]) -> [String] {
        words.filter { word in others.contains { $0.utf8.elementsEqual(word.utf8) } }
    }
}

/// How each member of a model was seen.
private struct States {
    /// The less before the more.
    enum State: Int, Comparable {
        case never, null, seen

        static func < (one: State, other: State) -> Bool { one.rawValue < other.rawValue }

        var words: String {
            switch self {
            case .never: "never seen"
            case .null: "null alone"
            case .seen: "seen"
            }
        }
    }

    /// In the order of their bytes.
    let pointers: [String]
    private let states: [[UInt8]: State]

    init(_ model: AnsweredModel) {
        var states: [[UInt8]: State] = [:]
        for (list, state) in [(model.never, State.never), (model.null, .null), (model.seen, .seen)] {
            for pointer in list { states[Array(pointer.utf8)] = state }
        }
        pointers = (model.seen + model.null + model.never)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.states = states
    }

    subscript(pointer: String) -> State? { states[Array(pointer.utf8)] }
}
