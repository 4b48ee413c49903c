import ArgumentParser

/// The command of which all others are part.
struct MainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stytch-conformance",
        abstract: "Checks that a server speaks the Stytch session and password reset API as the Go SDK reads it.",
        discussion: """
            Cases are JSON files: a request, and what its answer must look like. They are sent through libcurl, every \
            answer is decoded into the session models, and what was found is written as JUnit, as JSON and here.

            A first look, without any account: the cases run against a mock inside the program.

              stytch-conformance run

            Against a Stytch test project:

              export STYTCH_PROJECT_ID=project-test-…  STYTCH_SECRET=secret-test-…
              stytch-conformance run --target test

            Exit status: 0 all as expected; 1 something unexpected; 2 options or case files wrong, nothing was sent; \
            3 the target could not be reached, or a report not be written; 4 no case selected, or nothing to decode; \
            5 a comparison found a regression; 70 a fault of the program; 129, 130, 143 stopped by SIGHUP, SIGINT, \
            SIGTERM.
            """,
        version: Program.version,
        subcommands: [
            RunCommand.self, MergeCommand.self, CompareCommand.self, DecodeCommand.self, NewCommand.self,
            LintCommand.self, ListCommand.self, ExplainCommand.self, ServeCommand.self,
            ExportCasesCommand.self, ExportSchemasCommand.self, EmbedCasesCommand.self,
        ]
    )
}
