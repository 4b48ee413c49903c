/// The statements of the contract and what covers each.
package struct RequirementMatrix: Sendable {
    /// A statement with its cases.
    package struct Row: Sendable, Hashable {
        package var requirement: Requirement
        /// The ids of the cases that name it, in corpus order.
        package var cases: [String]
        /// The rules for every answer that name it: `any`, `ok`, `error`.
        package var rules: [String]

        package var isCovered: Bool { !cases.isEmpty || !rules.isEmpty }
    }

    /// In the order of `requirements.json`.
    package var rows: [Row]

    /// A matrix of nothing: the corpus lists no statements.
    package init() {
        rows = []
    }

    /// The matrix of a whole corpus.
    package init(_ corpus: Corpus) {
        self.init(corpus.requirements, corpus.catalogue.everyAnswer, corpus.entries)
    }

    /// The matrix of some cases of a corpus.
    package init(_ requirements: [Requirement], _ rules: EveryAnswer, _ entries: [CaseEntry]) {
        guard !requirements.isEmpty else {
            rows = []
            return
        }
        var cases: [String: [String]] = [:]
        for entry in entries {
            for id in entry.requirements where cases[id]?.last != entry.id { cases[id, default: []].append(entry.id) }
        }
        rows = requirements.map { requirement in
            Row(
                requirement: requirement,
                cases: cases[requirement.id] ?? [],
                rules: rules.named.filter { $0.rule.requirements.contains(requirement.id) }.map(\.name)
            )
        }
    }
}

extension EveryAnswer {
    /// The rules there are, by their keys.
    var named: [(name: String, rule: Rule)] {
        [("any", any), ("ok", ok), ("error", error)].compactMap { name, rule in rule.map { (name, $0) } }
    }
}
