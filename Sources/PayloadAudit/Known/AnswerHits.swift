import WireJSON

/// How often known answers came in the lines of one piece, before that is added to its tally.
///
/// What hangs on no text is added once at the end, so that a line that is known costs little more than being
/// recognised.
struct AnswerHits {
    private struct Entry {
        /// Nil before the first.
        var count: Int?
        /// The places in ``AnswerHits/words``.
        var words = 0..<0
        /// The line that came last, as its first byte, its number and its turn.
        var lastStart = 0
        var lastNumber = 0
        var lastTurn = 0
    }

    private struct Word {
        var step: Int
        var place: Int32
        var model: ModelTable.Index
        /// A bit for each word of the gap's list that the tally has; words beyond the 64th are looked up each time.
        var kept: UInt64 = 0
    }

    /// Where an answer's parts are in the shapes of the tally.
    private struct Places {
        var shape: [Int32]
        /// One for each finding, empty for those that are no drift.
        var drift: [[Int32]]
    }

    private let table: ModelTable
    private let shown: ShownValue
    private var entries: [Entry] = []
    private var words: [Word] = []
    private var places: [Int: Places] = [:]

    init(_ table: ModelTable, _ shown: ShownValue) {
        self.table = table
        self.shown = shown
    }

    /// Counts a line that is an answer of this number.
    mutating func count(_ number: Int, _ line: KnownLine, _ book: AnswerBook, _ tally: inout AuditTally) {
        if number >= entries.count {
            entries += Array(repeating: Entry(), count: book.answers.count - entries.count)
        }
        let count = entries[number].count ?? begin(number, line, book.answers[number], &tally)
        entries[number].count = count + 1
        entries[number].lastStart = line.start
        entries[number].lastNumber = line.number
        entries[number].lastTurn = tally.turns
        for place in entries[number].words {
            keep(place, line.finder.gaps[words[place].step], in: line.text, &tally)
        }
    }

    private mutating func keep(
        _ place: Int,
        _ gap: TemplateFinder.Gap,
        in text: UnsafeBufferPointer<UInt8>,
        _ tally: inout AuditTally
    ) {
        // Shifts beyond the 63rd bit give 0.
        let bit = gap.word < 0 ? 0 : UInt64(1) << UInt64(gap.word)
        guard words[place].kept & bit == 0 else { return }
        words[place].kept |= bit
        let bytes = UnsafeBufferPointer(rebasing: text[gap.start..<gap.end])
        tally.shapes[words[place].model]?.keepWord(bytes, at: words[place].place)
    }

    /// Makes room for all that an answer adds to, in the order in which an audit of the line would.
    private mutating func begin(
        _ number: Int,
        _ line: KnownLine,
        _ answer: KnownAnswer,
        _ tally: inout AuditTally
    ) -> Int {
        let drift = answer.findings.map { finding -> [Int32] in
            tally.begin(line.begun(finding, shown), finding.key)
            guard let sketch = finding.drift, let key = finding.driftKey,
                tally.beginDrift(at: line.location(of: finding.place), key)
            else { return [] }
            return tally.drift[key]?.shape.places(of: sketch) ?? []
        }
        let shape = tally.shapes[answer.model, default: table.models[answer.model].shape].places(of: answer.sketch)
        places[number] = Places(shape: shape, drift: drift)
        entries[number].words = words.count..<words.count + answer.words.count
        words += answer.words.map { Word(step: $0.step, place: $0.place, model: answer.model) }
        return 0
    }

    /// Adds all to the tally.
    consuming func settle(
        _ book: AnswerBook,
        in text: UnsafeBufferPointer<UInt8>,
        of file: String,
        _ tally: inout AuditTally
    ) {
        book.tree.withFinder(in: text) { finder in
            for (number, entry) in entries.enumerated() {
                guard let count = entry.count, let places = places[number] else { continue }
                let answer = book.answers[number]
                tally.payloads += count
                tally.broken += answer.isBroken ? count : 0
                tally.choices[AuditTally.Choice(model: answer.model, choice: answer.choice), default: 0] += count
                tally.shapes[answer.model]?.add(answer.sketch, places.shape, times: count)
                for finding in answer.findings { tally.count(finding.key, times: count) }
                // Finds the gaps of the last line again, as others have come since.
                guard answer.findings.contains(where: { $0.drift != nil }),
                    finder.template(at: entry.lastStart)?.number == number
                else { continue }
                let start = entry.lastStart
                let line = KnownLine(text: text, finder: finder, file: file, start: start, number: entry.lastNumber)
                for (finding, places) in zip(answer.findings, places.drift) {
                    guard let key = finding.driftKey, let sketch = finding.drift else { continue }
                    let last = (location: line.location(of: finding.place), turn: entry.lastTurn)
                    tally.addDrift(key, sketch, places, times: count, last)
                }
            }
        }
    }
}
