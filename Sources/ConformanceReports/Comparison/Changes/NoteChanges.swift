import Conformance

/// Changes of what is noted of answers without deciding anything, such as fields that no model reads.
struct NoteChanges {
    /// A kind of note at a folded place.
    private struct Note {
        var words: String
        var cases: [String]
    }

    private(set) var changes: [Change] = []

    init(_ base: ComparedRun, _ head: ComparedRun) {
        let (old, new) = (Self.notes(base), Self.notes(head))
        changes = Self.lacking(new, in: old).map { Change(.driftAdded, of: $0.words, cases: $0.cases) }
        changes += Self.lacking(old, in: new).map { Change(.driftGone, of: $0.words, cases: $0.cases) }
    }

    private static func lacking(_ notes: [Note], in others: [Note]) -> [Note] {
        let known = Set(others.map { Array($0.words.utf8) })
        return notes.filter { !known.contains(Array($0.words.utf8)) }
    }

    /// In the order in which the cases first have them.
    private static func notes(_ run: ComparedRun) -> [Note] {
        var notes: [Note] = []
        var places: [[UInt8]: Int] = [:]
        for item in run.cases {
            for finding in item.result.notes ?? [] {
                let words = words(of: finding)
                let place = places[Array(words.utf8)] ?? notes.count
                if place == notes.count {
                    notes.append(Note(words: words, cases: []))
                    places[Array(words.utf8)] = place
                }
                if notes[place].cases.last.map({ !$0.utf8.elementsEqual(item.result.id.utf8) }) ?? true {
                    notes[place].cases.append(item.result.id)
                }
            }
        }
        return notes
    }

    /// `unknown-field body /sessions/*/region`.
    private static func words(of finding: EncodedFinding) -> String {
        "\(finding.detail ?? finding.code) \(FoldedSubject.text(finding.subject))"
    }
}
