import WireJSON

/// The members of a row while they are left open, so that one compiled form serves many rows.
///
/// A member can be left open where it is a plain scalar that is used as data alone. Whatever else is asked of a row, and
/// whatever is a mistake, refuses the attempt: rows are then put in one by one, which is the meaning of a row.
struct RowSlots: Sendable {
    /// A rule that the value of an open member must satisfy where it is used.
    enum Check: Sendable {
        case rule(ValueRule)
        /// A header field can hold it.
        case headerValue
    }

    /// The row whose members stand for those of all.
    let row: SourceNode
    /// The members of the row, in its order; their places are the numbers of the slots.
    let columns: [Column]
    /// Whether it turned out that the rows cannot share a form.
    private(set) var isRefused = false
    /// By slot: whether it is put in somewhere.
    private var used: [Bool]
    private(set) var checks: [(slot: Int, check: Check)] = []

    struct Column: Sendable {
        var name: String
        var kind: JSONKind
    }

    init(_ row: SourceNode) {
        self.row = row
        columns = row.view.members.map { Column(name: $0.key, kind: $0.value.kind) }
        used = columns.map { _ in false }
    }

    /// The hole that stands for a slot: a variable below zero, which no compiled case has once a row is bound.
    static func hole(_ slot: Int) -> Hole {
        .variable(-1 - slot)
    }

    /// The slot that a hole stands for.
    static func slot(of hole: Hole) -> Int? {
        if case .variable(let index) = hole, index < 0 { return -1 - index }
        return nil
    }

    /// Whether a value can be left open: a scalar in which nothing is to be replaced.
    static func canBeOpen(_ view: JSONView) -> Bool {
        switch view.kind {
        case .array, .object: false
        case .string: !PlaceholderText.mayStand(in: view)
        case .null, .bool, .number: true
        }
    }

    func isUsed(_ slot: Int) -> Bool {
        used[slot]
    }

    mutating func refuse() {
        isRefused = true
    }

    /// The value of a member of the row, left open; nil, and the attempt is refused, where it cannot be.
    mutating func open(_ name: String) -> ResolvedValue? {
        guard let slot = columns.lastIndex(where: { $0.name.hasSameScalars(as: name) }), let view = row.view[name],
            Self.canBeOpen(view)
        else {
            isRefused = true
            return nil
        }
        used[slot] = true
        return ResolvedValue(node: row.part(view), content: .template(.hole(Self.hole(slot))))
    }

    /// Whether a value with open members may stand where a rule is, for what these rows give; else refuses.
    mutating func accept(_ template: Template, _ rule: ValueRule, known timing: KeyRule.Timing) {
        guard timing == .run, rule.mayComeInRun else { return refuse() }
        switch template {
        case .hole(let hole):
            guard let slot = Self.slot(of: hole) else { return }
            if !rule.takesAll(columns[slot].kind) { checks.append((slot, .rule(rule))) }
        case .text(let parts):
            if rule.takesAll(.string) { return }
            guard case .path = rule, case .literal(let start)? = parts.first, start.utf8.first == UInt8(ascii: "/")
            else { return refuse() }
        case .constant, .array, .object:
            refuse()
        }
    }

    /// Whether a header field can hold what the open members in it are; else refuses.
    mutating func acceptHeader(_ template: Template) {
        switch template {
        case .text(let parts):
            for part in parts {
                if case .literal(let text) = part, !HeaderText.isAllowed(text) { refuse() }
            }
        case .hole, .constant, .array, .object: break
        }
        for slot in template.holes.compactMap(Self.slot) { checks.append((slot, .headerValue)) }
    }
}

/// What a header field can hold.
enum HeaderText {
    /// Whether there are no control characters but tabs.
    static func isAllowed(_ text: String) -> Bool {
        !text.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
    }
}

extension ValueRule {
    /// Whether every scalar of a kind may stand here.
    fileprivate func takesAll(_ kind: JSONKind) -> Bool {
        switch self {
        case .anything, .pattern: true
        case .text: kind == .string
        case .number: kind == .number
        case .boolean: kind == .bool
        case .null: kind == .null
        case .either(let rules): rules.contains { $0.takesAll(kind) }
        default: false
        }
    }
}

extension Template {
    /// Whether a member of a row is left open in it.
    var holdsSlot: Bool {
        switch self {
        case .constant: false
        case .hole(let hole): RowSlots.slot(of: hole) != nil
        case .text(let parts):
            parts.contains { part in
                if case .hole(let hole) = part { return RowSlots.slot(of: hole) != nil }
                return false
            }
        case .array(let elements): elements.contains(where: \.holdsSlot)
        case .object(let members): members.contains(where: \.value.holdsSlot)
        }
    }
}
