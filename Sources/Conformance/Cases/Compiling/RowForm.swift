import WireJSON

/// What the entries of rows say, with what a row puts into it.
struct RowTraits: Sendable {
    /// Before the row's own id.
    var idPrefix: String
    var description: Template?
    var skip: Template?
    var requirements: [Template]
    var tags: [Template]
    /// Sorted.
    var needs: [String]
}

/// A case compiled once for many rows: their members are slots, which each row fills with its own values.
///
/// A form serves the rows that have just the members of the one it was made from, of the same kinds; see ``RowSlots``
/// for what keeps a case from having one. It is a class because each row asks for it when it is read and when it runs.
final class RowForm: Sendable {
    /// The most forms of a case: one for each set of members that its rows have.
    static let mostOfCase = 8

    /// The case with slots in it.
    private let compiled: CompiledCase
    private let slots: RowSlots
    private let reachesExpectations: Bool
    private let traits: RowTraits
    /// What is the same for all rows, so that their entries share it; nil where it is not.
    private let sharedRequirements: [String]?
    private let sharedTags: [String]?

    /// Makes a form from the case with the slots of a row; nil where it cannot have one.
    init?(_ slots: RowSlots, _ compiled: CompiledCase, _ traits: RowTraits) {
        guard !slots.isRefused else { return nil }
        self.slots = slots
        self.compiled = compiled
        reachesExpectations = (compiled.setup + compiled.steps + compiled.caseTeardown).contains(where: \.expectsSlot)
        self.traits = traits
        sharedRequirements = Self.texts(traits.requirements)
        sharedTags = Self.texts(traits.tags)
    }

    private static func texts(_ templates: [Template]) -> [String]? {
        let texts = templates.compactMap(\.constant?.string)
        return texts.count == templates.count ? texts : nil
    }

    // MARK: Rows

    /// What a row puts in; nil where the form does not serve it.
    func binding(of row: JSONView) -> RowBinding? {
        var binding = RowBinding(values: [], reachesExpectations: reachesExpectations)
        binding.values.reserveCapacity(slots.columns.count)
        for member in row.members {
            let slot = binding.values.count
            let view = member.value
            guard slot < slots.columns.count, member.keyIs(slots.columns[slot].name) else { return nil }
            guard slots.isUsed(slot) else {
                // Names in a value that nobody uses are checked row by row.
                if view.kind.mayHoldText, PlaceholderText.mayStand(in: view) { return nil }
                binding.values.append(nil)
                continue
            }
            guard view.kind == slots.columns[slot].kind, RowSlots.canBeOpen(view) else { return nil }
            let location = SourceLocation(file: slots.row.file, offset: UInt32(view.offset))
            binding.values.append(RowBinding.Value(view: view, location: location))
        }
        guard binding.values.count == slots.columns.count else { return nil }
        return slots.checks.allSatisfy { allows(binding.values[$0.slot]?.view, $0.check) } ? binding : nil
    }

    private func allows(_ view: JSONView?, _ check: RowSlots.Check) -> Bool {
        guard let view else { return true }
        switch check {
        case .rule(let rule): return view.string.map { rule.allows(text: $0) } ?? rule.allows(view)
        case .headerValue: return view.string.map(HeaderText.isAllowed) ?? true
        }
    }

    /// The case with a row put in.
    func compiled(for binding: RowBinding, id: String) -> CompiledCase {
        var compiled = compiled
        compiled.id = id
        if let setup = binding.bound(compiled.setup) { compiled.setup = setup }
        if let steps = binding.bound(compiled.steps) { compiled.steps = steps }
        if let teardown = binding.bound(compiled.caseTeardown) { compiled.caseTeardown = teardown }
        return compiled
    }

    /// The entry of a row that the form serves; nil where what the row gives cannot stand in it.
    func entry(of row: CaseRow, like entry: CaseEntry, _ library: CaseLibrary) -> CaseEntry? {
        guard let id = row.id, let binding = binding(of: row.view) else { return nil }
        var entry = entry
        if sharedRequirements == nil {
            entry.requirements = traits.requirements.compactMap(binding.text)
            guard entry.requirements.allSatisfy({ library.requirements?.contains($0) ?? true }) else { return nil }
        }
        if sharedTags == nil {
            entry.tags = traits.tags.compactMap(binding.text)
            guard entry.tags.allSatisfy(NameSyntax.isWord) else { return nil }
        }
        entry.id = traits.idPrefix + id
        if let description = traits.description { entry.description = binding.text(description) }
        if let skip = traits.skip { entry.skip = binding.text(skip) }
        entry.location = SourceLocation(file: slots.row.file, offset: UInt32(row.view.offset))
        return entry
    }

    /// What all rows of the form have in common.
    func entry(suite: Int32, caseIndex: Int32) -> CaseEntry {
        CaseEntry(
            id: "",
            suite: suite,
            caseIndex: caseIndex,
            row: nil,
            description: nil,
            requirements: sharedRequirements ?? [],
            tags: sharedTags ?? [],
            needs: traits.needs,
            skip: nil,
            location: compiled.location
        )
    }
}

extension JSONKind {
    fileprivate var mayHoldText: Bool {
        self == .string || self == .array || self == .object
    }
}

/// A row as it stands in a file.
struct CaseRow: Sendable {
    var view: JSONView
    /// Nil where it is missing or no id.
    var id: String?

    /// Nil where it is missing or no id.
    init(view: JSONView, id: String?) {
        self.view = view
        self.id = id
    }

    /// A row that has just the keys of one before it, which was read by its rule, and an id; nil for any other: that is to be read.
    init?(_ view: JSONView, under heading: [String]) {
        var place = 0
        var id: String?
        for member in view.members {
            guard place < heading.count, member.keyIs(heading[place]) else { return nil }
            if member.keyIs("id") { id = member.value.string }
            place += 1
        }
        guard place == heading.count, let id, NameSyntax.isIdentifier(id) else { return nil }
        self.init(view: view, id: id)
    }
}
