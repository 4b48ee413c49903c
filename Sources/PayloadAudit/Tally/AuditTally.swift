import WireJSON

/// What an audit has counted so far, of some payloads or of all.
package struct AuditTally: Sendable {
    /// The most different findings of one severity, and the most different unknown members, that are told apart.
    package static let mostEntries = 10_000

    /// What findings beyond ``mostEntries`` are counted by, without place and example.
    package struct LeftOut: Hashable, Sendable {
        package let code: AuditCode
        package let severity: Severity
    }

    /// The most places of one finding without a pointer that are kept beside the first.
    package static let mostPlaces = 100

    struct Finding: Sendable {
        var count = 1
        /// How many others came before it; which are kept must not depend on the order of a dictionary.
        var place = 0
        var expected: String
        var first: AuditFinding.Example
        /// Where the others are, the first of them; of what has no pointer alone, which says nothing of where to look.
        var others: [AuditLocation] = []

        mutating func add(_ later: Finding, hasPointer: Bool) {
            count += later.count
            guard !hasPointer, others.count < AuditTally.mostPlaces else { return }
            others += ([later.first.location] + later.others).prefix(AuditTally.mostPlaces - others.count)
        }
    }

    struct Drift: Sendable {
        static let emptyShape = ObservedShape(ShapeSettings(mostPointers: 32))

        /// How many others came before it.
        var place = 0
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
    /// Findings that are counted alone, as there are more than ``mostEntries`` of their severity.
    package private(set) var leftOut: [LeftOut: Int] = [:]
    /// Whether there were more different unknown members than are told apart.
    private var isDriftCut = false
    /// What was asked beside the findings.
    package internal(set) var questions = PayloadQuestions()
    /// The lines that were looked at: what came later has a later turn.
    var turns = 0
    var choices: [Choice: Int] = [:]
    var findings: [AuditFinding.Key: Finding] = [:]
    var drift: [DriftKey: Drift] = [:]
    var shapes: [ModelTable.Index: ObservedShape] = [:]
    private let models: [AuditModel]
    private let policy: AuditPolicy
    /// How many different findings are kept of each severity: many of one must not crowd out those of a worse one.
    private var kept: [Severity: Int] = [:]

    /// Makes a tally of nothing, by a policy that says how bad findings are.
    package init(_ table: ModelTable, _ policy: AuditPolicy = AuditPolicy()) {
        models = table.models
        self.policy = policy
    }

    /// Whether something is counted alone that would have had an entry of its own.
    package var isCut: Bool { isDriftCut || !leftOut.isEmpty }

    /// Adds what comes later in the input.
    package mutating func merge(_ later: AuditTally) {
        payloads += later.payloads
        broken += later.broken
        bytes += later.bytes
        isDriftCut = isDriftCut || later.isDriftCut
        questions.merge(later.questions)
        skipped.merge(later.skipped, uniquingKeysWith: +)
        choices.merge(later.choices, uniquingKeysWith: +)
        leftOut.merge(later.leftOut, uniquingKeysWith: +)
        for (key, finding) in later.findings.sorted(by: { $0.value.place < $1.value.place }) { add(finding, key) }
        for (key, entry) in later.drift.sorted(by: { $0.value.place < $1.value.place }) { add(entry, key) }
        for (model, shape) in later.shapes {
            if shapes[model] == nil { shapes[model] = shape } else { shapes[model]?.merge(shape) }
        }
    }

    mutating func add(_ finding: Finding, _ key: AuditFinding.Key) {
        if findings[key] != nil {
            findings[key]?.add(finding, hasPointer: key.model != nil)
        } else if hasRoom(severity(of: key)) {
            keep(finding, key)
        } else {
            leftOut[LeftOut(code: key.code, severity: severity(of: key)), default: 0] += finding.count
        }
    }

    private func severity(of key: AuditFinding.Key) -> Severity {
        policy.severity(of: key, model: key.model.map { models[$0].name })
    }

    private func hasRoom(_ severity: Severity) -> Bool { kept[severity, default: 0] < Self.mostEntries }

    private mutating func keep(_ finding: Finding, _ key: AuditFinding.Key) {
        kept[severity(of: key), default: 0] += 1
        var finding = finding
        finding.place = findings.count
        findings[key] = finding
    }

    private mutating func add(_ entry: Drift, _ key: DriftKey) {
        if drift[key] != nil {
            drift[key]?.count += entry.count
            drift[key]?.last = entry.last
            drift[key]?.shape.merge(entry.shape)
        } else if drift.count < Self.mostEntries {
            var entry = entry
            entry.place = drift.count
            drift[key] = entry
        } else {
            isDriftCut = true
        }
    }

    /// Makes room for a finding that comes now, to be counted later; says nothing where there is no room.
    mutating func begin(_ finding: @autoclosure () -> Finding, _ key: AuditFinding.Key) {
        guard findings[key] == nil, hasRoom(severity(of: key)) else { return }
        keep(finding(), key)
    }

    /// Counts a finding that came so many times after it was begun.
    mutating func count(_ key: AuditFinding.Key, times: Int) {
        if findings[key] != nil {
            findings[key]?.count += times
        } else {
            leftOut[LeftOut(code: key.code, severity: severity(of: key)), default: 0] += times
        }
    }

    /// The same for an unknown member; whether there is room.
    mutating func beginDrift(at location: AuditLocation, _ key: DriftKey) -> Bool {
        if drift[key] != nil { return true }
        guard drift.count < Self.mostEntries else {
            isDriftCut = true
            return false
        }
        drift[key] = Drift(place: drift.count, first: location, last: location)
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
