import Foundation
import PayloadAudit
import Synchronization
import WireJSON

/// Reads inputs in their order and audits them on every processor; the result does not depend on which was faster.
struct DecodeSession {
    /// What was read of the inputs.
    struct Outcome {
        var tally: AuditTally
        var files = 0
        /// Inputs that could not be read to their end.
        var problems: [String] = []
    }

    let table: ModelTable
    let options: AuditOptions
    let stop: StopPipe
    /// Whether answers that come again are recognised; without, each is decoded, and the outcome is the same.
    var recognises = true

    /// Pieces that are read and not merged yet: enough to keep every processor busy, few enough to bound memory.
    private static let mostPending = ProcessInfo.processInfo.activeProcessorCount + 1

    /// Audits all files.
    func perform(_ files: [String]) async -> Outcome {
        await withTaskGroup(of: Audited.self) { group in
            var outcome = Outcome(tally: AuditTally(table, options.policy))
            // What one piece teaches is known to those that are begun after it.
            var book = AnswerBook()
            var (begun, merged) = (0, 0)
            var waiting: [Int: AuditTally] = [:]
            var used: [[UInt8]] = []
            /// Takes one result, and merges all that are next in the order of the input.
            func take(_ result: Audited) {
                if let copy = result.book { book.takeBack(copy) }
                used.append(result.bytes)
                waiting[result.place] = result.tally
                while let tally = waiting.removeValue(forKey: merged) {
                    outcome.tally.merge(tally)
                    merged += 1
                }
            }
            for path in files where !stop.isStopped {
                do throws(LocalFiles.Problem) {
                    var file = try DecodeFile(path, stop)
                    outcome.files += 1
                    while let piece = file.next() {
                        let (place, name) = (begun, file.name)
                        begun += 1
                        let copy = recognises ? book.lent() : nil
                        group.addTask { [self] in audit(piece, at: place, of: name, copy) }
                        while begun - merged > Self.mostPending, let result = await group.next() { take(result) }
                        while let bytes = used.popLast() { file.reuse(bytes) }
                    }
                    if let problem = file.problem { outcome.problems.append(problem) }
                } catch {
                    outcome.problems.append(error.message)
                }
            }
            for await result in group { take(result) }
            return outcome
        }
    }

    /// What came of a piece of work.
    private struct Audited: Sendable {
        var place: Int
        var tally: AuditTally
        var book: AnswerBook?
        /// The bytes that were audited, which nobody reads any more.
        var bytes: [UInt8]
    }

    private func audit(_ piece: DecodeFile.Piece, at place: Int, of file: String, _ book: AnswerBook?) -> Audited {
        var auditor = Auditor(table, options, book: book)
        var used: [UInt8] = []
        switch piece {
        case .lines(let chunk):
            auditor.audit(chunk, of: file)
            used = chunk.bytes
        case .text(let bytes, let linesBefore):
            auditor.audit(bytes, at: PayloadPlace(file: file, linesBefore: linesBefore))
        case .mark:
            let start = AuditLocation(file: file, line: 1, column: 1)
            auditor.note(.byteOrderMark, at: start, "no byte order mark", "one")
        }
        return Audited(place: place, tally: auditor.tally, book: auditor.book, bytes: used)
    }
}
