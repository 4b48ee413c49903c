import Testing
import WireJSON

@testable import Conformance

/// A mistake from which others follow: it is told, and they are counted.
@Suite struct ConsequenceTests {
    /// The lines that name a place.
    private func mistakes(_ files: CaseFiles) -> [String] {
        files.load().diagnostics.map { "\($0.position): \($0.message) [\($0.code.rawValue)]" }
    }

    private static let use = #"{ "request": { "operation": "users.get", "params": { "user_id": "u-1" } } }"#

    /// A corpus with one more operation, and a suite that uses it three times.
    private func corpus(operation: String) -> CaseFiles {
        var files = CaseFiles()
        files.files = ["operations.json": "{ \"operations\": {\n\(operation)\n} }"]
        return files.with(case: #"{ "id": "only", "steps": [\#(Self.use), \#(Self.use), \#(Self.use)] }"#)
    }

    @Test(arguments: [
        (
            #""users.get": { "method": "GET", "path": "/u/{user_id}", "model": "none", "params": { "user_id": { "in": "header" } } }"#,
            #"2:105: 'in' must be one of "path" "query" "body", found "header""#, "wrong-value", 3
        ),
        (
            #""users.get": { "method": "GET", "path": "/u/{user_id}", "model": "none", "parms": { "user_id": { "in": "path" } } }"#,
            "2:74: unknown key 'parms' in an operation; did you mean 'params'?", "unknown-key", 3
        ),
        (
            #""users.get": { "method": "GET", "path": "/u/{user_id}", "model": "none", "params": ["user_id"] }"#,
            "2:84: 'params' must be an object, found an array", "wrong-value", 3
        ),
        (#""users.get": []"#, "2:14: the operation must be an object, found an empty array", "wrong-value", 3),
    ])
    func `a mistake in the catalogue is told once, with how many uses fail for it`(
        operation: String,
        message: String,
        code: String,
        count: Int
    ) {
        let fragment = #"{ "description": "d", "steps": [\#(Self.use)] }"#
        #expect(
            mistakes(corpus(operation: operation).with("fragments/user.json", fragment)) == [
                "cases/operations.json:\(message) (\(count + 1) mistakes that follow from it are left out) [\(code)]"
            ]
        )
    }

    @Test func `a name that no mistake takes out is unknown all the same`() {
        let files = corpus(
            operation:
                #""users.get": { "method": "GET", "path": "/u", "model": "none", "params": { "id": { "in": "x" } } }"#
        )
        let lines = mistakes(files)
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("cases/operations.json:2:"))
        #expect(lines[1].hasSuffix("'users.get' has no parameter 'user_id' [unknown-parameter]"))
    }

    @Test func `a statement without an id is told once, with how many names may be its own`() {
        let cases = (1...3).map {
            #"{ "id": "c-\#($0)", "requirements": ["lists"], "check": [{ "value": 1, "matches": 1 }] }"#
        }
        let files = CaseFiles()
            .with("requirements.json", #"[{ "idd": "lists", "text": "t", "source": "s", "ground": "documented" }]"#)
            .with(case: cases.joined(separator: ", "))
        #expect(
            mistakes(files) == [
                "cases/requirements.json:1:4: unknown key 'idd' in a requirement; did you mean 'id'? "
                    + "(3 mistakes that follow from it are left out) [unknown-key]"
            ]
        )
    }

