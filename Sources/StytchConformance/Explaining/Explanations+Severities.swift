import PayloadAudit

extension Explanations {
    /// How bad findings in stored answers are.
    static let severities: [Explanation] = Severity.allCases.map { severity in
        let (meaning, cure) =
            switch severity {
            case .breaking:
                (
                    "A client that decodes strictly fails at the answer, or loses something of it; fails by default.",
                    "Correct the model or the server; a policy gives a field another severity."
                )
            case .drift:
                (
                    "The answer has something that no model knows, and a strict client still decodes it.",
                    "Add it to the model; '--fail-on default,drift' makes it fail too."
                )
            case .note:
                ("Worth knowing, and no harm.", "Nothing has to be done; '--fail-on default,note' makes it fail too.")
            case .ignored:
                (
                    "A rule of the policy says so: it is counted, not shown, and never fails.",
                    "Take the rule out to see it."
                )
            }
        return Explanation(
            .severity,
            severity.rawValue,
            meaning,
            .text("3 payloads in 1 file: 1 \(severity.rawValue)"),
            cure
        )
    }

    /// What decoding makes of a change under stress, and what stands behind a finding that fails nothing.
    static let effects: [Explanation] = StressEffect.allCases.map { effect in
        let (meaning, cure) =
            switch effect {
            case .tolerated:
                ("Decoding finds nothing that it had not found before the change.", "Nothing has to be done.")
            case .reported:
                (
                    "Under stress: something is found, and a strict client still decodes. Behind a finding: it fails nothing here.",
                    "Name its severity or code with '--fail-on' to make a finding fail."
                )
            case .breaks:
                (
                    "A strict client fails at the changed answer, or loses something of it.",
                    "Make the field optional, or its type wider."
                )
            }
        return Explanation(
            .effect,
            effect.rawValue,
            meaning,
            .text("stytch-conformance decode --stress answers/"),
            cure
        )
    }
}
