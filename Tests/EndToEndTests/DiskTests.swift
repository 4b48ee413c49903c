import Foundation
import Testing

/// Places that take no reports: each is told, and nothing half-written stays.
@Suite(.timeLimit(.minutes(10)))
struct DiskTests {
    private static let hint = "  hint: give another place with --reports or --report FORMAT=PATH\n"

    @Test
    func `a file that may grow no further takes every report with it`() async throws {
        try await withTemporaryFolder { folder in
            let run = try prepared(folder, "--evidence all")
            // One block, of 512 or of 1,024 bytes; the signal that comes with it must not end the program either.
            try await Shell.run("ulimit -f 1; \(run) > /dev/null 2> error; echo $? > status", in: folder)
            #expect(try folder.text("status") == "3\n")
            #expect(
                try folder.text("error") == "error: cannot write 'reports/junit.xml': file too large\n" + Self.hint
            )
            #expect(try names(in: folder, "reports") == [])
        }
    }

    #if os(Linux)
        @Test
        func `a report into a full device leaves no other behind`() async throws {
            try await withTemporaryFolder { folder in
                let run = try prepared(folder, "--report results=/dev/full")
                try await Shell.run("\(run) > output 2> error; echo $? > status", in: folder)
                #expect(try folder.text("status") == "3\n")
                #expect(
                    try folder.text("error") == "error: cannot write '/dev/full': no space left on device\n" + Self.hint
                )
                #expect(try folder.text("output").contains("1 skipped\n"))
                #expect(try !folder.text("output").contains("reports: "))
                #expect(try names(in: folder, "reports") == [])
            }
        }

        @Test(.enabled(if: PrivateMounts.areAllowed, Comment(rawValue: PrivateMounts.missing)))
        func `a disk that is full takes every report with it`() async throws {
            try await withTemporaryFolder { folder in
                let run = try prepared(folder)
                let inner = """
                    head -c 12288 /dev/zero > reports/other; \(run) --evidence all > /dev/null 2> error; \
                    echo $? > status; ls -A reports > names
                    """
                try #require(await Shell.run(PrivateMounts.command(mounting: "", inner), in: folder) == 0)
                #expect(try folder.text("status") == "3\n")
                let error = try folder.text("error")
                #expect(error.hasPrefix("error: cannot write 'reports/"))
                #expect(error.hasSuffix("': no space left on device\n" + Self.hint))
                #expect(try folder.text("names") == "other\n")
            }
        }

        @Test
        func `reports of an earlier run that could not be replaced are said to be old`() async throws {
            try await withTemporaryFolder { folder in
                let earlier = try prepared(folder)
                try #require(await Shell.run("\(earlier) --report html=page.html > /dev/null", in: folder) == 0)
                let old = try folder.text("reports/junit.xml")
                let run = try prepared(folder, "--report html=/dev/full --report markdown")
                try await Shell.run("\(run) > output 2> error; echo $? > status", in: folder)
                #expect(try folder.text("status") == "3\n")
                #expect(
                    try folder.text("error") == """
                        error: cannot write '/dev/full': no space left on device
                          older than this run, and not replaced: 'reports/junit.xml', 'reports/results.json'
                        \(Self.hint)
                        """
                )
                #expect(try folder.text("reports/junit.xml") == old)
                #expect(try !folder.text("output").contains("reports: "))
            }
        }

        @Test(.enabled(if: PrivateMounts.areAllowed, Comment(rawValue: PrivateMounts.missing)))
        func `a folder that cannot be written to is said before anything is sent`() async throws {
            try await withTemporaryFolder { folder in
                let run = try prepared(folder, "--target http://127.0.0.1:1")
                let inner = "\(run) > output 2> error; echo $? > status"
                try #require(await Shell.run(PrivateMounts.command(mounting: ",ro", inner), in: folder) == 0)
                #expect(try folder.text("status") == "3\n")
                #expect(
                    try folder.text("error")
                        == "error: cannot write 'reports/junit.xml': read-only file system\n" + Self.hint
                )
                #expect(try folder.text("output") == "")
            }
        }
    #endif

    /// Writes a corpus whose reports take more than a block, and gives the command that runs what needs no target of it.
    private func prepared(_ folder: URL, _ arguments: String = "") throws -> String {
        let reason = String(repeating: "not built yet, ", count: 600)
        try SmallCorpus.write(
            to: folder,
            suite: SmallCorpus.suite.replacingOccurrences(of: "not built yet", with: reason)
        )
        return "\"\(try BuiltProgram.location().path)\" run --filter \"**/left-out\" \(arguments)"
    }

    private func names(in folder: URL, _ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
    }
}