    @Test func `statements that are named and listed nowhere are one mistake`() {
        let cases = (1...3).map {
            #"{ "id": "c-\#($0)", "requirements": ["a", "b"], "check": [{ "value": 1, "matches": 1 }] }"#
        }
        let files = CaseFiles().with(case: cases.joined(separator: ", "))
        #expect(
            files.load().diagnostics.map(\.rendered).map { $0.split(separator: "\n").map(String.init) }.map {
                [$0[0], $0[3]]
            }
                == [
                    [
                        "cases/tests/suite.json:1:73: requirements are named, and there is no requirements.json "
                            + "(5 mistakes that follow from it are left out) [no-requirements]",
                        "  hint: list the statements in requirements.json beside operations.json, or leave 'requirements' out",
                    ]
                ]
        )
        #expect(
            mistakes(files.with("requirements.json", "[]")) == [
                "cases/tests/suite.json:1:73: requirements are named, and requirements.json lists none "
                    + "(5 mistakes that follow from it are left out) [no-requirements]"
            ]
        )
    }

    @Test func `a list of statements that cannot be read is the only mistake`() {
        let files = CaseFiles().with("requirements.json", "[")
            .with(case: #"{ "id": "c", "requirements": ["a"], "check": [{ "value": 1, "matches": 1 }] }"#)
        #expect(files.load().diagnostics.map(\.code) == [.invalidJSON])
    }

    @Test func `a constant of the run that case files set themselves is told once`() {
        let fragment = #"{ "use": "user" }"#
        let cases = (1...3).map {
            #"{ "id": "c-\#($0)", "steps": [\#(fragment), { "check": [{ "value": 1, "matches": 1 }] }] }"#
        }
        let files = CaseFiles().with(case: cases.joined(separator: ",\n")).with(constants: ["user_id": "u-1"])
        #expect(
            mistakes(files) == [
                "--variable: case files set 'user_id' themselves, first at cases/tests/suite.json:1:75 "
                    + "(2 mistakes that follow from it are left out) [defined-twice]"
            ]
        )
    }

    @Test(arguments: [
        (#""variabels": { "name": "Ann" },"#, "1:30: unknown key 'variabels' in a suite; did you mean 'variables'?"),
        (#""variables": ["Ann"],"#, "1:43: 'variables' must be an object, found an array"),
    ])
    func `where what names variables is wrong, no use of them is called unknown`(suite: String, message: String) {
        let cases = (1...2).map { #"{ "id": "c-\#($0)", "check": [{ "value": "{{name}}", "matches": "{{other}}" }] }"# }
        let lines = mistakes(CaseFiles().with(case: cases.joined(separator: ", "), suite: suite))
        let code = message.contains("unknown") ? "unknown-key" : "wrong-value"
        #expect(
            lines == ["cases/tests/suite.json:\(message) (2 mistakes that follow from it are left out) [\(code)]"]
        )
    }

    @Test func `what a fragment does not return, or take, for a mistake in it is missed nowhere`() {
        let use = #"{ "use": "user", "with": { "minutes": 5 } }"#
        let check = #"{ "check": [{ "value": "{{user_id}}", "matches": 1 }] }"#
        let cases = (1...3).map { #"{ "id": "c-\#($0)", "steps": [\#(use), \#(check)] }"# }.joined(separator: ", ")
        let returns = CaseFiles.user.replacing("\"returns\"", with: "\"retruns\"")
        #expect(
            mistakes(CaseFiles().with("fragments/user.json", returns).with(case: cases)) == [
                "cases/fragments/user.json:14:3: unknown key 'retruns' in a fragment; did you mean 'returns'? "
                    + "(3 mistakes that follow from it are left out) [unknown-key]"
            ]
        )
        let params = CaseFiles.user.replacing("\"params\": { \"minutes\"", with: "\"parms\": { \"minutes\"")
        let found = mistakes(CaseFiles().with("fragments/user.json", params).with(case: cases))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("cases/fragments/user.json:3:3: unknown key 'parms' in a fragment") == true)
    }

    @Test func `a misspelt key of a request hides no unknown variable`() {
        let request = #""request": { "operation": "sessions.get", "parms": { "user_id": "{{nobody}}" } }"#
        let found = mistakes(
            CaseFiles().with(case: #"{ "id": "a", \#(request), "expect": { "body": { "a": "{{other}}" } } }"#)
        )
        #expect(found.map { $0.hasSuffix("[unknown-variable]") } == [false, true])
    }

    @Test func `a misspelt capture takes out the names of its own case alone`() {
        let step = #"{ "request": { "operation": "sessions.get" }, "captur": { "got": "/a" } }"#
        let check = #"{ "check": [{ "value": "{{got}}", "matches": 1 }] }"#
        let lines = mistakes(
            CaseFiles().with(
                case: #"{ "id": "a", "steps": [\#(step), \#(check)] }, { "id": "b", "steps": [\#(check)] }"#
            )
        )
        #expect(lines.count == 2)
        #expect(lines.first?.hasSuffix("'capture'? (1 mistake that follows from it is left out) [unknown-key]") == true)
        #expect(lines.last?.hasSuffix("[unknown-variable]") == true)
    }

    @Test
    func
        `a file that cannot be read is told with the mistakes of others, and what it would have defined is not missed`()
    {
        var files = CaseFiles().with(case: #"{ "id": "only", "steps": [{ "use": "user" }], "chek": [] }"#).files
            .map { CorpusFile(path: "cases/\($0.key)", name: $0.key, bytes: Array($0.value.utf8)) }
        files.removeAll { $0.name == "fragments/user.json" }
        files.append(CorpusFile(path: "cases/fragments/user.json", name: "fragments/user.json", unreadable: "gone"))
        files.append(CorpusFile(path: "cases/notes.json", name: "notes.json", unreadable: "gone"))
        let load = CorpusLoader.load(files)
        #expect(load.corpus == nil)
        #expect(load.diagnostics.map(\.code) == [.unreadableFile, .unknownKey])
        #expect(
            load.diagnostics.first?.rendered == """
                cases/fragments/user.json:1:1: the file cannot be read: gone [unreadable-file]
                  hint: mend the link or the rights of the file, or remove it
                """
        )
    }
}
