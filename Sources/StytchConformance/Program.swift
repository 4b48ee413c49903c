import ArgumentParser

/// The program: parses the arguments, runs one command, and turns what it throws into words and an exit status.
@main
enum Program {
    /// The version that `--version` prints and reports name.
    static let version = "0.1.0"

    static func main() async {
        StandardStreams.prepare()
        OpenFileLimit.raise()
        LeakGuard.begin(.current)
        let status = await run(Array(CommandLine.arguments.dropFirst()))
        ExitStatus.worst([status, statusOfOutput(), LeakGuard.status]).exit()
    }

    /// What is missing on standard output is missed by whoever reads it there.
    private static func statusOfOutput() -> ExitStatus {
        guard let problem = StandardStream.output.problem else { return .success }
        let failure = CommandFailure(
            .outOfReach,
            "cannot write to standard output: \(problem)",
            hint: StandardStream.output.wasClosed ? "write '>/dev/null' where nobody reads it" : nil
        )
        StandardStream.error.write(failure.text)
        return failure.status
    }

    private static func run(_ arguments: [String]) async -> ExitStatus {
        do {
            if let failure = ParserWords.failure(ofHelp: arguments) { throw failure }
            switch try MainCommand.parseAsRoot(arguments) {
            case let command as any ProgramCommand:
                return try await command.perform()
            case var command:
                // `help` and the parser's own commands.
                try command.run()
                return .success
            }
        } catch let failure as CommandFailure {
            StandardStream.error.write(failure.text)
            return failure.status
        } catch {
            return explain(error, arguments)
        }
    }

    /// Says what the argument parser has to say: help and version on standard output, mistakes on standard error.
    private static func explain(_ error: any Error, _ arguments: [String]) -> ExitStatus {
        let said = VariableArgument.hidingValues(of: arguments, in: MainCommand.fullMessage(for: error))
        var message = ParserWords.message(said, of: arguments) + "\n"
        let mark = "Error: "
        if message.hasPrefix(mark) {
            message = mark.lowercased() + String(message.dropFirst(mark.count)).lowercasedFirst
        }
        switch MainCommand.exitCode(for: error) {
        case .success:
            StandardStream.output.write(asIs: message)
            return .success
        case .validationFailure:
            let failure = ParserWords.failure(saying: MainCommand.message(for: error), of: arguments)
            BuildServer.tell(ofUsage: failure, arguments)
            StandardStream.error.write(message)
            return .wrongInput
        default:
            let report =
                "\(message)  hint: this is a fault of stytch-conformance itself; please report it with the command\n"
            StandardStream.error.write(report)
            return .ourFault
        }
    }
}

/// A command of the program: says how it ended instead of ending the program.
protocol ProgramCommand: ParsableCommand {
    func perform() async throws -> ExitStatus
}
