import Foundation
import Testing
import WireJSON

/// `docs/authoring-cases.md` done as a newcomer would: its files written, its commands run, in the order of the page.
@Suite(.timeLimit(.minutes(10)))
struct AuthoringPageTests {
    /// A fenced block: the words behind the fence, and what it holds.
    private struct Block {
        var words: [String]
        var text: String
        var line: Int
    }

    private static func blocks() throws -> [Block] {
        var blocks: [Block] = []
        var open: Block?
        let lines = try Checkout.root.text("docs/authoring-cases.md").components(separatedBy: "\n")
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("```") {
                if let block = open {
                    blocks.append(block)
                    open = nil
                } else {
                    open = Block(
                        words: line.dropFirst(3).split(separator: " ").map(String.init),
                        text: "",
                        line: index + 1
                    )
                }
            } else {
                open?.text += line + "\n"
            }
        }
        #expect(open == nil)
        return blocks
    }

    @Test func `every file of the page is sound and passes, and every command does what the page says`() async throws {
        let blocks = try Self.blocks()
        try await withTemporaryFolder { folder in
            var output = ""
            var written: [String] = []
            for block in blocks {
                switch block.words.first {
                case "json":
                    let path = try #require(block.words.dropFirst().first, "line \(block.line): a file needs a name")
                    #expect(throws: Never.self, "line \(block.line)") { try JSONDocument(block.text) }
                    try folder.write(path, block.text)
                    if path.hasPrefix("cases/") { written.append(path) }
                case "sh":
                    let status = block.words.count > 1 ? Int32(block.words[1]) ?? -1 : 0
                    output = try await Self.run(block, in: folder, status: status)
                case "text":
                    for line in block.text.split(separator: "\n") {
                        #expect(
                            output.split(separator: "\n").contains(line),
                            "line \(block.line): \(line) is not in \(output)"
                        )
                    }
                default: Issue.record("line \(block.line): a block of no known kind")
                }
            }
            try await Self.passes(written.filter(folder.holds), in: folder)
            #expect(written.count >= 11)
        }
    }

    /// Runs each line; all must end with the status, those of other programs with 0.
    private static func run(_ block: Block, in folder: URL, status: Int32) async throws -> String {
        var output = ""
        for line in block.text.split(separator: "\n") {
            var words = line.split(separator: " ").map(String.init)
            let program = words.removeFirst()
            if program == "rm" {
                for path in words { try FileManager.default.removeItem(at: folder.appendingPathComponent(path)) }
                continue
            }
            #expect(program == "stytch-conformance", "line \(block.line)")
            let ended = try await BuiltProgram.run(words, in: folder)
            #expect(ended.status == status, "line \(block.line): \(line)\n\(ended.output)\(ended.error)")
            output += ended.output
        }
        return output
    }

    private static func passes(_ files: [String], in folder: URL) async throws {
        let suites = files.filter { !$0.hasPrefix("cases/fragments/") && !$0.hasPrefix("cases/payloads/") }
        let lint = try await BuiltProgram.run(["lint"], in: folder)
        #expect(lint.lines.last?.hasSuffix(": 0 mistakes") == true, "\(lint.output)")
        for suite in suites {
            let run = try await BuiltProgram.run(["run", suite], in: folder)
            #expect(run.status == 0, "\(suite): \(run.output)")
            #expect(run.lines.last?.hasSuffix(" passed, 0 failed, 0 skipped") == true)
        }
    }

    @Test func `the settings for editors name schemas that are exported`() async throws {
        let settings = try #require(try Self.blocks().first { $0.words.contains(".vscode/settings.json") })
        let entries = try JSONDocument(settings.text).root["json.schemas"]?.elements.map { $0 } ?? []
        try await withTemporaryFolder { folder in
            _ = try await BuiltProgram.run(["export-schemas", "cases/schema"], in: folder)
            #expect(entries.count == 7)
            for entry in entries {
                let url = try #require(entry["url"]?.string)
                #expect(folder.holds(String(url.dropFirst(2))), "\(url)")
            }
        }
    }
}
