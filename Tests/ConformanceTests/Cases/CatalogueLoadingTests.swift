import Conformance
import Testing
import WireJSON

@Suite struct CatalogueLoadingTests {
    @Test func `an operation has what the file says, and defaults`() throws {
        let catalogue = try CaseFiles().corpus().catalogue
        #expect(catalogue.secrets == ["session_token", "password"])
        #expect(
            catalogue.operations == [
                Operation(
                    name: "sessions.authenticate",
                    method: "POST",
                    path: "/v1/sessions/authenticate",
                    parameters: [
                        Operation.Parameter(name: "session_token", place: .body),
                        Operation.Parameter(name: "session_duration_minutes", place: .body),
                    ],
                    model: "sessions.AuthenticateResponse"
                ),
                Operation(
                    name: "sessions.get",
                    method: "GET",
                    path: "/v1/sessions",
                    parameters: [Operation.Parameter(name: "user_id", place: .query)],
                    model: "sessions.GetResponse",
                    isRepeatable: true
                ),
                Operation(
                    name: "sessions.get_jwks",
                    method: "GET",
                    path: "/v1/sessions/jwks/{project_id}/keys",
                    parameters: [Operation.Parameter(name: "project_id", place: .path)],
                    model: "sessions.GetJWKSResponse",
                    success: [200, 203],
                    sendsCredentials: false,
                    checksEveryAnswer: false
                ),
            ]
        )
    }

    @Test func `the rules of answers are expectations with requirements and unique places`() throws {
        let corpus = try CaseFiles()
            .with(
                "operations.json",
                """
                {
                  "everyAnswer": {
                    "any": {
                      "headers": { "content-type": { "$regex": "json" } }, "body": { "status_code": "{{status}}" },
                      "unique": ["/request_id"], "requirements": ["all"], "maxDuration": "9s"
                    },
                    "ok": { "body": { "at": { "$shape": "time" } }, "status": [200, 201], "unknownFields": "fail" },
                    "error": { "error": "x", "model": "errors.Error", "findings": [] }
                  },
                  "operations": {}
                }
                """
            )
            .with("fragments/user.json", #"{ "description": "d", "steps": [{ "mock": { "advance": "1s" } }] }"#)
            .with("payloads/stored.json", #"{ "model": "m", "body": 1 }"#)
            .with("requirements.json", #"[{ "id": "all", "text": "t", "source": "s", "ground": "documented" }]"#)
            .corpus()
        let rules = corpus.catalogue.everyAnswer
        let sketch = CaseSketch(CompiledCase(id: "", location: SourceLocation(file: 0, offset: 0)))
        let any = try #require(rules.any)
        #expect(any.headers.map { "\($0.name)~\(sketch.text($0.pattern))" } == ["content-type~{$regex json}"])
        #expect(any.body.map(sketch.text) == "{status_code: <status>}")
        #expect(any.unique.map(\.description) == ["/request_id"])
        #expect(any.requirements == ["all"])
        #expect(any.maximumDuration == .seconds(9))
        #expect(any.statuses == nil && any.model == nil && any.findings == nil && any.unknownFields == nil)
        let ok = try #require(rules.ok)
        #expect(ok.body.map(sketch.text) == "{at: {$shape time#0}}")
        #expect(ok.statuses?.ranges == [200...200, 201...201])
        #expect(ok.unknownFields == .fail)
        let error = try #require(rules.error)
        #expect(error.errorTypes == ["x"])
        #expect(error.statuses?.ranges == [400...499])
        #expect(error.model == .named("errors.Error"))
        #expect(error.findings == [])
    }

    @Test func `shapes are compiled in the order of their names, and may name each other`() throws {
        let corpus = try CaseFiles()
            .with(
                "shapes/user.json",
                #"{ "created_at": { "$shape": "time", "$optional": true }, "id": "{{body/id}}" }"#
            )
            .with("shapes/all.json", #"{ "$optional": true, "$each": { "$shape": "user" } }"#)
            .corpus()
        let sketch = CaseSketch(CompiledCase(id: "", location: SourceLocation(file: 0, offset: 0)))
        #expect(corpus.shapes.map(\.name) == ["all", "time", "user"])
        #expect(
            corpus.shapes.map { sketch.text($0.pattern) } == [
                "{$each {$shape user#2}, $optional}",
                "{$format time}",
                "{created_at: {$shape time#1, $optional}, id: <body/id>}",
            ]
        )
    }
}
