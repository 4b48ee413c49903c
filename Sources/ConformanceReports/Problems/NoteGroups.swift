import Conformance

/// What was noted without failing a case, each kind once for each place, whatever the values that came.
struct NoteGroups {
    struct Group {
        /// Such as `unknown-field`.
        var code: String
        /// What every one of them speaks of; `*` stands for the places of elements where these differ.
        var subject: String
        /// The first of them.
        var note: Finding
        /// How often it was noted.
        var count = 0
        /// The cases that have it, by their places in the run, in ascending order.
        var cases: [Int] = []
        /// Whether all of them expect the same.
        var expectsOne = true
        /// Whether the same came for all of them.
        var hasOneValue = true

        /// `body /session/sessionId (unknown-field)`.
        var words: String { "\(subject) (\(code))" }
    }

    /// A code and a subject whose places are left out, by their UTF-8.
    private struct Key: Hashable {
        var code: [UInt8]
        var subject: [UInt8]
    }

    /// In the order of the first case of each.
    private(set) var all: [Group] = []
    private var places: [Key: Int] = [:]

    init(_ cases: [CaseResult]) {
        for (index, result) in cases.enumerated() {
            for note in result.notes { add(note, ofCase: index) }
        }
    }

    private mutating func add(_ note: Finding, ofCase index: Int) {
        let code = note.detail ?? note.code.rawValue
        let folded = FoldedSubject.text(note.subject)
        let key = Key(code: Array(code.utf8), subject: Array(folded.utf8))
        let place = places[key] ?? all.count
        if place == all.count {
            places[key] = place
            all.append(Group(code: code, subject: note.subject, note: note))
        }
        all[place].count += 1
        if all[place].cases.last != index { all[place].cases.append(index) }
        let first = all[place].note
        if !first.subject.utf8.elementsEqual(note.subject.utf8) { all[place].subject = folded }
        if !first.expected.utf8.elementsEqual(note.expected.utf8) { all[place].expectsOne = false }
        if !first.actual.utf8.elementsEqual(note.actual.utf8) { all[place].hasOneValue = false }
    }
}
