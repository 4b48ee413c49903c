package import WireJSON

/// Reads payloads as the versions of an SDK do, all at once.
///
/// Go drops unknown keys, compares keys without regard to capitals, leaves a field empty that is missing or null, keeps
/// any word of an enum, and fails as a whole where one value is of another kind.
///
/// > Source: Go package `encoding/json`; stytch-go, `consumer/sessions`.
package struct SDKReader: Sendable {
    private let table: SDKFieldTable

    /// What a body that is no JSON comes to.
    static let unreadable = SDKReadValue(
        pointer: .root,
        word: nil,
        outcome: SDKOutcome(verdict: SDKVerdict(.fails, .notJSON))
    )

    /// Makes a reader of a table.
    package init(_ table: SDKFieldTable) {
        self.table = table
    }

    /// What every version makes of each value of a body; nil for a model that the table does not have.
    ///
    /// Without a root the body is no JSON, which fails in each version.
    package func read(_ root: JSONView?, as model: String) -> [SDKReadValue]? {
        guard table.hasModel(model) else { return nil }
        var walk = ReadingWalk(table: table, call: table.answers[model] ?? 0)
        guard let root else {
            walk.note(.root, Self.unreadable.outcome)
            return walk.values
        }
        walk.read(root, .named(model), at: .root, since: 0)
        return walk.values
    }
}

/// The walk over one body.
private struct ReadingWalk {
    let table: SDKFieldTable
    let call: Int
    var values: [SDKReadValue] = []

    mutating func note(_ pointer: JSONPointer, _ outcome: SDKOutcome, word: String? = nil) {
        var outcome = outcome
        outcome.call = call
        values.append(SDKReadValue(pointer: pointer, word: word, outcome: outcome))
    }

    /// Notes a value and what it holds; an element and the root are noted only where something is wrong with them.
    mutating func read(_ view: JSONView, _ type: WireType, at pointer: JSONPointer, since: Int) {
        if let problem = Self.problem(of: view, type, in: table) {
            note(pointer, SDKOutcome(since: since, verdict: problem))
            return
        }
        readInside(view, type, at: pointer, since: since)
    }

    private mutating func readInside(_ view: JSONView, _ type: WireType, at pointer: JSONPointer, since: Int) {
        switch (type, view.kind) {
        case (_, .null): return
        case (.list(let element), _):
            let place = pointer.appending("*")
            for item in view.elements { read(item, element, at: place, since: since) }
        case (.map, _), (.any, .object), (.any, .array), (.audience, .array):
            readOpen(view, at: pointer.appending(view.kind == .array ? "*" : "{*}"), since: since)
        case (.named(let name), _):
            if let fields = table.structs[name] {
                for member in view.members { read(member, fields, at: pointer, since: since) }
            } else if let words = table.enums[name] {
                readWord(view, words, at: pointer, since: since)
            }
        default: return
        }
    }

    private mutating func read(
        _ member: JSONMember,
        _ fields: SDKFieldTable.Fields,
        at parent: JSONPointer,
        since: Int
    ) {
        guard !member.value.isNull else {
            // Go has the same zero value for a field that is null, missing or not known.
            return note(parent.appending(PlainKey.shown(member.key)), SDKOutcome())
        }
        guard let field = fields.read[SDKFieldTable.folded(member.key)] else {
            if let type = fields.others {
                read(member.value, type, at: parent.appending("{*}"), since: since)
            } else {
                // What nobody knows may be what somebody uses as a key.
                let pointer = parent.appending(PlainKey.shown(member.key))
                note(pointer, SDKOutcome(since: table.versions.count))
            }
            return
        }
        let pointer = parent.appending(member.key)
        let since = max(since, field.since)
        if field.readAs != nil {
            note(pointer, SDKOutcome(since: since, verdict: SDKVerdict(.lost, .otherName)))
        } else if let problem = Self.problem(of: member.value, field.type, in: table) {
            note(pointer, SDKOutcome(since: since, verdict: problem))
        } else {
            note(pointer, SDKOutcome(since: since))
            readInside(member.value, field.type, at: pointer, since: since)
        }
    }

    /// Notes a word that a later version brought; any other is kept with its field.
    private mutating func readWord(_ view: JSONView, _ words: [String: Int], at pointer: JSONPointer, since: Int) {
        guard let text = view.string, let first = words[text], first > 0 else { return }
        note(pointer, SDKOutcome(since: since, word: first), word: text)
    }

    /// Notes the numbers of an open value that a `float64` does not hold, at one pointer for all of them.
    private mutating func readOpen(_ view: JSONView, at pointer: JSONPointer, since: Int) {
        for item in view.elements.map({ $0 }) + view.members.map(\.value) {
            if let problem = Self.problem(of: item, .any, in: table) {
                note(pointer, SDKOutcome(since: since, verdict: problem))
            } else {
                readOpen(item, at: pointer, since: since)
            }
        }
    }
}

extension ReadingWalk {
    /// What is wrong with a value for a field of this type, apart from what it holds; nil for nothing.
    private static func problem(of view: JSONView, _ type: WireType, in table: SDKFieldTable) -> SDKVerdict? {
        if view.isNull { return nil }
        switch type {
        case .any: return view.number.flatMap(float64)
        case .number: return view.number.map(float64) ?? SDKVerdict(.fails, .wrongType)
        case .int32: return view.number.map(int32) ?? SDKVerdict(.fails, .wrongType)
        case .time: return view.string.map(time) ?? SDKVerdict(.fails, .wrongType)
        case .audience:
            return [.string, .array].contains(view.kind) ? nil : SDKVerdict(.fails, .wrongType)
        case .string, .boolean, .map, .list, .named:
            return view.kind == kind(of: type, in: table) ? nil : SDKVerdict(.fails, .wrongType)
        }
    }

    private static func kind(of type: WireType, in table: SDKFieldTable) -> JSONKind {
        switch type {
        case .boolean: .bool
        case .list: .array
        case .map: .object
        case .named(let name): table.enums[name] == nil ? .object : .string
        default: .string
        }
    }

    /// Go takes digits alone: `1.0` and `1e2` are refused.
    private static func int32(_ number: JSONNumber) -> SDKVerdict? {
        let fits = number.isInteger && number.int.map { Int32(exactly: $0) != nil } ?? false
        return fits ? nil : SDKVerdict(.fails, .numberDoesNotFit)
    }

    private static func float64(_ number: JSONNumber) -> SDKVerdict? {
        guard let nearest = number.double else { return SDKVerdict(.fails, .numberDoesNotFit) }
        return JSONNumber(nearest) == number ? nil : SDKVerdict(.lost, .digits)
    }

    /// Go takes a capital `T` and `Z` alone.
    private static func time(_ text: String) -> SDKVerdict? {
        let hasSmallLetters = text.utf8.contains { $0 == UInt8(ascii: "t") || $0 == UInt8(ascii: "z") }
        return Timestamp(text) == nil || hasSmallLetters ? SDKVerdict(.fails, .badTime) : nil
    }
}
