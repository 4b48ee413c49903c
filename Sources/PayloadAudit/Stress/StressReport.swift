package import WireJSON

/// What decoding makes of a change.
package enum StressEffect: String, Sendable, CaseIterable {
    /// Nothing is reported that was not before.
    case tolerated
    /// Something is reported, and a strict client still decodes.
    case reported
    /// A strict client fails or loses something.
    case breaks
}

/// What many payloads, changed one value at a time, do to their models.
///
/// Holds at most ``mostRows`` rows, whatever the payloads; ``isCut`` says whether more would have come.
package struct StressReport: Sendable {
    /// The most rows that are kept.
    package static let mostRows = 16_384

    /// What a row is about.
    package struct Subject: Hashable, Sendable {
        /// The model: `sessions.GetResponse`.
        package let model: String
        /// The place, with `*` for every place in an array.
        package let pointer: JSONPointer
        package let mutation: StressMutation
    }

    /// One row: how often each effect came.
    package struct Row: Sendable {
        package let subject: Subject
        package internal(set) var tolerated = 0
        package internal(set) var reported = 0
        package internal(set) var breaks = 0
        /// What was reported.
        package internal(set) var codes: Set<DecodingFinding.Code> = []
        /// Where the first payload came from.
        package let firstSource: String

        /// The effect that does most harm.
        package var worst: StressEffect {
            breaks > 0 ? .breaks : reported > 0 ? .reported : .tolerated
        }

        /// What was reported, in the order of its words.
        package var codeWords: [String] {
            codes.map(\.rawValue).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }

        mutating func add(_ other: Row) {
            tolerated += other.tolerated
            reported += other.reported
            breaks += other.breaks
            codes.formUnion(other.codes)
        }

        mutating func add(_ reaction: PayloadStress.Reaction) {
            switch reaction.effect {
            case .tolerated: tolerated += 1
            case .reported: reported += 1
            case .breaks: breaks += 1
            }
            codes.formUnion(reaction.codes)
        }
    }

    private var rowsBySubject: [Subject: Row] = [:]
    /// How many payloads were changed.
    package private(set) var payloads = 0
    /// How many changes were decoded.
    package private(set) var tries = 0
    /// How many changes were not tried, because a payload is too large or has too many fields.
    package private(set) var skipped = 0
    /// Whether rows were left out.
    package private(set) var isCut = false

    /// Makes a report of nothing.
    package init() {}

    /// Changes every value of a payload in turn; `source` says where it came from.
    package mutating func add(_ root: JSONView, as model: AuditModel, from source: String) {
        guard var stress = PayloadStress(root, as: model) else { return }
        payloads += 1
        skipped += stress.run { pointer, mutation, reaction in
            tries += 1
            note(reaction, of: Subject(model: model.name, pointer: pointer, mutation: mutation), from: source)
        }
    }

    private mutating func note(_ reaction: PayloadStress.Reaction, of subject: Subject, from source: String) {
        guard hasRoom(for: subject) else { return }
        rowsBySubject[subject, default: Row(subject: subject, firstSource: source)].add(reaction)
    }

    /// Whether there is a row for a subject, or room for one; notes where there is neither.
    private mutating func hasRoom(for subject: Subject) -> Bool {
        let isRoom = rowsBySubject[subject] != nil || rowsBySubject.count < Self.mostRows
        isCut = isCut || !isRoom
        return isRoom
    }

    /// Adds what was seen of payloads that come later in the input.
    package mutating func merge(_ later: StressReport) {
        payloads += later.payloads
        tries += later.tries
        skipped += later.skipped
        isCut = isCut || later.isCut
        for row in later.rows where hasRoom(for: row.subject) {
            rowsBySubject[row.subject, default: Row(subject: row.subject, firstSource: row.firstSource)].add(row)
        }
    }

    /// The rows, by model and pointer in the order of their bytes, then in the order of the mutations.
    package var rows: [Row] {
        let order = Dictionary(uniqueKeysWithValues: StressMutation.allCases.enumerated().map { ($1, $0) })
        func place(_ row: Row) -> Int { order[row.subject.mutation] ?? 0 }
        return rowsBySubject.values.sorted { one, other in
            if one.subject.model == other.subject.model, one.subject.pointer == other.subject.pointer {
                return place(one) < place(other)
            }
            return RowOrder.precedes(one.orderTexts, other.orderTexts)
        }
    }

    /// How many rows have an effect as their worst.
    package func count(of effect: StressEffect) -> Int {
        rowsBySubject.values.reduce(0) { $0 + ($1.worst == effect ? 1 : 0) }
    }
}

extension StressReport.Row {
    fileprivate var orderTexts: [String] { [subject.model, subject.pointer.description] }
}

extension StressReport {
    /// The report as JSON, which `decode-stress.schema.json` describes.
    package var json: JSONValue {
        let members: JSONObject = [
            "payloads": .number(JSONNumber(payloads)),
            "tries": .number(JSONNumber(tries)),
            "skipped": .number(JSONNumber(skipped)),
            "isCut": .bool(isCut),
            "rows": .array(rows.map(Self.json)),
        ]
        return AuditJSON.answer("stress", members)
    }

    private static func json(_ row: Row) -> JSONValue {
        [
            "model": .string(row.subject.model),
            "pointer": .string(row.subject.pointer.description),
            "mutation": .string(row.subject.mutation.rawValue),
            "effect": .string(row.worst.rawValue),
            "tolerated": .number(JSONNumber(row.tolerated)),
            "reported": .number(JSONNumber(row.reported)),
            "breaks": .number(JSONNumber(row.breaks)),
            "codes": .array(row.codeWords.map { .string($0) }),
            "first": .string(row.firstSource),
        ]
    }
}
