/// What is wrong with a corpus as a whole, though each of its files can be read: for `lint`.
///
/// None of it keeps a run from starting: the run itself says what comes of it.
package enum CorpusReview {
    /// All mistakes, by file and place.
    package static func diagnostics(of corpus: Corpus) -> [CaseDiagnostic] {
        knownFailures(corpus) + requirements(corpus) + unaskedRequirements(corpus)
    }

    private static func knownFailures(_ corpus: Corpus) -> [CaseDiagnostic] {
        corpus.knownFailures.flatMap { failure -> [CaseDiagnostic] in
            let position = corpus.position(of: failure.location)
            let glob = Glob(cases: failure.pattern)
            var problems: [(code: CaseCode, problem: KnownFailureProblem)] = []
            if !corpus.entries.contains(where: { glob.selects($0.id) }) {
                let ids = corpus.entries.lazy.map(\.id)
                let problem = KnownFailureList.unmatched(failure.pattern, at: position, ids: ids)
                problems.append((.unmatchedKnownFailure, problem))
            }
            if failure.missingWords != nil {
                problems.append((.unexplainedKnownFailure, KnownFailureList.unexplained(failure, at: position)))
            }
            return problems.map { code, problem in
                CaseDiagnostic(
                    code: code,
                    in: corpus.files[Int(failure.location.file)],
                    offset: Int(failure.location.offset),
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

    /// Statements about a target that are named by a case which asks none: it passes whatever the target does.
    private static func unaskedRequirements(_ corpus: Corpus) -> [CaseDiagnostic] {
        let asked = Set(corpus.requirements.lazy.filter { !$0.isOffline }.map(\.id))
        var reported: Set<UnaskedRequirement> = []
        return corpus.entries.flatMap { entry -> [CaseDiagnostic] in
            let named = entry.requirements.filter(asked.contains)
            guard !named.isEmpty, !corpus.compile(entry).sendsRequests else { return [] }
            let new = named.filter {
                reported.insert(UnaskedRequirement(suite: entry.suite, caseIndex: entry.caseIndex, id: $0)).inserted
            }
            return new.map { id in
                CaseDiagnostic(
                    code: .unaskedRequirement,
                    in: corpus.files[Int(entry.location.file)],
                    offset: Int(entry.location.offset),
                    message: "a case that sends no request covers the requirement '\(id)'",
                    hint: "send a request, or give the requirement \"offline\": true if a stored answer shows it"
                )
            }
        }
    }

    /// A statement and the case that names it, of whose rows one is enough.
    private struct UnaskedRequirement: Hashable {
        var suite: Int32
        var caseIndex: Int32
        var id: String
    }
}
