import Conformance
import Testing

/// Credentials that stand in a case file as they are, in what is told of other mistakes of their lines.
struct QuotedCredentialTests {
    private func told(_ request: String) -> [CaseDiagnostic] {
        CaseFiles().with(case: #"{ "id": "only", "request": { "operation": "sessions.get", \#(request) } }"#).load()
            .diagnostics
    }

    @Test(arguments: [
        (#""auth": { "bearer": "literal-1" }"#, "[bearer 1]"),
        (#""auth": { "basic": ["me", "literal-1"] }"#, "[basic 1]"),
        (#""headers": { "Authorization": "Bearer literal-1" }"#, "Bearer [authorization 1]"),
        (#""headers": { "Cookie": "sid=literal-1" }"#, "[cookie 1]"),
        (#""headers": { "X-Api-Key": "literal-1" }"#, "[x-api-key 1]"),
        (#""headers": { "Token": "literal-1" }"#, "[token 1]"),
    ])
    func `a literal credential is a label in the line of another mistake`(part: String, label: String) throws {
        let mistake = try #require(told(#"\#(part), "oops": 1"#).first)
        #expect(mistake.code == .unknownKey)
        #expect(mistake.line.contains(label))
        #expect(!mistake.rendered.contains("literal"))
    }

    @Test(arguments: [
        (#""auth": { "bearer": "literal-1" } "x""#, "[bearer 1]"),
        (#""auth": { "basic": ["me", "literal-1"] } "x""#, "[basic 1]"),
        (#""headers": { "Cookie": "sid=literal-1" } "x""#, "[cookie 1]"),
        (#""headers": { "Token": "literal-1" } "x""#, "[token 1]"),
    ])
    func `so it is in a line that is no JSON`(part: String, label: String) throws {
        let mistake = try #require(told(part).first)
        #expect(mistake.code == .invalidJSON)
        #expect(mistake.line.contains(label))
        #expect(!mistake.rendered.contains("literal"))
    }

    @Test func `a credential in place of an object is told in neither line nor message`() throws {
        let mistake = try #require(told(#""auth": "literal-1""#).first)
        #expect(mistake.message == #"'auth' must be one of "project" "none" or an object, found "[auth 1]""#)
        #expect(!mistake.rendered.contains("literal"))
    }

    @Test func `a misspelt word and an ordinary header field are told`() throws {
        let word = try #require(told(#""auth": "projct""#).first)
        #expect(word.rendered.contains("did you mean 'project'?"))
        #expect(word.line.contains("projct"))
        let field = try #require(told(#""headers": { "X-Plain": "visible" }, "oops": 1"#).first)
        #expect(field.line.contains("visible"))
    }

    @Test func `a line that a report quotes hides them too`() throws {
        let corpus = try CaseFiles().with(
            "tests/suite.json",
            """
            { "description": "A suite.", "cases": [
            { "id": "only", "request": { "method": "GET", "path": "/x", "auth": { "bearer": "literal-1" } } }] }
            """
        ).corpus()
        let position = FilePosition(file: "cases/tests/suite.json", line: 2, column: 1)
        let line = try #require(corpus.sourceLine(at: position))
        #expect(line.contains(#""bearer": "[bearer 1]""#))
    }
}
