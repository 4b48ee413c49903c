import Conformance
import WireJSON

/// The cases of one file, with what the suite's own attributes say of them.
struct JUnitSuite {
    let file: String
    let cases: ArraySlice<CaseResult>
    private(set) var counts = Counts()
    /// From the run's start to the suite's: that of its first case which ran.
    private(set) var startedAfter = Duration.zero
    /// From the first case's start to the last one's end; never less than the longest case.
    private(set) var duration = Duration.zero

    init(file: String, cases: ArraySlice<CaseResult>) {
        self.file = file
        self.cases = cases
        var (start, end): (Duration?, Duration) = (nil, .zero)
        for place in cases.indices {
            counts.add(cases[place].verdict)
            duration = max(duration, cases[place].duration)
            switch cases[place].outcome {
            case .skipped, .notRun: continue
            case .passed, .failed, .errored: break
            }
            start = min(start ?? cases[place].startedAfter, cases[place].startedAfter)
            end = max(end, cases[place].startedAfter + cases[place].duration)
        }
        startedAfter = start ?? .zero
        duration = max(end - startedAfter, duration)
    }

    /// Cuts a run's cases, which stand in corpus order, into one suite a file.
    static func suites(of cases: [CaseResult]) -> [JUnitSuite] {
        var suites: [JUnitSuite] = []
        guard var file = cases.first?.position.file else { return [] }
        var start = cases.startIndex
        for place in cases.indices where !cases[place].position.file.hasSameScalars(as: file) {
            suites.append(JUnitSuite(file: file, cases: cases[start..<place]))
            (start, file) = (place, cases[place].position.file)
        }
        return suites + [JUnitSuite(file: file, cases: cases[start...])]
    }

    /// The number of each file in the whole run, by the UTF-8 of its path, so that it is the same in every shard; empty for a
    /// whole run, whose suites stand in that order.
    static func numbers(in result: RunResult) -> [[UInt8]: Int] {
        let files = (result.shard?.plan ?? []).enumerated().map { (Array($0.element.path.utf8), $0.offset) }
        return Dictionary(files) { first, _ in first }
    }
}
