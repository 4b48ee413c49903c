import Conformance
import Testing

@Suite struct ExpectationLoadingTests {
    private func sketch(_ expectation: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws
        -> String
    {
        let step = try CaseFiles.sketch(
            ofStep: #""request": { "operation": "sessions.get" }, "expect": \#(expectation)"#,
            sourceLocation: sourceLocation
        )
        return step.replacing("GET /v1/sessions | auth project | repeatable | expect ", with: "")
    }

    @Test(arguments: [
        ("{}", "200 model by status sessions.GetResponse"),
        (#"{ "status": 404 }"#, "404 model by status sessions.GetResponse"),
        (#"{ "status": [400, 422] }"#, "400,422 model by status sessions.GetResponse"),
        (#"{ "error": "user_not_found" }"#, "400...499 error user_not_found model by status sessions.GetResponse"),
        (#"{ "status": 500, "error": ["a", "b"] }"#, "500 error a,b model by status sessions.GetResponse"),
        (
            #"{ "headers": { "content-type": { "$regex": "json" }, "set-cookie": { "$absent": true } } }"#,
            "200 content-type~{$regex json} set-cookie~{$absent} model by status sessions.GetResponse"
        ),
        (#"{ "body": { "$absent": true } }"#, "200 body {$absent} model by status sessions.GetResponse"),
        (#"{ "model": "none" }"#, "200 no model"),
        (#"{ "model": "errors.Error" }"#, "200 model errors.Error"),
        (#"{ "findings": [] }"#, "200 model by status sessions.GetResponse findings []"),
        (
            #"{ "findings": [{ "code": "unknown-enum", "pointer": "/a/0" }] }"#,
            "200 model by status sessions.GetResponse findings [unknown-enum /a/0]"
        ),
        (#"{ "unknownFields": "report" }"#, "200 model by status sessions.GetResponse unknown report"),
        (#"{ "unknownFields": "fail" }"#, "200 model by status sessions.GetResponse unknown fail"),
        (#"{ "unknownFields": "allow" }"#, "200 model by status sessions.GetResponse unknown allow"),
        (#"{ "maxDuration": "2s" }"#, "200 model by status sessions.GetResponse within 2.0 seconds"),
        (#"{ "because": "so it is" }"#, "200 model by status sessions.GetResponse because so it is"),
        (
            #"[{ "status": 404, "because": "one" }, { "error": "x", "because": "two" }]"#,
            """
            404 model by status sessions.GetResponse because one | expect 400...499 error x model by status \
            sessions.GetResponse because two
            """
        ),
    ])
    func `each key has its meaning and its default`(expectation: String, expected: String) throws {
        #expect(try sketch(expectation) == expected)
    }

    @Test func `the answer's status and body stand in an expectation`() throws {
        #expect(
            try sketch(#"{ "body": { "status_code": "{{status}}", "a": "{{body/b/0}}", "whole": "{{body}}" } }"#)
                == "200 body {status_code: <status>, a: <body/b/0>, whole: <body>} model by status sessions.GetResponse"
        )
    }

    @Test func `a whole expectation, a status and a list of alternatives may come from a row`() throws {
        let steps = try CaseFiles.sketch(
            ofCase: """
                "rows": [{
                  "id": "one", "outcome": { "status": "{{code}}" }, "code": 404, "codes": [400, "{{code}}"],
                  "outcomes": [{ "status": 200, "because": "a" }, { "status": 201, "because": "b" }]
                }],
                "steps": [
                  { "request": { "operation": "sessions.get" }, "expect": "{{outcome}}" },
                  { "request": { "operation": "sessions.get" }, "expect": { "status": "{{codes}}" } },
                  { "request": { "operation": "sessions.get" }, "expect": "{{outcomes}}" }
                ]
                """
        )
        #expect(steps[0].hasSuffix("expect 404 model by status sessions.GetResponse"))
        #expect(steps[1].hasSuffix("expect 400,404 model by status sessions.GetResponse"))
        #expect(steps[2].hasSuffix("because a | expect 201 model by status sessions.GetResponse because b"))
    }

    @Test(arguments: [
        #""expect": { "headers": { "X-One": "a", "Y": "b", "x-oNE": "a" } }"#,
        #""expect": [{ "because": "b", "headers": { "X-One": "a", "x-one": "a" } }, { "because": "c", "status": 200 }]"#,
        #""headers": { "X-One": "a", "x-one": "b" }"#,
    ])
    func `names of header fields that differ in capitals alone are there twice`(keys: String) {
        let inRequest = keys.hasPrefix("\"headers\"")
        let request = "\"operation\": \"sessions.get\"" + (inRequest ? ", " + keys : "")
        let rest = inRequest ? "" : ", " + keys
        let load = CaseFiles().with(case: "{ \"id\": \"only\", \"request\": { \(request) }\(rest) }").load()
        #expect(load.diagnostics.map(\.code) == [.duplicateKey])
        #expect(load.diagnostics.first?.message.hasSuffix("is there twice; the first is at line 1") == true)
    }
}
