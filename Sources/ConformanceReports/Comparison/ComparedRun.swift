import Conformance
import WireJSON

/// One of two runs that are compared, with its cases found by their ids.
package struct ComparedRun: Sendable {
    /// Why a run cannot be compared.
    package enum Problem: Error, Sendable, Hashable {
        /// A case came to a word that this program does not know.
        case unknownOutcome(String, ofCase: String)
        case sameCaseTwice(String)

        /// What is wrong, to stand behind the name of a file.
        package var words: String {
            switch self {
            case .unknownOutcome(let word, let id):
                "says that '\(id)' came to '\(word)', which this program does not know"
            case .sameCaseTwice(let id): "holds the case '\(id)' twice"
            }
        }
    }

    /// A case with its verdict.
    struct Case: Sendable {
        var result: EncodedCase
        var verdict: Verdict
    }

    package let run: EncodedRun
    /// What a person calls it: a path, or `this run`.
    package let source: String
    let cases: [Case]
    private let places: [[UInt8]: Int]
    private let selection: SelectionMatcher
    private let isShard: Bool

    /// Makes ready a run that was read, or has just ended.
    ///
    /// - Throws: `Problem` where its cases cannot be told apart or judged.
    package init(_ run: EncodedRun, source: String) throws(Problem) {
        self.run = run
        self.source = source
        var cases: [Case] = []
        var places: [[UInt8]: Int] = [:]
        for result in run.cases {
            guard let verdict = Verdict(rawValue: result.outcome) else {
                throw .unknownOutcome(result.outcome, ofCase: result.id)
            }
            guard places.updateValue(cases.count, forKey: Array(result.id.utf8)) == nil else {
                throw .sameCaseTwice(result.id)
            }
            cases.append(Case(result: result, verdict: verdict))
        }
        self.cases = cases
        self.places = places
        selection = SelectionMatcher(run.selectedCases)
        isShard = run.shard != nil
    }

    /// The case with an id, compared byte by byte.
    func result(_ id: String) -> Case? {
        places[Array(id.utf8)].map { cases[$0] }
    }

    /// Whether the run was asked for a case, so that its lack says something.
    func wasAskedFor(_ result: EncodedCase) -> Bool {
        // What a shard does not hold is for another one.
        !isShard && selection.selects(id: result.id, tags: result.tags ?? [])
    }

    /// `reports/base/results.json (mock, 2026-11-21T08:00:00Z)`.
    package var name: String { "\(source) (\(run.target), \(run.started))" }
}

extension EncodedRun {
    /// Which cases were asked for.
    var selectedCases: Selection { selection?.decoded ?? Selection() }

    /// `2/5`, where it is a part of a run.
    var shardWords: String? { shard.map { "\($0.index)/\($0.total)" } }
}

extension Verdict {
    /// As it stands in a sentence: `not run`.
    var words: String {
        String(rawValue.map { $0 == "-" ? " " : $0 })
    }
}
