import Foundation
import Testing

@testable import StytchConformance

/// `docs/scaling.md` against the program.
@Suite(.timeLimit(.minutes(10)))
struct ScalingPageTests {
    private func page() throws -> String { try Checkout.root.text("docs/scaling.md") }

    @Test
    func `the page has each engine with its variables, in the order in which they are asked`() throws {
        let rows = try page().split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("_") }
            .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
        let engines = rows.filter { $0.count >= 4 && Int($0[2]) != nil }
        #expect(
            engines.map { $0.prefix(4).joined(separator: " ") }
                == ShardEngine.all.map { engine in
                    let total = engine.total.map { "`\($0)`" } ?? "–"
                    return "\(engine.name) `\(engine.index)` \(engine.base) \(total)"
                }
        )
    }

    /// The commands of the page, the place of a part's number filled in.
    private func commands() throws -> [[String]] {
        let lines = try page().split(separator: "\n").map(String.init)
        return lines.compactMap { line -> [String]? in
            guard let start = line.range(of: "stytch-conformance run ") ?? line.range(of: "stytch-conformance merge "),
                !line.contains("`stytch"), !line.contains("“")
            else { return nil }
            var command = String(line[start.lowerBound...]).replacingOccurrences(of: "$(Pipeline.Workspace)/", with: "")
            for (word, value) in [
                ("${{ matrix.shard }}", "1"), ("{}", "1"), ("$CI_NODE_INDEX", "1"), ("$CIRCLE_NODE_INDEX", "0"),
                ("$$BUILDKITE_PARALLEL_JOB", "0"), ("$(System.JobPositionInPhase)", "1"),
                ("$JOB_COMPLETION_INDEX", "0"),
                ("/shards", "shards"), ("--target test ", ""),
            ] { command = command.replacingOccurrences(of: word, with: value) }
            command = command.components(separatedBy: "' :::").first ?? command
            return command.split(separator: " ").map { $0.trimmingCharacters(in: ["\"", "'", "`"]) }
        }
    }

    @Test
    func `each command of the page is one that the program takes`() async throws {
        let commands = try commands()
        #expect(commands.count >= 14)
        for command in commands {
            try await withTemporaryFolder { folder in
                let engine = command.contains("auto") || command.contains("auto/5")
                let variables =
                    command.contains("auto/5")
                    ? ["JOB_COMPLETION_INDEX": "0"] : ["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "5"]
                let ended = try await BuiltProgram.run(
                    Array(command.dropFirst()),
                    in: folder,
                    environment: engine ? variables : [:]
                )
                // What it reads is written by the commands above it, elsewhere.
                let lacksFiles = ended.error.hasPrefix("error: cannot read '")
                #expect(ended.status == 0 || ended.status == 2 && lacksFiles, "\(command): \(ended.error)")
            }
        }
    }
}
