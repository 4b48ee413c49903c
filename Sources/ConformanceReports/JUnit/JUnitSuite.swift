import Conformance
import WireJSON

/// The cases of one file, with what the suite's own attributes say of them.
struct JUnitSuite {
    var file: String
    var cases: ArraySlice<CaseResult>

    /// Cuts a run's cases, which stand in corpus order, into one suite a file.
    static func suites(of cases: [CaseResult]) -> [JUnitSuite] {
        var suites: [JUnitSuite] = []
        var start = cases.startIndex
        for index in cases.indices {
            let next = cases.index(after: index)
            let file = cases[index].position.file
            if next == cases.endIndex || !cases[next].position.file.hasSameScalars(as: file) {
                suites.append(JUnitSuite(file: file, cases: cases[start..<next]))
                start = next
            }
        }
        return suites
    }

    /// The number of each file in the whole run, by the UTF-8 of its path, so that it is the same in every shard; empty for a
    /// whole run, whose suites stand in that order.
    static func numbers(in result: RunResult) -> [[UInt8]: Int] {
        let files = (result.shard?.plan ?? []).enumerated().map { (Array($0.element.path.utf8), $0.offset) }
        return Dictionary(files) { first, _ in first }
    }

    /// From the run's start to the suite's: that of its first case which ran.
    var startedAfter: Duration {
        ran.map(\.startedAfter).min() ?? .zero
    }

    /// From the first case's start to the last one's end; never less than the longest case.
    var duration: Duration {
        let end = ran.map { $0.startedAfter + $0.duration }.max() ?? .zero
        return max(end - startedAfter, cases.map(\.duration).max() ?? .zero)
    }

    var counts: Counts { Counts(of: cases) }

    private var ran: some Sequence<CaseResult> {
        cases.lazy.filter { result in
            switch result.outcome {
            case .passed, .failed, .errored: true
            case .skipped, .notRun: false
            }
        }
    }
}
