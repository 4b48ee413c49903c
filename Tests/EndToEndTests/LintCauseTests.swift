import Foundation
import Testing

/// What 'lint' and 'run' say where one thing is wrong with a whole folder of cases.
@Suite(.timeLimit(.minutes(10)))
struct LintCauseTests {
    @Test
    func `a link that leads nowhere has a code and a place, and other mistakes are told beside it`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write("cases/small/wrong.json", #"{ "description": "No cases." }"#)
            try FileManager.default.createSymbolicLink(
                atPath: folder.appendingPathComponent("cases/small/gone.json").path,
                withDestinationPath: "nowhere.json"
            )
            let lint = try await BuiltProgram.run(["lint"], in: folder)
            #expect(lint.status == 2)
            #expect(lint.error == "")
            #expect(
                lint.output == """
                    cases/small/gone.json:1:1: the file cannot be read: no such file or directory [unreadable-file]
                      hint: mend the link or the rights of the file, or remove it
                    cases/small/wrong.json:1:1: a suite needs 'cases' [missing-key]
                      { "description": "No cases." }
                      ^
                      hint: add "cases": …
                    explain: stytch-conformance explain unreadable-file missing-key
                    4 files: 2 mistakes

                    """
            )
            let ran = try await BuiltProgram.run(["run"], in: folder)
            #expect(ran.status == 2)
            #expect(ran.error.contains("error: 2 mistakes in case files; nothing was sent\n"))
        }
    }

    @Test
    func `without requirements.json, cases that name statements are one mistake`() async throws {
        try await withTemporaryFolder { folder in
            let exported = try await BuiltProgram.run(["export-cases", "cases"], in: folder)
            #expect(exported.status == 0)
            try FileManager.default.removeItem(at: folder.appendingPathComponent("cases/requirements.json"))
            let lint = try await BuiltProgram.run(["lint"], in: folder)
            #expect(lint.status == 2)
            #expect(lint.output.contains(": requirements are named, and there is no requirements.json ("))
            #expect(lint.lines.last?.hasSuffix(" files: 1 mistake") == true)
        }
    }

    @Test
    func `a mistake in the catalogue does not make one of each use`() async throws {
        try await withTemporaryFolder { folder in
            let exported = try await BuiltProgram.run(["export-cases", "cases"], in: folder)
            #expect(exported.status == 0)
            let catalogue = try folder.text("cases/operations.json")
            let place = #""user_id": { "in": "query" }"#
            #expect(catalogue.contains(place))
            try folder.write(
                "cases/operations.json",
                catalogue.replacingOccurrences(of: place, with: #""user_id": { "in": "header" }"#)
            )
            let lint = try await BuiltProgram.run(["lint"], in: folder)
            #expect(lint.status == 2)
            #expect(lint.output.contains("mistakes that follow from it are left out) [wrong-value]\n"))
            #expect(lint.lines.last?.hasSuffix(" files: 1 mistake") == true)
            let other = try await BuiltProgram.run(["lint", "cases/sessions"], in: folder)
            #expect(other.status == 2)
            #expect(other.output.hasPrefix("cases/operations.json:28:"))
            let clash = try await BuiltProgram.run(["run", "--variable", "user_id=abc"], in: folder)
            #expect(clash.status == 2)
            #expect(clash.error.contains("--variable: case files set 'user_id' themselves, first at "))
        }
    }
}
