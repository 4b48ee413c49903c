package import WireJSON

/// Field by version: what becomes of the values of many payloads in each version of an SDK.
///
/// Holds at most ``mostRows`` rows, whatever the payloads; ``isCut`` says whether more would have come.
package struct SDKMatrix: Sendable {
    /// The most rows that are kept.
    package static let mostRows = 4096

    /// What stands in the place of a model for a body that is no JSON and whose model nothing tells.
    package static let noModel = "payload"

    /// What a row is about.
    package struct Subject: Hashable, Sendable {
        /// The model of the payload: `sessions.GetResponse`.
        package let model: String
        package let pointer: JSONPointer
        /// The word, of a row that is about a word alone.
        package let word: String?
    }

    /// One row: how often each outcome came.
    package struct Row: Sendable {
        package let subject: Subject
        let outcomes: [SDKOutcome: Int]

        /// How many values the row is about.
        package var count: Int { outcomes.values.reduce(0, +) }

        /// The verdict of a version that does most harm.
        package func worst(at place: Int) -> SDKVerdict {
            outcomes.keys.map { $0.verdict(at: place) }.max { Self.harm($0) < Self.harm($1) } ?? SDKVerdict(.kept)
        }

        /// How often a version comes to each verdict, the one that does most harm first.
        package func verdicts(at place: Int) -> [(verdict: SDKVerdict, count: Int)] {
            var counts: [SDKVerdict: Int] = [:]
            for (outcome, count) in outcomes { counts[outcome.verdict(at: place), default: 0] += count }
            return counts.map { (verdict: $0.key, count: $0.value) }
                .sorted { Self.harm($1.verdict) < Self.harm($0.verdict) }
        }

        /// Every reason that some version has for some value, in the order of their words.
        package func reasons(ofVersions count: Int) -> [SDKReason] {
            let all = (0..<count).flatMap { place in outcomes.keys.compactMap { $0.verdict(at: place).reason } }
            return Set(all).sorted { $0.rawValue.utf8.lexicographicallyPrecedes($1.rawValue.utf8) }
        }

        /// A remark weighs more than none, so that the same verdict comes out whatever the order.
        private static func harm(_ verdict: SDKVerdict) -> (SDKState, String) {
            (verdict.state, verdict.reason?.rawValue ?? "")
        }
    }

    /// How many payloads a version reads whole, with a loss, or not at all.
    package struct Tally: Hashable, Sendable {
        package var whole = 0
        package var losing = 0
        package var failing = 0
    }

    package let table: SDKFieldTable
    private let reader: SDKReader
    private var rowsBySubject: [Subject: [SDKOutcome: Int]] = [:]
    /// What the versions make of whole payloads, by the versions' places.
    package private(set) var tallies: [Tally]
    /// How many payloads were read.
    package private(set) var payloads = 0
    /// How many payloads had a model that the table does not have.
    package private(set) var unknown = 0
    /// Whether rows were left out.
    package private(set) var isCut = false

    /// Makes a matrix without rows.
    package init(_ table: SDKFieldTable) {
        self.table = table
        reader = SDKReader(table)
        tallies = Array(repeating: Tally(), count: table.versions.count)
    }

    /// Adds a payload; `root` is nil for a body that is no JSON.
    package mutating func add(_ root: JSONView?, as model: String) {
        guard let values = reader.read(root, as: model) else {
            unknown += 1
            return
        }
        add(values, as: model)
    }

    /// Adds a body that is no JSON, which fails in each version, whatever its model.
    package mutating func addUnreadable(as model: String?) {
        guard let model, table.hasModel(model) else { return add([SDKReader.unreadable], as: Self.noModel) }
        add(nil, as: model)
    }

    private mutating func add(_ values: [SDKReadValue], as model: String) {
        payloads += 1
        var outcomes: Set<SDKOutcome> = []
        for value in values {
            outcomes.insert(value.outcome)
            let subject = Subject(model: model, pointer: value.pointer, word: value.word)
            add([value.outcome: 1], to: subject)
        }
        for place in tallies.indices {
            switch outcomes.lazy.map({ $0.verdict(at: place).state }).max() ?? .kept {
            case .kept: tallies[place].whole += 1
            case .lost: tallies[place].losing += 1
            case .fails: tallies[place].failing += 1
            }
        }
    }

    /// Adds what another matrix of the same table has seen.
    package mutating func merge(_ other: SDKMatrix) {
        payloads += other.payloads
        unknown += other.unknown
        isCut = isCut || other.isCut
        for (place, tally) in other.tallies.enumerated() {
            tallies[place].whole += tally.whole
            tallies[place].losing += tally.losing
            tallies[place].failing += tally.failing
        }
        for row in other.rows { add(row.outcomes, to: row.subject) }
    }

    private mutating func add(_ outcomes: [SDKOutcome: Int], to subject: Subject) {
        guard rowsBySubject[subject] != nil || rowsBySubject.count < Self.mostRows else {
            isCut = true
            return
        }
        rowsBySubject[subject, default: [:]].merge(outcomes, uniquingKeysWith: +)
    }

    /// The rows, by model, then by pointer and word, each in the order of its bytes.
    package var rows: [Row] {
        rowsBySubject.map { Row(subject: $0.key, outcomes: $0.value) }
            .sorted { RowOrder.precedes($0.subject.orderTexts, $1.subject.orderTexts) }
    }
}

extension SDKMatrix.Subject {
    /// The pointer, and the word after ` = ` where the row is about one.
    package var label: String {
        let place = pointer.description.isEmpty ? "(body)" : pointer.description
        return word.map { "\(place) = \(JSONText.quoted($0))" } ?? place
    }

    fileprivate var orderTexts: [String] { [model, pointer.description, word ?? ""] }
}
