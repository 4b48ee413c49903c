import WireJSON

/// Since when cases fail, along a chain of runs of which each is compared with the one before.
extension RunResult {
    /// Notes since when each case fails: as an earlier run says where it failed there too, else since this run.
    ///
    /// A case that did not run now was not mended either: it keeps what the earlier run says, for the next one to take over.
    package mutating func noteFailing(since earlier: RunResult) {
        var known: [[UInt8]: String] = [:]
        for result in earlier.cases {
            if let since = result.failingSince ?? (result.isFailing ? earlier.started.text : nil) {
                known[Array(result.id.utf8)] = since
            }
        }
        for place in cases.indices {
            switch cases[place].outcome {
            case .passed: cases[place].failingSince = nil
            case .failed, .errored:
                let since = known.isEmpty ? nil : known[Array(cases[place].id.utf8)]
                cases[place].failingSince = since ?? started.text
            case .skipped, .notRun:
                guard !known.isEmpty else { continue }
                cases[place].failingSince = known[Array(cases[place].id.utf8)]
            }
        }
    }

    /// Whether a case fails since this run, as far as an earlier one tells; false where none was asked.
    package func failsSinceThisRun(_ result: CaseResult) -> Bool {
        result.isFailing && result.failingSince?.utf8.elementsEqual(started.text.utf8) == true
    }
}

extension CaseResult {
    /// Whether it failed or could not be judged, excused or not.
    package var isFailing: Bool {
        switch outcome {
        case .failed, .errored: true
        case .passed, .skipped, .notRun: false
        }
    }

    /// Gives the run in which it began to fail another start, where it began with the old one.
    package mutating func moveStart(from old: String, to new: String) {
        if failingSince?.utf8.elementsEqual(old.utf8) == true { failingSince = new }
    }
}
