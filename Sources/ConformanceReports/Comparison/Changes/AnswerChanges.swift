import Conformance
import WireJSON

/// Changes of what answers look like, operation by operation.
///
/// Only what was seen in both runs is compared: a member is missed where the object that held it came, and it did not.
struct AnswerChanges {
    private(set) var changes: [Change] = []

    /// What answers with one class of statuses looked like, with its fields by pointer.
    private struct Answers {
        var answers: ObservedAnswers
        var fields: [[UInt8]: ObservedAnswers.Field]

        init(_ answers: ObservedAnswers) {
            self.answers = answers
            fields = Dictionary(answers.fields.map { (Array($0.pointer.utf8), $0) }) { first, _ in first }
        }
    }

    init(_ base: [ObservedAnswers], _ head: [ObservedAnswers]) {
        let (old, new) = (Self.byName(base), Self.byName(head))
        for answers in base where new[Self.name(answers)] == nil {
            changes.append(Self.whole(.answersGone, answers))
        }
        for answers in head {
            guard let before = old[Self.name(answers)] else {
                changes.append(Self.whole(.answersAdded, answers))
                continue
            }
            compare(before, Answers(answers))
        }
    }

    private static func name(_ answers: ObservedAnswers) -> [UInt8] {
        Array("\(answers.operation) \(answers.statuses)".utf8)
    }

    private static func byName(_ answers: [ObservedAnswers]) -> [[UInt8]: Answers] {
        Dictionary(answers.map { (name($0), Answers($0)) }) { first, _ in first }
    }

    private static func whole(_ kind: ChangeKind, _ answers: ObservedAnswers) -> Change {
        let count = Quantity.counted(answers.count + answers.withoutJSON, "answer")
        return Change(
            kind,
            of: answers.operation,
            answers: answers.statuses,
            before: kind == .answersGone ? count : "none",
            after: kind == .answersGone ? "none" : count
        )
    }

    private mutating func compare(_ old: Answers, _ new: Answers) {
        for field in old.answers.fields {
            if let now = new.fields[Array(field.pointer.utf8)] {
                compare(field, now, in: new.answers)
            } else if Self.couldHold(field.pointer, new) {
                let kind: ChangeKind = field.isAlwaysThere ? .fieldGone : .fieldUnseen
                changes.append(change(kind, field, nil, in: new.answers))
            }
        }
        // Fields of answers that were cut may have been there all along.
        guard !old.answers.isCut else { return }
        for field in new.answers.fields
        where old.fields[Array(field.pointer.utf8)] == nil && Self.couldHold(field.pointer, old) {
            changes.append(change(.fieldAdded, nil, field, in: new.answers))
        }
    }

    /// Whether what would hold a member came at all; else the lack of its holder is what is told.
    private static func couldHold(_ pointer: String, _ answers: Answers) -> Bool {
        // An array or an open map may be empty, so that the lack of what it holds says nothing.
        guard !ObservedAnswers.Field.isElement(pointer) else { return false }
        guard let slash = pointer.utf8.lastIndex(of: UInt8(ascii: "/")) else { return true }
        guard let parent = answers.fields[Array(pointer.utf8[..<slash])] else { return false }
        return parent.kindSet.contains(.object)
    }

    private mutating func compare(
        _ old: ObservedAnswers.Field,
        _ new: ObservedAnswers.Field,
        in answers: ObservedAnswers
    ) {
        let (before, after) = (old.kindsBesidesNull, new.kindsBesidesNull)
        if !before.isEmpty, !after.isSubset(of: before) {
            changes.append(change(.typeChanged, old, new, in: answers))
        } else if !after.isEmpty, !before.isSubset(of: after) {
            changes.append(change(.typeGone, old, new, in: answers))
        }
        let (nullsBefore, nullsNow) = (old.count(of: .null), new.count(of: .null))
        if nullsBefore == 0, nullsNow > 0 {
            changes.append(change(after.isEmpty ? .becameNull : .becameNullable, old, new, in: answers))
        } else if nullsBefore > 0, nullsNow == 0 {
            changes.append(change(.nullGone, old, new, in: answers))
        }
        if old.isAlwaysThere, !new.isAlwaysThere, !ObservedAnswers.Field.isElement(new.pointer) {
            changes.append(change(.becameOptional, old, new, in: answers))
        }
        compareWords(old, new, in: answers)
    }

    private mutating func compareWords(
        _ old: ObservedAnswers.Field,
        _ new: ObservedAnswers.Field,
        in answers: ObservedAnswers
    ) {
        let (before, after) = (old.words, new.words)
        func lacking(_ words: [String], in others: [String]) -> [String] {
            words.filter { word in !others.contains { $0.utf8.elementsEqual(word.utf8) } }
        }
        // Of an older file, or of a list that was cut, it is not known which words were there.
        if !before.isEmpty, !old.hasOtherWords {
            for word in lacking(after, in: before) {
                changes.append(wordChange(.wordAdded, word, new, in: answers))
            }
        }
        if !after.isEmpty, !new.hasOtherWords {
            for word in lacking(before, in: after) {
                changes.append(wordChange(.wordGone, word, new, in: answers))
            }
        }
    }

    private func wordChange(
        _ kind: ChangeKind,
        _ word: String,
        _ field: ObservedAnswers.Field,
        in answers: ObservedAnswers
    ) -> Change {
        var change = Change(kind, of: answers.operation, answers: answers.statuses, pointer: field.pointer)
        if kind == .wordAdded { change.after = "'\(word)'" } else { change.before = "'\(word)'" }
        return change
    }

    private func change(
        _ kind: ChangeKind,
        _ old: ObservedAnswers.Field?,
        _ new: ObservedAnswers.Field?,
        in answers: ObservedAnswers
    ) -> Change {
        Change(
            kind,
            of: answers.operation,
            answers: answers.statuses,
            pointer: (new ?? old)?.pointer,
            before: old.map(\.description) ?? "never",
            after: new.map(\.description) ?? "never"
        )
    }
}

extension ObservedAnswers.Field {
    /// Whether everything that could have it has it.
    fileprivate var isAlwaysThere: Bool { count >= parents }

    fileprivate var kindSet: ObservedKinds {
        zip(ObservedKinds.named, counts).reduce(into: []) { if $1.1 > 0 { $0.insert($1.0.kind) } }
    }

    fileprivate var kindsBesidesNull: ObservedKinds { kindSet.subtracting(.null) }

    /// Whether a pointer is that of an array's elements, or of the members of an open map, of which there may be any number.
    fileprivate static func isElement(_ pointer: String) -> Bool {
        ["/*", "/\(ShapeSettings().openMapMarker)"].contains {
            pointer.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
    }

    /// `always, as string or null`; `in 3 of 12, as object`.
    fileprivate var description: String {
        let often = isAlwaysThere || Self.isElement(pointer) ? "always" : "in \(count) of \(parents)"
        return "\(often), as \(kindSet.words.joined(separator: " or "))"
    }
}
