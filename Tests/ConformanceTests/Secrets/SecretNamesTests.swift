import Testing
import WireJSON

@testable import Conformance

/// Which variables stand for secrets, by where cases put them.
struct SecretNamesTests {
    private func names(_ cases: String, variables: String) throws -> [String] {
        let files = CaseFiles().with(
            "tests/suite.json",
            #"{ "description": "A suite.", "variables": \#(variables), "cases": [\#(cases)] }"#
        )
        // Those of the catalogue and of the fragment that the corpus has anyway.
        return try files.corpus().secretNames.filter { !["session_token", "password", "token"].contains($0) }
    }

    @Test(arguments: [
        (#""auth": { "bearer": "{{mine}}" }"#, ["mine"]),
        (#""auth": { "basic": ["me", "{{mine}}"] }"#, ["mine"]),
        (#""headers": { "Token": "{{mine}}" }"#, ["mine"]),
        (#""headers": { "X-Api-Key": "{{mine}}", "X-Plain": "{{plain}}" }"#, ["mine"]),
        (#""body": { "password": "{{mine}}", "other": "{{plain}}" }"#, ["mine"]),
        (#""body": { "my_token": "{{plain}}", "password": { "password_id": "{{plain}}" } }"#, []),
    ])
    func `a variable is secret where a credential, a header field or a member that is one holds it`(
        part: String,
        expected: [String]
    ) throws {
        let text = #"{ "id": "a", "request": { "method": "POST", "path": "/x", \#(part) } }"#
        #expect(try names(text, variables: #"{ "mine": "a", "plain": "b" }"#) == expected)
    }

    @Test func `what a mock step says beside a token is no secret`() throws {
        let text = #"""
            { "id": "a", "steps": [{ "mock": { "trustedToken":
              { "profile_id": "p", "token": "{{user_id}}-{{mine}}", "user_id": "{{plain}}" } } }] }
            """#
        #expect(try !names(text, variables: #"{ "mine": "a", "plain": "b", "user_id": "c" }"#).contains("plain"))
    }

    @Test func `what a JWT claims is no secret, and neither are parts of the answer`() throws {
        let text = #"""
            { "id": "a", "request": { "operation": "sessions.get", "params": { "user_id": "{{plain}}" } },
              "expect": { "body": { "session_token": { "$jwt": { "claims": { "sub": "{{plain}}", "id": "{{body/x}}" } } } } } }
            """#
        #expect(try names(text, variables: #"{ "plain": "b" }"#) == [])
    }

    @Test func `a secret of one file makes no other file's variable of its name one`() throws {
        let files = CaseFiles()
            .with(
                "tests/one.json",
                #"""
                { "description": "A suite.", "variables": { "given": "a" }, "cases": [
                  { "id": "a", "request": { "method": "POST", "path": "/x", "body": { "password": "{{given}}" } } }] }
                """#
            )
            .with(
                "tests/two.json",
                #"""
                { "description": "A suite.", "variables": { "given": "{{plain}}", "plain": "b" }, "cases": [
                  { "id": "a", "request": { "method": "POST", "path": "/x", "body": { "name": "{{given}}" } } }] }
                """#
            )
        #expect(try files.corpus().secretNames == ["session_token", "password", "token", "given"])
    }
}
