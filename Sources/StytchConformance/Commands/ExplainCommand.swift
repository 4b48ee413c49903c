import ArgumentParser

/// Explains a word that the program printed.
struct ExplainCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains a code that was printed: what it means, an example, what to do.",
        discussion: """
            Codes stand in [ ] behind a mistake of 'lint', behind 'explain:' at the end of a run, and under 'code' in \
            results.json. Exit statuses and libcurl's codes have their pages too. Without a code, all are listed.

              stytch-conformance explain unknown-key
              stytch-conformance explain CURLE_COULDNT_CONNECT 3
            """
    )

    @Argument(
        help: ArgumentHelp("Codes, such as missing-field, CURLE_GOT_NOTHING or 3.", valueName: "code"),
        completion: Completions.codes
    )
    var codes: [String] = []

    func perform() async throws -> ExitStatus {
        guard !codes.isEmpty else {
            StandardStream.output.write(Explanations.list)
            return .success
        }
        let texts = try codes.map { code in
            let found = Explanations.of(code)
            guard !found.isEmpty else { throw CommandFailure.unknownCode(code) }
            return found.map(\.text).joined(separator: "\n")
        }
        StandardStream.output.write(texts.joined(separator: "\n"))
        return .success
    }
}

extension CommandFailure {
    /// A word that is no code.
    static func unknownCode(_ code: String) -> CommandFailure {
        let guess = Explanations.nearest(to: code).map { "; did you mean '\($0)'?" } ?? ""
        return CommandFailure(
            .wrongInput,
            "there is no code '\(code)'\(guess)",
            hint: "'stytch-conformance explain' lists all codes"
        )
    }
}
