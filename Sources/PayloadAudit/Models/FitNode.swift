import WireJSON

/// What a model declares of one object, for finding the model that a payload fits.
struct FitNode: Sendable {
    struct Member: Sendable {
        var kinds: ObservedKinds = []
        var isOptional = false
        var isOpen = false
        var isSpelling = false
        var node = FitNode()
    }

    /// The levels of objects and arrays that are looked at.
    static let depth = 3

    private(set) var members: [[UInt8]: Member] = [:]
    /// The members that must be there.
    private(set) var required: [[UInt8]] = []

    private init() {}

    init(_ model: DeclaredModel) {
        for field in model.fields where field.pointer.count <= Self.depth { add(field, field.pointer.tokens[...]) }
        noteRequired()
    }

    private mutating func noteRequired() {
        required = members.filter { key, member in
            !member.isOptional && !member.isSpelling && key != Self.elementKey && key != Self.anyKey
        }.map(\.key)
        for key in members.keys { members[key]?.node.noteRequired() }
    }

    /// What is declared of the elements of an array.
    var element: FitNode? { members[Self.elementKey]?.node }

    private static let elementKey = Array("*".utf8)
    private static let anyKey = Array("{*}".utf8)

    private mutating func add(_ field: DeclaredField, _ path: ArraySlice<String>) {
        guard let first = path.first else { return }
        let key = Array(first.utf8)
        guard path.count > 1 else {
            members[key, default: Member()].kinds = field.kinds
            members[key, default: Member()].isOptional = field.isOptional
            members[key, default: Member()].isOpen = field.isOpenMap
            members[key, default: Member()].isSpelling = field.spellingOf != nil
            return
        }
        members[key, default: Member()].node.add(field, path.dropFirst())
    }
}

/// How well a payload fits a model, the better before the worse.
///
/// A defect or two must not make an answer look like one of an operation that says less, so what is known outweighs
/// some of what would break.
struct FitScore: Sendable, Comparable {
    var breaking = 0
    var unknown = 0
    var known = 0

    private var weight: Int { known - 3 * breaking - unknown }

    static func < (one: FitScore, other: FitScore) -> Bool {
        (-one.weight, one.breaking) < (-other.weight, other.breaking)
    }
}
