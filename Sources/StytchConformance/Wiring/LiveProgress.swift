import Conformance
import ConformanceReports
import Foundation
import Synchronization

/// The progress of a run on standard output; called from many tasks at once.
///
/// A queue of its own writes: a screen that stands still must not hold up the threads that send and receive.
final class LiveProgress: Sendable {
    private let progress: Mutex<ConsoleProgress>
    private let writing = DispatchQueue(label: "progress")

    init(_ configuration: RunConfiguration, total: Int) {
        progress = Mutex(
            ConsoleProgress(
                style: configuration.style,
                total: total,
                isVerbose: configuration.isVerbose,
                showsCommands: configuration.showsCommands
            )
        )
    }

    func add(_ result: CaseResult) {
        // Put in the queue under the lock, so that lines of two cases do not change places.
        progress.withLock { progress in
            let text = progress.text(after: result)
            if !text.isEmpty { writing.async { StandardStream.output.write(text) } }
        }
    }

    func end() {
        let text = progress.withLock { $0.textAtEnd() }
        writing.sync { if !text.isEmpty { StandardStream.output.write(text) } }
    }
}
