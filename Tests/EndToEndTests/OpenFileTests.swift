import Foundation
import Testing

/// Limits of open files: raised where they may be, and where not, told before anything is sent.
@Suite(.timeLimit(.minutes(10)))
struct OpenFileTests {
    /// Runs a command under limits of a shell; its status, output and errors.
    private func run(_ limits: String, _ words: String) async throws -> (status: String, output: String, error: String)
    {
        let program = try BuiltProgram.location().path
        var ended = (status: "", output: "", error: "")
        try await withTemporaryFolder { folder in
            try await Shell.run(
                "\(limits); \"\(program)\" \(words) > output 2> error; echo $? > status",
                in: folder
            )
            ended = (try folder.text("status"), try folder.text("output"), try folder.text("error"))
        }
        return ended
    }

    @Test
    func `a soft limit that is too low is raised`() async throws {
        let ended = try await run("ulimit -Sn 64", "run sessions/get sessions/authenticate --jobs 60 --report none")
        #expect(ended.error == "")
        #expect(ended.output.contains(" passed, 0 failed, 0 skipped\n"))
        #expect(ended.status == "0\n")
    }

    @Test(arguments: [12, 32])
    func `a hard limit without room for the mock is told, with a limit that is enough`(_ limit: Int) async throws {
        let ended = try await run("ulimit -n \(limit)", "run passwords --report none")
        #expect(
            ended.error == """
                error: 16 cases at once would need more than the \(limit) files and sockets that may be open
                  hint: raise the limit with 'ulimit -n 256'

                """
        )
        #expect(ended.output == "")
        #expect(ended.status == "2\n")
    }

    @Test
    func `the number of cases at once that a refusal names does fit`() async throws {
        let asked = try await run("ulimit -n 256", "run sessions passwords --jobs 150 --report none")
        let error = try #require(
            asked.error.wholeMatch(
                of:
                    /error: 150 cases at once would need more than the 256 files and sockets that may be open\n  hint: raise the limit with 'ulimit -n 512', or give '--jobs ([0-9]+)'\n/
            )
        )
        #expect(asked.status == "2\n")
        let fitting = try await run("ulimit -n 256", "run sessions passwords --jobs \(error.1) --report none")
        #expect(fitting.error == "")
        #expect(fitting.output.contains(" passed, 0 failed, 0 skipped\n"))
        #expect(fitting.status == "0\n")
    }

    @Test
    func `a selection of few cases needs no room for more`() async throws {
        let ended = try await run(
            "ulimit -n 128",
            "run sessions/get --filter '**/unknown-*' --jobs 1000 --report none"
        )
        #expect(ended.error == "")
        #expect(ended.status == "0\n")
    }

    @Test
    func `a target elsewhere needs one file for each case at once`() async throws {
        let words = "run sessions passwords --target http://127.0.0.1:1 --report none"
        let refused = try await run("ulimit -n 100", words + " --jobs 77")
        #expect(
            refused.error == """
                error: 77 cases at once would need more than the 100 files and sockets that may be open
                  hint: raise the limit with 'ulimit -n 256', or give '--jobs 76'

                """
        )
        #expect(refused.status == "2\n")
        #expect(try await run("ulimit -n 100", words + " --jobs 76").status == "3\n")
    }

    @Test
    func `serve says that it has no room for connections`() async throws {
        let ended = try await run("ulimit -n 16", "serve")
        #expect(
            ended.error == """
                error: the mock would need more than the 16 files and sockets that may be open
                  hint: raise the limit with 'ulimit -n 256'

                """
        )
        #expect(ended.output == "")
        #expect(ended.status == "2\n")
    }
}
