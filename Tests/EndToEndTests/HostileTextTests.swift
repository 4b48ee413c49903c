import Foundation
import Testing

/// Names, options and answers that try to give commands: to a build server that reads the log, and to a shell that is given what is
/// printed.
@Suite(.timeLimit(.minutes(10)))
struct HostileTextTests {
    private static let returned = "zz\r::error title=pwn::x"
    private static let both = "a\r\n::error::pwn"
    private static let fed = "a\n::error::pwn ##[error]x"

    /// The lines that a build server obeys; a return ends one as a line feed does.
    private func commands(_ ended: BuiltProgram.Ended) -> [String] {
        (ended.output + "\n" + ended.error).unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }.filter
        { line in
            let scalars = line.unicodeScalars.drop { $0.properties.isWhitespace }
            return scalars.starts(with: "::".unicodeScalars) || line.utf8.contains(0x1B)
                || line.contains("##[") || line.contains("##vso[")
        }
    }

    @Test(arguments: [
        ["lint", both], ["lint", returned], ["lint", fed], ["run", returned], ["run", both], ["run", fed],
        ["run", "a\u{1B}[2J"],
        ["run", "--filter", both], ["run", "--filter", "things", "--filter", "!\(returned)"],
        ["run", "--tag", "x\(fed)"],
        ["run", "--cases", both], ["run", "--known-failures", both], ["run", "--target", returned],
        ["run", "--timeout", fed],
        ["run", "--variable", "x\(both)"], ["run", "--reports", "\(fed)/x"], ["run", "--report", "junit=\(both)/y"],
        ["run", "--report", returned], ["run", "--only-failed", both], ["run", "--cacert", fed],
        ["run", "--shard", both],
        ["run", "--baseline", returned], ["run", "--no-such-\(both)"], ["run", "--\r::error::y", "x"], [both],
        [returned, "x"],
        ["merge", both], ["merge", returned, fed], ["compare", both, returned], ["list", "--cases", fed],
        ["list", returned],
        ["list", "--requirements", "--results", both], ["decode", both], ["decode", "--policy", fed, "cases"],
        ["decode", "--model", both, "cases"], ["decode", "--cases", fed, "cases"],
        ["decode", "--fail-on", both, "cases"],
        ["decode", "--sdk-version", fed, "cases"], ["new", fed], ["new", "sessions.get", "--to", "\(fed)/x.json"],
        ["explain", both],
        ["explain", fed], ["export-cases", fed], ["export-cases", "gone/\(fed)\r::x"], ["help", both],
        ["help", returned],
        ["serve", "--port", both], ["serve", "--tls", "--port", fed],
    ])
    func `no argument gives a command to what reads the log`(arguments: [String]) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await BuiltProgram.run(arguments, in: folder, environment: SmallCorpus.credentials)
            #expect(commands(ended) == [], "\(arguments)")
        }
    }

    @Test(
        arguments: [both, returned, fed],
        ["decode", "decode --round-trip", "decode --stress", "decode --matrix", "decode --json out"]
    )
    func `no name of a file that is decoded gives one`(name: String, command: String) async throws {
        try await withTemporaryFolder { folder in
            for end in [".json", ".ndjson", "\u{1B}[2J.json"] {
                try folder.write("in/g\(name)\(end)", #"{"request_id":7,"status_code":200,"keys":[],"more":1}"#)
            }
            try folder.write("in/bad\(name).json", "{")
            try folder.write("in/packed\(name).json.gz", "no gzip")
            let words = command.split(separator: " ").map(String.init)
            let ended = try await BuiltProgram.run(words + ["in"], in: folder)
            #expect(commands(ended) == [], "\(ended.output)\(ended.error)")
            #expect(ended.output.contains("payload"))
            // Data says what it says.
            if words.contains("out") { #expect(try folder.text("out").contains("in/g")) }
        }
    }

    @Test(arguments: [both, returned, fed])
    func `no name of a file of cases, of results or of a list gives one`(name: String) async throws {
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", SmallCorpus.operations)
            try folder.write("cases/a/\(name).json", "{ \"description\": 1 }")
            for command in ["lint", "run", "list"] {
                let ended = try await BuiltProgram.run([command], in: folder, environment: SmallCorpus.credentials)
                #expect(ended.status != 0)
                #expect(commands(ended) == [], "\(ended.error)")
            }
            try folder.write("\(name).json", #"{"format": 1, "knownFailures": [{ "case": 1 }]}"#)
            for arguments in [
                ["run", "--known-failures", "\(name).json"], ["lint", "\(name).json"], ["merge", "\(name).json"],
                ["run", "--only-failed", "\(name).json"], ["compare", "\(name).json", "\(name).json"],
                ["decode", "--policy", "\(name).json", "cases"],
                ["run", "--cacert", "\(name).json", "--target", "https://127.0.0.1:1"],
            ] {
                let ended = try await BuiltProgram.run(arguments, in: folder, environment: SmallCorpus.credentials)
                #expect(commands(ended) == [], "\(ended.error)")
            }
        }
    }

    @Test func `a description with an escape in it is listed with the escape written out`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(
                to: folder,
                suite: SmallCorpus.suite.replacingOccurrences(
                    of: "A thing is there.",
                    with: #"a\u001b[2J\r\n::error::b"#
                )
            )
            let ended = try await BuiltProgram.run(["list"], in: folder)
            #expect(ended.lines.first == #"small/things/thing     a\u{1B}[2J\r\n::error::b"#)
        }
    }

    @Test func `a value of --variable is not repeated where it is wrong, whatever combines with the sign before it`()
        async throws
    {
        for arguments in [
            ["--variable=\u{301}geheim-1"], ["--variable", "\u{301}=geheim-1"],
            ["--variable=a=\u{301}geheim-1", "--nosuch"],
            ["--variable", "A=\u{301}geheim-1"],
        ] {
            let ended = try await BuiltProgram.run(["run"] + arguments)
            #expect(ended.status == 2)
            #expect(!(ended.output + ended.error).contains("geheim"), "\(ended.error)")
        }
    }

    @Test func `what a server answered runs nothing in a shell that is given the printed commands`() async throws {
        let hostile = "a'\u{301};touch pwned;'\u{301}$(touch pwned)"
        let body = #"{"name":"a'\u0301;touch pwned;'\u0301$(touch pwned)"}"#
        let server = try LocalServer { line in
            line.contains(" /mock/offers ") ? .answer(status: 404, body: "{}") : .answer(status: 200, body: body)
        }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", SmallCorpus.operations)
            try folder.write(
                "cases/a/it.json",
                #"""
                { "description": "d", "cases": [ { "id": "it", "steps": [
                  { "request": { "method": "GET", "path": "/one" }, "expect": { "model": "none" },
                    "capture": { "name": { "body": "/name" } } },
                  { "request": { "method": "POST", "path": "/two", "query": { "q": "{{name}}" }, "body": { "name": "{{name}}" },
                      "headers": { "X-Name": "{{name}}" } },
                    "expect": { "status": 418, "model": "none" } } ] } ] }
                """#
            )
            let ended = try await BuiltProgram.run(
                ["run", "--target", server.baseURL, "--curl", "--variable", "other=\(hostile)", "--report", "junit"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 1)
            let commands = ended.lines.filter { $0.hasPrefix("  curl ") || $0.hasPrefix("  printf ") }
            let again = ended.lines.compactMap { line in
                line.hasPrefix("again:") ? String(line.dropFirst("again:".count)) : nil
            }
            #expect(commands.count >= 2)
            #expect(again.count == 1)
            try folder.write("shell/hold", "")
            let stubs = "curl() { cat > /dev/null; }; stytch() { :; }; "
            for command in commands + again.map({ $0.replacingOccurrences(of: "stytch-conformance", with: "stytch") }) {
                #expect(try await Shell.run("cd shell; \(stubs)\(command) < /dev/null", in: folder) == 0, "\(command)")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/shell") == ["hold"])
            #expect(try folder.text("reports/junit.xml").contains("touch pwned"))
        }
    }
}
