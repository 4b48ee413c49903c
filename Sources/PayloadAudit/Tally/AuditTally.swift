import WireJSON

/// What an audit has counted so far, of some payloads or of all.
package struct AuditTally: Sendable {
    /// The most different findings, and the most different unknown members, that are told apart.
    package static let mostEntries = 10_000

    struct Finding: Sendable {
        var count = 0
        var expected: String
        var first: AuditFinding.Example
    }

    struct Drift: Sendable {
        static let emptyShape = ObservedShape(ShapeSettings(mostPointers: 32))

        var count = 0
        var shape = Self.emptyShape
        var first: AuditLocation
        var last: AuditLocation
        /// The turn of the last.
        var lastTurn = 0
    }

    struct DriftKey: Hashable, Sendable {
        var model: ModelTable.Index
        var pointer: JSONPointer
    }

    struct Choice: Hashable, Sendable {
        var model: ModelTable.Index
        var choice: ModelChoice
    }

    /// Payloads that were looked at, skipped ones apart.
    package var payloads = 0
    /// Payloads with a finding that breaks, where no policy says otherwise.
    package var broken = 0
    /// Bytes of input, after decompression.
    package var bytes = 0
    package var skipped: [SkipReason: Int] = [:]
    /// Whether findings beyond ``mostEntries`` were counted together with none.
    package internal(set) var isCut = false
    /// What was asked beside the findings.
    package internal(set) var questions = PayloadQuestions()
    /// The lines that were looked at: what came later has a later turn.
    var turns = 0
    var choices: [Choice: Int] = [:]
    var findings: [AuditFinding.Key: Finding] = [:]
    var drift: [DriftKey: Drift] = [:]
    var shapes: [ModelTable.Index: ObservedShape] = [:]

    /// Makes a tally of nothing.
    package init() {}

    /// Adds what comes later in the input.
    package mutating func merge(_ later: AuditTally) {
        payloads += later.payloads
        broken += later.broken
        bytes += later.bytes
        isCut = isCut || later.isCut
        questions.merge(later.questions)
        skipped.merge(later.skipped, uniquingKeysWith: +)
        choices.merge(later.choices, uniquingKeysWith: +)
        for (key, finding) in later.findings { add(finding, key) }
        for (key, entry) in later.drift { add(entry, key) }
        for (model, shape) in later.shapes {
            if shapes[model] == nil { shapes[model] = shape } else { shapes[model]?.merge(shape) }
        }
    }

    mutating func add(_ finding: Finding, _ key: AuditFinding.Key) {
        if findings[key] != nil {
            findings[key]?.count += finding.count
        } else if findings.count < Self.mostEntries {
            findings[key] = finding
        } else {
            isCut = true
        }
    }

    private mutating func add(_ entry: Drift, _ key: DriftKey) {
        if drift[key] != nil {
            drift[key]?.count += entry.count
            drift[key]?.last = entry.last
            drift[key]?.shape.merge(entry.shape)
        } else if drift.count < Self.mostEntries {
            drift[key] = entry
        } else {
            isCut = true
        }
    }

    /// Makes room for a finding that comes now, to be counted later; says nothing where there is no room.
    mutating func begin(_ finding: @autoclosure () -> Finding, _ key: AuditFinding.Key) {
        guard findings[key] == nil else { return }
        if findings.count < Self.mostEntries { findings[key] = finding() } else { isCut = true }
    }

    /// The same for an unknown member; whether there is room.
    mutating func beginDrift(at location: AuditLocation, _ key: DriftKey) -> Bool {
        if drift[key] != nil { return true }
        guard drift.count < Self.mostEntries else {
            isCut = true
            return false
        }
        drift[key] = Drift(first: location, last: location)
        return true
    }

    mutating func addDrift(_ view: JSONView, at location: AuditLocation, _ key: DriftKey) {
        guard beginDrift(at: location, key) else { return }
        drift[key]?.count += 1
        drift[key]?.last = location
        drift[key]?.lastTurn = turns
        drift[key]?.shape.fold(view)
    }

    /// Adds so many members of a key that is there, whose sketch has these places in its shape; the last of them counts
    /// as the key's last unless another one came at a later turn.
    mutating func addDrift(
        _ key: DriftKey,
        _ sketch: ShapeSketch,
        _ places: [Int32],
        times: Int,
        _ last: (location: AuditLocation, turn: Int)
    ) {
        guard drift[key] != nil else { return }
        drift[key]?.count += times
        drift[key]?.shape.add(sketch, places, times: times)
        guard last.turn >= drift[key]?.lastTurn ?? 0 else { return }
        drift[key]?.last = last.location
        drift[key]?.lastTurn = last.turn
    }
}
