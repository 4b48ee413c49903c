import Foundation
import Testing

@testable import StytchConformance

@Suite(.timeLimit(.minutes(10)))
struct ReportPlaceTests {
    @Test
    func `a pipe is written to, not replaced by a file`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let pipe = folder.appendingPathComponent("pipe").path
            try #require(mkfifo(pipe, 0o600) == 0)
            let (texts, continuation) = AsyncStream.makeStream(of: String.self)
            Thread.detachNewThread {
                continuation.yield(String(decoding: (try? LocalFiles.bytes(of: pipe)) ?? [], as: UTF8.self))
                continuation.finish()
            }
            let ended = try await run(["--report", "junit=pipe"], in: folder)
            #expect(ended.status == 0)
            var iterator = texts.makeAsyncIterator()
            let text = try #require(await iterator.next())
            #expect(text.hasSuffix("</testsuites>\n"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                    "cases", "pipe", "reports",
                ]
            )
        }
    }

    @Test
    func `a link stays a link, and what it leads to is replaced`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write("kept/old.xml", "old")
            let link = folder.appendingPathComponent("link.xml").path
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "kept/old.xml")
            let ended = try await run(["--report", "junit=link.xml"], in: folder)
            #expect(ended.status == 0)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "kept/old.xml")
            #expect(try folder.text("kept/old.xml").hasSuffix("</testsuites>\n"))
        }
    }

    @Test(arguments: [
        (["--reports", "taken"], "cannot make the folder 'taken': a file has this name"),
        (["--reports", "taken/below"], "cannot make the folder 'taken': a file has this name"),
        (["--report", "junit=cases"], "cannot write 'cases': it is a folder"),
    ])
    func `a place that cannot be written to is said before anything is sent`(
        arguments: [String],
        words: String
    ) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write("taken", "")
            let ended = try await run(arguments, in: folder)
            #expect(ended.status == 3)
            #expect(ended.output == "")
            #expect(
                ended.error == "error: \(words)\n  hint: give another place with --reports or --report FORMAT=PATH\n"
            )
        }
    }

    @Test(arguments: [
        (["--reports", ""], "'--reports' needs a path, found ''"),
        (["--report", "results="], "'--report results=' needs a path behind '='"),
        (["--report", "none=x"], "'--report none' takes no path"),
    ])
    func `a place that makes no sense is a wrong option`(arguments: [String], words: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await run(arguments, in: folder)
            #expect(ended.status == 2)
            #expect(ended.error == "error: \(words)\n")
            #expect(!folder.holds("reports"))
        }
    }

    @Test
    func `no report is written where none is wanted`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await run(["--report", "none"], in: folder)
            #expect(ended.status == 0)
            #expect(!ended.output.contains("reports: "))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cases"])
        }
    }

    @Test
    func `a path replaces the place of a usual report, and 'none' leaves out the others`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await run(["--report", "none", "--report", "results=out/all.json"], in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.contains("reports: out/all.json"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["cases", "out"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out") == ["all.json"])
        }
    }

    /// Runs the one case of the corpus that needs no target.
    private func run(_ arguments: [String], in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(["run", "--filter", "**/left-out"] + arguments, in: folder)
    }
}
