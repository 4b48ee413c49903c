/// A matrix laid out for people: rows by model, a cell for each version.
package struct SDKGrid: Sendable {
    /// One row.
    package struct Row: Sendable {
        package let subject: SDKMatrix.Subject
        /// How many values it is about.
        package let count: Int
        /// The verdict that does most harm, by the versions' places.
        package let cells: [SDKVerdict]
        /// The reasons of all its values in all versions, each once, in the order of their words.
        package let reasons: [SDKReason]
    }

    /// The rows of one model.
    package struct Section: Sendable {
        package let model: String
        package internal(set) var rows: [Row]
    }

    package let sdk: String
    package let versions: [SDKVersion]
    package let tallies: [SDKMatrix.Tally]
    package let payloads: Int
    package let unknown: Int
    package let isCut: Bool
    private let more: [String]
    package private(set) var sections: [Section] = []

    /// Lays a matrix out; `more` are lines that stand among its remarks.
    package init(_ matrix: SDKMatrix, more: [String] = []) {
        self.more = more
        sdk = matrix.table.sdk
        versions = matrix.table.versions
        tallies = matrix.tallies
        payloads = matrix.payloads
        unknown = matrix.unknown
        isCut = matrix.isCut
        for row in matrix.rows {
            let laid = Row(
                subject: row.subject,
                count: row.count,
                cells: versions.indices.map(row.worst),
                reasons: row.reasons(ofVersions: versions.count)
            )
            if let last = sections.indices.last, sections[last].model == row.subject.model {
                sections[last].rows.append(laid)
            } else {
                sections.append(Section(model: row.subject.model, rows: [laid]))
            }
        }
    }

    /// The counts of payloads as rows: what they count, and a number for each version.
    package var totals: [(label: String, counts: [Int])] {
        [
            ("payloads read whole", tallies.map(\.whole)), ("payloads that lose something", tallies.map(\.losing)),
            ("payloads that fail", tallies.map(\.failing)),
        ]
    }

    /// What a reader must know beside the cells, one sentence a line.
    package var remarks: [String] {
        var remarks: [String] = []
        if unknown > 0 {
            remarks.append("\(ShownValue.count(unknown, "payload")) of a model that the table does not know")
        }
        if isCut { remarks.append("more than \(SDKMatrix.mostRows) rows: the rest is left out") }
        return remarks + more
    }

    /// Each reason that stands in a cell, with what it means.
    package var legend: [(reason: String, words: String)] {
        let met = Set(sections.flatMap(\.rows).flatMap(\.reasons))
        return SDKReason.allCases.filter(met.contains).map { ($0.rawValue, $0.words) }
    }
}
