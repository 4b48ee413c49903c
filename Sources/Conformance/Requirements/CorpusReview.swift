/// What is wrong with a corpus as a whole, though each of its files can be read: for `lint`.
///
/// None of it keeps a run from starting: the run itself says what comes of it.
package enum CorpusReview {
    /// All mistakes, by file and place.
    package static func diagnostics(of corpus: Corpus) -> [CaseDiagnostic] {
        knownFailures(corpus) + requirements(corpus) + CaseReview(corpus).diagnostics
    }

    private static func knownFailures(_ corpus: Corpus) -> [CaseDiagnostic] {
        corpus.knownFailures.flatMap { failure -> [CaseDiagnostic] in
            let position = corpus.position(of: failure.location)
            let glob = Glob(cases: failure.pattern)
            var problems: [(code: CaseCode, problem: KnownFailureProblem, location: SourceLocation)] = []
            if !corpus.entries.contains(where: { glob.selects($0.id) }) {
                let ids = corpus.entries.lazy.map(\.id)
                let problem = KnownFailureList.unmatched(failure.pattern, at: position, ids: ids)
                problems.append((.unmatchedKnownFailure, problem, failure.location))
            }
            for (key, location) in failure.missingWords {
                let problem = KnownFailureList.unexplained([key], of: failure, at: corpus.position(of: location))
                problems.append((.unexplainedKnownFailure, problem, location))
            }
            return problems.map { code, problem, location in
                CaseDiagnostic(
                    code: code,
                    in: corpus.files[Int(location.file)],
                    offset: Int(location.offset),
                    message: problem.message,
                    hint: problem.hint
                )
            }
        }
    }

    private static func requirements(_ corpus: Corpus) -> [CaseDiagnostic] {
        RequirementMatrix(corpus).rows.filter { !$0.isCovered }.map { row in
            CaseDiagnostic(
                code: .uncoveredRequirement,
                in: corpus.files[Int(row.requirement.location.file)],
                offset: Int(row.requirement.location.offset),
                message: "no case covers the requirement '\(row.requirement.id)'",
                hint: "name it under 'requirements' of a case that shows it"
            )
        }
    }
}
