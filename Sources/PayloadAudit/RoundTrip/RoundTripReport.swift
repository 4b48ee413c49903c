import SessionModels
package import WireJSON

/// What models lose or invent: payloads decoded, encoded again and compared by meaning, number tokens as text.
///
/// Holds at most ``mostRows`` rows, whatever the payloads; ``isCut`` says whether more would have come.
package struct RoundTripReport: Sendable {
    /// The most rows that are kept.
    package static let mostRows = 4096

    /// What happened to a value on the way.
    package enum Change: String, Sendable, CaseIterable {
        /// There before, and gone.
        case lost
        /// `null` before, and gone: the models take `null` for absent.
        case nullDropped = "null-dropped"
        /// There now, and not before.
        case invented
        /// There with another value.
        case changed

        /// Whether the answer means something else without it; `null` and absent are alike.
        package var matters: Bool { self != .nullDropped }
    }

    /// What a row is about.
    package struct Subject: Hashable, Sendable {
        /// The model: `sessions.GetResponse`.
        package let model: String
        /// The place, with `*` for every place in an array.
        package let pointer: JSONPointer
        package let change: Change
    }

    /// One row.
    package struct Row: Sendable {
        package let subject: Subject
        /// How many values it is about.
        package internal(set) var count: Int
        /// Where the first of them stands; of one that was invented, what holds it.
        package let firstSource: String
    }

    private var rowsBySubject: [Subject: Row] = [:]
    /// How many payloads were compared.
    package private(set) var payloads = 0
    /// How many of them came back with the same meaning, nulls apart.
    package private(set) var unchanged = 0
    /// How many could not be encoded again.
    package private(set) var notEncoded = 0
    /// Whether rows were left out.
    package private(set) var isCut = false

    /// Makes a report of nothing.
    package init() {}

    /// Sends a payload through its model and back; `place` says where it came from.
    package mutating func add(_ root: JSONView, as model: AuditModel, at place: PayloadPlace) {
        payloads += 1
        guard let after = model.entry.reencode(root) else {
            notEncoded += 1
            return
        }
        let before = root.value
        var isSame = true
        for difference in JSONDifference.between(expected: before, actual: after, numbers: .byToken) {
            let pointer = model.folded(difference.pointer)
            let change = Self.change(difference)
            isSame = isSame && !change.matters
            add(Subject(model: model.name, pointer: pointer, change: change), 1) {
                place.start(of: Self.nearest(to: difference.pointer, in: root)).description
            }
        }
        if isSame { unchanged += 1 }
    }

    /// The value at a pointer, or the nearest that holds its place: what was invented stands nowhere.
    private static func nearest(to pointer: JSONPointer, in root: JSONView) -> JSONView {
        var tokens = pointer.tokens
        while !tokens.isEmpty {
            if let view = root.value(at: JSONPointer(tokens: tokens)) { return view }
            tokens.removeLast()
        }
        return root
    }

    private static func change(_ difference: JSONDifference) -> Change {
        switch difference.kind {
        case .missing: difference.expected?.isNull ?? false ? .nullDropped : .lost
        case .unexpected: .invented
        case .changed: .changed
        }
    }

    /// Adds what was seen of payloads that come later in the input.
    package mutating func merge(_ later: RoundTripReport) {
        payloads += later.payloads
        unchanged += later.unchanged
        notEncoded += later.notEncoded
        isCut = isCut || later.isCut
        for row in later.rows { add(row.subject, row.count) { row.firstSource } }
    }

    private mutating func add(_ subject: Subject, _ count: Int, from source: () -> String) {
        if rowsBySubject[subject] != nil {
            rowsBySubject[subject]?.count += count
        } else if rowsBySubject.count < Self.mostRows {
            rowsBySubject[subject] = Row(subject: subject, count: count, firstSource: source())
        } else {
            isCut = true
        }
    }

    /// The rows, by model, pointer and change, each in the order of its bytes.
    package var rows: [Row] {
        rowsBySubject.values.sorted { RowOrder.precedes($0.orderTexts, $1.orderTexts) }
    }

    /// Whether any payload lost, changed or invented something, or could not be encoded.
    package var hasChanges: Bool { unchanged < payloads }
}

extension RoundTripReport.Row {
    fileprivate var orderTexts: [String] { [subject.model, subject.pointer.description, subject.change.rawValue] }
}

extension RoundTripReport {
    /// The report as JSON, which `decode-round-trip.schema.json` describes.
    package var json: JSONValue {
        let members: JSONObject = [
            "payloads": .number(JSONNumber(payloads)),
            "unchanged": .number(JSONNumber(unchanged)),
            "notEncoded": .number(JSONNumber(notEncoded)),
            "isCut": .bool(isCut),
            "rows": .array(
                rows.map { row in
                    [
                        "model": .string(row.subject.model),
                        "pointer": .string(row.subject.pointer.description),
                        "change": .string(row.subject.change.rawValue),
                        "count": .number(JSONNumber(row.count)),
                        "first": .string(row.firstSource),
                    ]
                }
            ),
        ]
        return AuditJSON.answer("round-trip", members)
    }
}
