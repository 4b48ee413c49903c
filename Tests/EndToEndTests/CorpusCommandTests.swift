import Foundation
import Testing

@Suite(.timeLimit(.minutes(10)))
struct CorpusCommandTests {
    @Test
    func `the cases built into the program are those of the checkout`() async throws {
        try await withTemporaryFolder { folder in
            if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
                let source = Checkout.root.appendingPathComponent("Sources/StytchConformance/BuiltInCorpus.swift")
                let ended = try await BuiltProgram.run(["embed-cases", Checkout.cases, source.path])
                #expect(ended.status == 0)
                Issue.record("recorded BuiltInCorpus.swift; build and run again without RECORD_GOLDENS")
                return
            }
            let ended = try await BuiltProgram.run(["export-cases", "out"], in: folder)
            #expect(ended.status == 0)
            let exported = try files(below: folder.appendingPathComponent("out"))
            let kept = try files(below: Checkout.root.appendingPathComponent("cases"))
            #expect(exported.keys.sorted() == kept.keys.sorted(), "run 'make goldens'")
            for (name, bytes) in kept { #expect(exported[name] == bytes, "\(name) differs: run 'make goldens'") }
            #expect(ended.output == "\(kept.count) case files in out\n")
        }
    }

    @Test
    func `an export replaces no other content unless it is forced to`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("out/operations.json", "mine")
            let refused = try await BuiltProgram.run(["export-cases", "out"], in: folder)
            #expect(refused.status == 2)
            #expect(
                refused.error
                    == "error: 'out/operations.json' would be replaced by another content\n  hint: give another folder, or --force\n"
            )
            #expect(try folder.text("out/operations.json") == "mine")
            let forced = try await BuiltProgram.run(["export-cases", "out", "--force"], in: folder)
            #expect(forced.status == 0)
            #expect(try folder.text("out/operations.json") != "mine")
            let again = try await BuiltProgram.run(["export-cases", "out"], in: folder)
            #expect(again.status == 0)
        }
    }

    @Test
    func `an installed program runs its own cases where there are no others`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(["list", "sessions/get"], in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.contains { $0.hasPrefix("sessions/get/one ") })
        }
    }

    @Test
    func `every schema is written as JSON`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(["export-schemas", "out"], in: folder)
            #expect(ended.status == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("out").path)
            #expect(names.contains { $0.contains("suite") })
            for name in names { #expect(try folder.json("out/\(name)")["$schema"] is String, "\(name)") }
        }
    }

    @Test
    func `a list names each case, as text or as JSON`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let text = try await BuiltProgram.run(["list"], in: folder)
            #expect(text.status == 0)
            #expect(
                text.output == """
                    small/things/thing     A thing is there.
                    small/things/other
                    small/things/left-out  (skipped: not built yet)

                    """
            )
            let json = try await BuiltProgram.run(["list", "--json", "--filter", "**/thing"], in: folder)
            let expected = """
                {"id":"small/things/thing","file":"cases/small/things.json","line":5,"column":5,\
                "description":"A thing is there.","tags":["small"],"needs":[],"requirements":[]}
                """
            #expect(json.output == "[\n\(expected)\n]\n")
        }
    }

    @Test
    func `a sound corpus has no mistakes`() async throws {
        let ended = try await BuiltProgram.run(["lint", "--cases", Checkout.cases])
        #expect(ended.status == 0)
        #expect(ended.error == "")
        #expect(try #require(ended.lines.last).hasSuffix(": 0 mistakes"))
    }

    @Test
    func `all mistakes are shown, or those of one file`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder, suite: "{ \"description\": 7, \"cases\": [] }")
            try folder.write("cases/small/second.json", "{ \"description\": ")
            let all = try await BuiltProgram.run(["lint"], in: folder)
            #expect(all.status == 2)
            #expect(all.output.contains("cases/small/second.json:1:"))
            #expect(all.output.contains("cases/small/things.json:1:18: "))
            let one = try await BuiltProgram.run(["lint", "cases/small/second.json"], in: folder)
            #expect(one.status == 2)
            #expect(one.output.contains("cases/small/second.json:1:"))
            #expect(!one.output.contains("cases/small/things.json"))
        }
    }

    @Test
    func `a check of a file that is not there is no success`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await BuiltProgram.run(["lint", "cases/small/thing.json"], in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.error.hasPrefix("error: no case file is at 'small/thing'\n  hint: "))
        }
    }

    @Test
    func `a folder that holds no corpus is named, and its files are not judged`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("other/package.json", "{ \"name\": \"x\" }")
            for command in ["run", "lint", "list"] {
                let ended = try await BuiltProgram.run([command, "--cases", "other"], in: folder)
                #expect(ended.status == 2)
                #expect(
                    ended.error.hasPrefix(
                        "error: the folder 'other' holds no cases: it has no operations.json\n  hint: "
                    )
                )
                #expect(ended.output == "")
            }
        }
    }

    @Test(arguments: [
        ("cases/small", "things.json", "../small/things.json"),
        ("cases/small", ".", "../small/things.json"),
        ("cases", "small/things.json", "./small/things.json"),
        ("elsewhere", "../cases/small/things.json", nil),
    ])
    func `a file is found from wherever the program is started`(place: String, path: String, shown: String?)
        async throws
    {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write("elsewhere/note", "")
            let ended = try await BuiltProgram.run(["list", "--json", path], in: folder.appendingPathComponent(place))
            #expect(ended.status == 0)
            #expect(ended.output.contains("\"id\":\"small/things/other\""))
            if let shown { #expect(ended.output.contains("\"file\":\"\(shown)\"")) }
        }
    }

    private func files(below folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.resolvingSymlinksInPath().path) {
            guard name.hasSuffix(".json"), !name.hasPrefix("schema/") else { continue }
            files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
        }
        return files
    }
}
