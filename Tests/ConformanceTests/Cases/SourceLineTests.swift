import Conformance
import Testing
import WireJSON

/// Lines of case files as reports show them.
struct SourceLineTests {
    private func line(_ number: Int, _ column: Int = 1, in text: String, file: String = "cases/tests/suite.json") throws
        -> String?
    {
        let corpus = try CaseFiles().with("tests/suite.json", text).corpus()
        return corpus.sourceLine(at: FilePosition(file: file, line: number, column: column))
    }

    private let suite = """
        {
          "description": "A suite.",
          "cases": [
            {
              "id": "only",
              "request": { "operation": "sessions.get", "params": { "user_id": "u" } },
              "expect": { "body": { "session_token": "secret-of-somebody", "long": "LONG" } }
            }
          ]
        }
        """

    @Test
    func `a line is shown without the space around it`() throws {
        #expect(try line(2, in: suite) == "\"description\": \"A suite.\",")
    }

    @Test
    func `a line that is a brace alone goes on with what follows`() throws {
        #expect(try line(4, 5, in: suite) == "{ \"id\": \"only\",")
    }

    @Test
    func `a secret of a line is a label`() throws {
        let shown = try #require(try line(7, 15, in: suite))
        #expect(shown.contains("\"session_token\": \"[session_token 1]\""))
        #expect(!shown.contains("somebody"))
    }

    @Test
    func `a long line is cut around its column`() throws {
        let long = suite.split(separator: "LONG").joined(separator: String(repeating: "0123456789", count: 60))
        let start = try #require(try line(7, 7, in: long))
        #expect(start.hasPrefix("\"expect\": {"))
        #expect(start.hasSuffix(" …"))
        #expect(start.unicodeScalars.count == 162)
        let middle = try #require(try line(7, 400, in: long))
        #expect(middle.hasPrefix("… "))
        #expect(middle.hasSuffix(" …"))
        #expect(middle.unicodeScalars.count == 164)
    }

    @Test
    func `a line of more than 64 KiB, which no person wrote, is not shown`() throws {
        let bounds = [60_000: true, 66_000: false]
        for (length, isShown) in bounds {
            let long = suite.split(separator: "LONG").joined(separator: String(repeating: "0", count: length))
            #expect(try (line(7, 7, in: long) != nil) == isShown)
            #expect(try line(2, in: long) == "\"description\": \"A suite.\",")
        }
    }

    @Test(arguments: [(0, "cases/tests/suite.json"), (99, "cases/tests/suite.json"), (2, "cases/other.json")])
    func `a place that is not there has no line`(number: Int, file: String) throws {
        #expect(try line(number, in: suite, file: file) == nil)
    }
}
