import Foundation
import Testing
import WireJSON

private let jwks = #"{"request_id":"r","status_code":200,"keys":[]}"#

/// What `decode` takes of folders and of the reports that this program writes itself.
@Suite(.timeLimit(.minutes(10)))
struct DecodeInputTests {
    private func decode(_ arguments: [String], in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(["decode"] + arguments, in: folder)
    }

    @Test func `pipes in a folder are passed over, by every command that searches it`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("in/one.json", jwks)
            #expect(try await Shell.run("mkfifo in/pipe.json in/results.json", in: folder) == 0)
            let ended = try await decode(["in"], in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.first == "1 payload in 1 file: nothing found")
            let merged = try await BuiltProgram.run(["merge", "in"], in: folder)
            #expect(merged.status == 2)
            #expect(merged.error.hasPrefix("error: no results of a run stand below 'in'\n"))
        }
    }

    #if os(Linux)
        @Test func `a pipe that nobody writes to is waited for, and a signal ends the waiting`() async throws {
            try await withTemporaryFolder { folder in
                #expect(try await Shell.run("mkfifo quiet", in: folder) == 0)
                try folder.write("one.json", jwks)
                let running = try BuiltProgram.Running(["decode", "one.json", "quiet"], in: folder)
                let isOpen = "until ls -l /proc/\(running.processID)/fd | grep -q quiet; do :; done"
                #expect(try await Shell.run(isOpen, in: folder) == 0)
                running.signal(SIGTERM)
                let ended = try await running.ended()
                #expect(ended.status == 143)
                #expect(ended.error == "stopped by SIGTERM: not all was read\n")
                #expect(ended.lines.first == "1 payload in 2 files: nothing found")
                #expect(ended.lines.last == "incomplete: not all was read")
            }
        }
    #endif

    @Test func `links in a circle end, and each folder is read once, under its own name`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("in/a/one.json", jwks)
            try folder.write("in/b/two.json", #"{"request_id":7,"status_code":200,"keys":[]}"#)
            let links = "ln -s ../in in/self && ln -s ../b in/a/other && ln -s ../a in/b/other && ln -s . in/a/here"
            #expect(try await Shell.run(links, in: folder) == 0)
            let ended = try await decode(["in"], in: folder)
            #expect(ended.status == 1)
            #expect(ended.lines.first == "2 payloads in 2 files: 1 breaking")
            #expect(ended.output.contains("first at in/b/two.json:1:15"))
            #expect(try await Shell.run("mkdir away && mv in/b away/ && ln -s ../away/b in/b", in: folder) == 0)
            let linked = try await decode(["in"], in: folder)
            #expect(linked.lines.first == "2 payloads in 2 files: 1 breaking")
            #expect(linked.output.contains("first at in/a/other/two.json:1:15"))
        }
    }

    @Test func `a folder of reports gives each answer once, and no report is taken for one`() async throws {
        try await withTemporaryFolder { folder in
            let formats = ["har", "ctrf", "codequality", "sarif"].flatMap { ["--report", $0] }
            let flaw = ["--flaw", "resetKeepsOtherSessions"]
            let run = ["run", "passwords/session_reset", "--evidence", "all"] + formats + flaw
            #expect(try await BuiltProgram.run(run, in: folder).status == 1)
            let alone = try await decode(["reports/results.json"], in: folder)
            #expect(alone.status == 0)
            let whole = try await decode(["reports"], in: folder)
            #expect(whole.status == 0)
            #expect(
                whole.error == "note: 'reports/exchanges.har' was passed over: results.json beside it has its answers\n"
            )
            let payloads = try #require(alone.lines.first?.split(separator: " ").first)
            #expect(whole.lines.first?.hasPrefix("\(payloads) payloads in 3 files: ") == true)
            #expect(whole.output.contains("payloads in reports that hold no answers"))
            let archive = try await decode(["reports/exchanges.har"], in: folder)
            #expect(archive.status == 0)
            #expect(archive.lines.first?.hasPrefix("\(payloads) payloads in 1 file: ") == true)
            #expect(try await decode(["reports/results.sarif"], in: folder).lines.last == "nothing to decode")
            let saved = try await decode(["--json", "d.json", "reports/results.json"], in: folder)
            #expect(saved.status == 0)
            let report = try await decode(["d.json"], in: folder)
            #expect(report.status == 4)
            #expect(report.lines.contains("skipped: 1 payload in reports that hold no answers"))
            #expect(report.lines.last == "nothing to decode")
        }
    }

    @Test func `answers that the archive of a run holds the start of are passed over and counted`() async throws {
        try await withTemporaryFolder { folder in
            let run = ["run", "jwt/key_sets", "sessions/claims", "--evidence", "all", "--report", "har"]
            #expect(try await BuiltProgram.run(run, in: folder).status == 0)
            let results = try await decode(["reports/results.json"], in: folder)
            let archive = try await decode(["reports/exchanges.har"], in: folder)
            #expect(results.status == 0)
            #expect(archive.status == 0)
            #expect(archive.output.contains("\nskipped: 2 payloads cut in the report that holds them\n"))
            func counts(_ ended: BuiltProgram.Ended) -> [String] {
                ended.lines.filter { $0.hasPrefix("skipped: ") }
            }
            #expect(counts(archive) == counts(results))
        }
    }
}
