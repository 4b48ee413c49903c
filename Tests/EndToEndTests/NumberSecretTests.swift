import Foundation
import Testing

/// Secrets that are numbers, through the built program.
@Suite(.timeLimit(.minutes(10)))
struct NumberSecretTests {
    @Test func `a secret that is a number is written nowhere`() async throws {
        let server = try LocalServer { line in
            line.contains(" /mock/offers ")
                ? .answer(status: 404, body: "{}")
                : .answer(status: 200, body: #"{"code":834201775,"echo":"x918273645546y","small":60}"#)
        }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", #"{ "secrets": ["password"], "operations": {} }"#)
            try folder.write(
                "cases/a/it.json",
                #"""
                { "description": "d", "cases": [ { "id": "it", "steps": [
                  { "request": { "method": "POST", "path": "/one", "body": { "password": "{{pin}}", "n": 60 } },
                    "expect": { "model": "none" }, "capture": { "code": { "body": "/code", "secret": true } } },
                  { "request": { "method": "POST", "path": "/two/{{code}}", "body": { "a": "{{code}}", "b": "no {{code}} {{pin}}" } },
                    "expect": { "status": 418, "model": "none", "body": { "code": 1, "echo": "{{pin}}" } } } ] } ] }
                """#
            )
            let ended = try await BuiltProgram.run(
                [
                    "run", "--target", server.baseURL, "--verbose", "--curl", "--variable", "pin=918273645546",
                    "--report", "junit",
                    "--report", "results", "--report", "html", "--report", "har", "--report", "markdown",
                ],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 1)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/reports")
            #expect(files.count >= 5)
            for text in try files.map({ try folder.text("reports/\($0)") }) + [ended.output, ended.error] {
                #expect(!text.contains("834201775"))
                #expect(!text.contains("918273645546"))
            }
            #expect(try folder.text("reports/results.json").contains("[code 1]"))
            #expect(ended.output.contains("\"$CODE_1\""))
            #expect(ended.output.contains(#"--variable pin="${PIN:?}""#))
        }
    }
}
