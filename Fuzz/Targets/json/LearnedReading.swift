import Synchronization
import WireJSON

/// A reader that learns from one text after the other, and how many it has read: it is changed for a new one before it is full.
private let learner = Mutex((reader: LearningReader(), texts: 0))

/// Holds a reader that knows the texts before against one that knows none.
func checkLearnedReading(of bytes: [UInt8]) {
    let reader = learner.withLock { learner in
        learner.texts += 1
        if learner.texts.isMultiple(of: 512) { learner.reader = LearningReader() }
        return learner.reader
    }
    do throws(JSONParseError) {
        let plain = try JSONDocument(bytes)
        // The second time it knows the text, wherever it can.
        for _ in 0..<2 {
            let learned = claimed("what can be read can be read by a reader that learns") { try reader.document(bytes) }
            checkSameness(of: learned, plain)
        }
    } catch {
        do throws(JSONParseError) {
            _ = try reader.document(bytes)
            claim(false, "what cannot be read was read by a reader that learns")
        } catch let other {
            claim(other == error, "both tell the same mistake: \(error) \(other)")
        }
    }
}

private func checkSameness(of learned: JSONDocument, _ plain: JSONDocument) {
    claim(learned.bytes == plain.bytes, "the text is kept")
    claim(learned.duplicateKeys == plain.duplicateKeys, "duplicates are the same")
    checkSameness(of: learned.root, plain.root)
    let middle = plain.bytes.count / 2
    claim(learned.position(at: middle) == plain.position(at: middle), "places are the same")
}

/// Without recursion: a text may be nested deeper than a thread's stack.
private func checkSameness(of learned: JSONView, _ plain: JSONView) {
    var open = [(learned, plain)]
    while let (learned, plain) = open.popLast() {
        claim(learned.kind == plain.kind && learned.range == plain.range, "values are the same")
        claim(learned.string == plain.string, "strings are the same")
        open += zip(learned.elements, plain.elements)
        claim(learned.count == plain.count, "values hold as much")
        for (one, other) in zip(learned.members, plain.members) {
            claim(one.key == other.key && one.keyOffset == other.keyOffset, "keys are the same")
            open.append((one.value, other.value))
        }
    }
}
