import Foundation
import PayloadAudit
import Testing
import WireJSON

@testable import StytchConformance

/// Lines that are recognised against the same lines decoded, over real files that take several pieces.
@Suite(.timeLimit(.minutes(10)))
struct DecodeRecognitionTests {
    /// All that is told of a file, and whether it could be read.
    private func report(_ path: String, recognises: Bool) async throws -> (json: String, problems: [String]) {
        let table = ModelTable(operations: try DecodeCatalogue(casesFolder: nil).operations)
        let session = DecodeSession(
            table: table,
            options: AuditOptions(secretNames: ["session_token"]),
            stop: StopPipe(),
            recognises: recognises
        )
        let outcome = await session.perform([path])
        let report = AuditReport(outcome.tally, table, AuditPolicy())
        let json = AuditJSON.value(report, files: outcome.files, problems: outcome.problems)
        return (json.text(.pretty), outcome.problems)
    }

    /// Each stored answer often, with ids of its own, and now and then one with a member or a time that is its own.
    private func lines() throws -> String {
        let folder = "\(Checkout.cases)/payloads"
        let answers = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { file in
            try JSONDocument(String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)).root.value.text(.compact)
        }
        var lines = ""
        for number in 0..<1_200 {
            let answer = answers[number * 7 % answers.count]
            lines += answer.replacingOccurrences(of: "request-id-test-", with: "request-id-test-\(number)-") + "\n"
            if number % 100 == 0 { lines += #"{"operation":"users.get","body":{"m\#(number)":1}}"# + "\n\n{\n" }
        }
        return lines
    }

    @Test func `a file of several pieces comes to the same either way, plain and packed`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("a.ndjson", try lines())
            #expect(try await Shell.run("cat a.ndjson a.ndjson a.ndjson > b.ndjson", in: folder) == 0)
            let path = folder.appendingPathComponent("b.ndjson").path
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            #expect(size > 2 * ByteStream.pieceBytes)
            let decoded = try await report(path, recognises: false)
            let recognised = try await report(path, recognises: true)
            #expect(decoded.problems == [])
            #expect(recognised.json == decoded.json)
            #expect(try await Shell.run("gzip -c b.ndjson > c && mv c b.ndjson", in: folder) == 0)
            let packed = try await report(path, recognises: true)
            #expect(packed.json == decoded.json)
        }
    }
}
