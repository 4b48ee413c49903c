import Conformance
import Testing

@Suite struct RequestLoadingTests {
    @Test func `an operation gives method, path, credentials, success and model`() throws {
        let step = try CaseFiles.sketch(ofStep: #""request": { "operation": "sessions.get" }"#)
        #expect(
            step == """
                GET /v1/sessions | auth project | repeatable | expect 200 model by status sessions.GetResponse
                """
        )
    }

    @Test func `the catalogue says credentials, statuses of success and whether the rules of answers hold`() throws {
        let step = try CaseFiles.sketch(
            ofStep: #""request": { "operation": "sessions.get_jwks", "params": { "project_id": "{{project_id}}" } }"#
        )
        #expect(
            step == """
                GET /v1/sessions/jwks/[<project_id>]/keys | auth none | unruled | expect 200,203 model by status \
                sessions.GetJWKSResponse
                """
        )
    }

    @Test func `parameters go where the catalogue puts them`() throws {
        let query = try CaseFiles.sketch(
            ofStep: #""request": { "operation": "sessions.get", "params": { "user_id": "u" } }"#
        )
        #expect(query.hasPrefix(#"GET /v1/sessions | query {"user_id":"u"} | auth project"#))
        let body = try CaseFiles.sketch(
            ofStep:
                #""request": { "operation": "sessions.authenticate", "params": { "session_duration_minutes": 60.5 } }"#
        )
        #expect(body.hasPrefix(#"POST /v1/sessions/authenticate | json {"session_duration_minutes":60.5} | auth"#))
    }

    @Test func `an operation with body parameters sends an empty object when none is given`() throws {
        let step = try CaseFiles.sketch(ofStep: #""request": { "operation": "sessions.authenticate" }"#)
        #expect(step.hasPrefix("POST /v1/sessions/authenticate | json {} | auth project | expect 200"))
    }

    @Test func `a method and a path make a request of no operation, which any 2xx answers`() throws {
        let step = try CaseFiles.sketch(ofStep: #""request": { "method": "GET", "path": "/v1/nothing" }"#)
        #expect(step == "GET /v1/nothing | auth project | unruled | expect 200...299 model by status -")
    }

    @Test func `a request of its own method or path is not repeatable`() throws {
        let method = try CaseFiles.sketch(ofStep: #""request": { "operation": "sessions.get", "method": "PUT" }"#)
        #expect(method == "PUT /v1/sessions | auth project | expect 200 model by status sessions.GetResponse")
        let path = try CaseFiles.sketch(ofStep: #""request": { "operation": "sessions.get", "path": "/v2" }"#)
        #expect(path == "GET /v2 | auth project | expect 200 model by status sessions.GetResponse")
    }

    @Test func `what a placeholder puts into a path is a segment of its own`() throws {
        let steps = try CaseFiles.sketch(
            ofCase: """
                "rows": [{ "id": "one", "whole": "/v1/{{uuid}}/end" }],
                "steps": [
                  { "request": { "method": "GET", "path": "/v1/{{id}}/x" } },
                  { "request": { "method": "GET", "path": "{{whole}}" } }
                ]
                """
        )
        #expect(steps[0].hasPrefix(#"GET /v1/["one"]/x | "#))
        #expect(steps[1].hasPrefix("GET /v1/[<uuid>]/end | "))
    }

    @Test func `query, headers and body replace what the catalogue would send`() throws {
        let step = try CaseFiles.sketch(
            ofStep: """
                "request": {
                  "operation": "sessions.authenticate",
                  "query": { "q": [1, "{{uuid}}"] },
                  "headers": { "X-One": "a{{uuid}}", "X-Two": 2, "X-Three": true, "Content-Type": null },
                  "body": { "$type": "{{uuid}}" }
                }
                """
        )
        #expect(
            step.hasPrefix(
                """
                POST /v1/sessions/authenticate | query {"q":[1,<uuid>]} | X-One: 'a<uuid>' | X-Two: 2 | X-Three: true \
                | Content-Type: - | json {"$type":<uuid>} | auth project
                """
            )
        )
    }

    @Test func `a raw body is text or bytes`() throws {
        let text = try CaseFiles.sketch(
            ofStep: #""request": { "operation": "sessions.authenticate", "rawBody": "{\"a\": \\{{" }"#
        )
        #expect(text.hasPrefix(#"POST /v1/sessions/authenticate | text "{\"a\": {{" | auth"#))
        let bytes = try CaseFiles.sketch(
            ofStep: #""request": { "operation": "sessions.authenticate", "rawBody": { "base64": "/w==" } }"#
        )
        #expect(bytes.hasPrefix("POST /v1/sessions/authenticate | bytes [255] | auth"))
    }

    @Test(arguments: [
        (#""project""#, "project"),
        (#""none""#, "none"),
        (#"{ "basic": ["{{project_id}}", "wrong"] }"#, #"basic <project_id> "wrong""#),
        (#"{ "bearer": "{{text:44}}" }"#, "bearer <text:44>"),
    ])
    func `credentials have four forms`(form: String, expected: String) throws {
        let step = try CaseFiles.sketch(ofStep: #""request": { "operation": "sessions.get", "auth": \#(form) }"#)
        #expect(step.contains(" | auth \(expected) | "))
    }

    @Test func `a request has a timeout of its own, and may be repeated until the expectation holds`() throws {
        let step = try CaseFiles.sketch(
            ofStep: #""request": { "operation": "sessions.get", "timeout": "250ms" }, "eventually": "5s""#
        )
        #expect(
            step == """
                GET /v1/sessions | auth project | timeout 0.25 seconds | repeatable | expect 200 model by status \
                sessions.GetResponse | eventually 5.0 seconds
                """
        )
    }

    @Test func `captures take from body, header and token, and may be secret`() throws {
        let step = try CaseFiles.sketch(
            ofStep: """
                "request": { "operation": "sessions.get" },
                "capture": {
                  "whole": "",
                  "first": "/sessions/0",
                  "second": { "body": "/sessions/1", "secret": true },
                  "day": { "header": "Date" },
                  "kid": { "jwt": "/session_jwt", "at": "/header/kid" },
                  "session_token": "/session_token"
                }
                """
        )
        #expect(
            step.hasSuffix(
                """
                 | capture whole from body  | capture first from body /sessions/0 \
                | capture second (secret) from body /sessions/1 | capture day from header Date \
                | capture kid from jwt /session_jwt at /header/kid \
                | capture session_token (secret) from body /session_token
                """
            )
        )
    }

    @Test func `a whole request, its parameters and its credentials may come from a row`() throws {
        let steps = try CaseFiles.sketch(
            ofCase: """
                "rows": [{
                  "id": "one", "asked": { "operation": "sessions.get", "params": "{{how}}", "auth": "{{auth}}" },
                  "how": { "user_id": "{{uuid}}" }, "auth": "none"
                }],
                "request": "{{asked}}"
                """
        )
        #expect(steps[0].hasPrefix(#"GET /v1/sessions | query {"user_id":<uuid>} | auth none | "#))
    }
}
