import Foundation
import SessionModels
import Testing
import WireJSON

/// The code of `docs/library.md`, compiled and run as it stands there.
@Suite struct LibraryPageTests {
    @Test func `one call gives value and findings`() throws {
        let answer = #"{"request_id":"request-id-test-1","status_code":200,"sessions":[],"next_page":"2"}"#
        let decoded = try TracingDecoder().decode(Sessions.GetResponse.self, from: answer)

        #expect(decoded.value?.sessions.isEmpty == true)
        #expect(decoded.findings.filter(\.breaks).isEmpty)
        #expect(decoded.findings.map { "\($0.code.rawValue) \($0.pointer)" } == ["unknown-field /next_page"])
    }

    @Test func `a finding has a line and a column`() throws {
        let text = "{\n  \"status_code\": \"200\",\n  \"request_id\": \"request-id-test-1\",\n  \"sessions\": []\n}"
        let document = try JSONDocument(text)
        let findings = TracingDecoder().decode(Sessions.GetResponse.self, from: document.root).findings
        let places = findings.map { finding in
            let position = document.position(at: finding.offset)
            return "\(position.line):\(position.column): \(finding.code.rawValue) at \(finding.pointer)"
        }

        #expect(places == ["2:18: wrong-type at /status_code"])
    }

    @Test func `types of one's own are traced`() throws {
        struct Ticket: Decodable {
            var id: String
            var seats: UInt8
            var sold: Timestamp?
        }
        let ticket = try TracingDecoder().decode(Ticket.self, from: #"{"id":"t","seats":300,"sold":"yesterday"}"#)

        #expect(ticket.findings.map(\.code) == [.numberDoesNotFit, .badTime])
    }

    @Test func `a model is found by its name`() throws {
        let model = try #require(ModelCatalog.entry(named: "errors.Error"))
        let error = try JSONDocument(#"{"status_code":404,"request_id":"r","error_type":"t","error_message":"m"}"#)

        #expect(model.decode(error.root).map { "\($0.pointer)" } == ["/error_url"])
    }

    @Test func `bytes that are no JSON throw, with the place`() {
        #expect(throws: JSONParseError.self) {
            try TracingDecoder().decode(Sessions.GetResponse.self, from: Array("<html>".utf8))
        }
    }

    @Test func `every block of the page is in this file or in that on JWTs, line by line`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/library.md"), encoding: .utf8)
        let onJWTs = root.appending(path: "Tests/SessionJWTTests/LibraryPageTests.swift")
        let sources = [URL(filePath: #filePath), onJWTs]
        let source = try sources.map { Self.bare(try String(contentsOf: $0, encoding: .utf8)) }.joined(separator: "\n")
        let blocks = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(blocks.count == 6)
        for block in blocks { #expect(source.contains(Self.bare(block)), "\(block)") }
    }

    /// A text without the blanks that lines begin with, nor empty lines.
    private static func bare(_ text: String) -> String {
        text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}
