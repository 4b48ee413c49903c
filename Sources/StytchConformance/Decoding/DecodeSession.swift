import Foundation
import PayloadAudit
import Synchronization
import WireJSON

/// Reads inputs in their order and audits them on every processor; the result does not depend on which was faster.
struct DecodeSession {
    /// What was read of the inputs.
    struct Outcome {
        var tally = AuditTally()
        var files = 0
        /// Inputs that could not be read to their end.
        var problems: [String] = []
    }

    let table: ModelTable
    let options: AuditOptions
    let stop: StopPipe

    /// Pieces that are read and not merged yet: enough to keep every processor busy, few enough to bound memory.
    private static let mostPending = ProcessInfo.processInfo.activeProcessorCount + 1

    /// Audits all files.
    func perform(_ files: [String]) async -> Outcome {
        await withTaskGroup(of: (place: Int, tally: AuditTally).self) { group in
            var outcome = Outcome()
            var (begun, merged) = (0, 0)
            var waiting: [Int: AuditTally] = [:]
            /// Takes one result, and merges all that are next in the order of the input.
            func take(_ result: (place: Int, tally: AuditTally)) {
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
                        group.addTask { [self] in (place, audit(piece, of: name)) }
                        while begun - merged > Self.mostPending, let result = await group.next() { take(result) }
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

    private func audit(_ piece: DecodeFile.Piece, of file: String) -> AuditTally {
        var auditor = Auditor(table, options)
        switch piece {
        case .lines(let chunk): auditor.audit(chunk, of: file)
        case .text(let bytes, let linesBefore):
            auditor.audit(bytes, at: PayloadPlace(file: file, linesBefore: linesBefore))
        case .mark:
            let start = AuditLocation(file: file, line: 1, column: 1)
            auditor.note(.byteOrderMark, at: start, "no byte order mark", "one")
        }
        return auditor.tally
    }
}
