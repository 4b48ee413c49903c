import Conformance
import Testing

@Suite struct FragmentLoadingTests {
    @Test func `a use begins with its teardown and goes on with its steps`() throws {
        let steps = try CaseFiles.sketch(ofCase: #""use": "user""#)
        #expect(
            steps == [
                """
                use user; teardown: DELETE /v1/users/[<user_id>] | auth project | unruled | expect 200...299 \
                model by status -
                """,
                """
                POST /v1/sessions/authenticate | json {"session_token":<email>,"session_duration_minutes":60} \
                | auth project | expect 200 model by status sessions.AuthenticateResponse \
                | capture user_id from body /user_id | capture token (secret) from body /session_token
                """,
            ]
        )
    }

    @Test func `each use has built-ins of its own, and run_id and project_id are the same for all`() throws {
        let fragment = """
            {
              "description": "d", "params": { "given": {} },
              "steps": [
                { "check": [{ "value": ["{{uuid}}", "{{run_id}}", "{{project_id}}", "{{given}}"], "matches": 1 }] }
              ],
              "returns": { "made": "{{uuid}}" }
            }
            """
        let compiled = try CaseFiles().with("fragments/make.json", fragment)
            .with(
                case: """
                    {
                      "id": "only",
                      "steps": [
                        { "use": "make", "as": "one", "with": { "given": "{{uuid}}" } },
                        { "use": "make", "as": "two", "with": { "given": "{{uuid}}" } },
                        { "check": [{ "value": ["{{one.made}}", "{{two.made}}", "{{run_id}}"], "matches": 1 }] }
                      ]
                    }
                    """
            )
            .cases()[0]
        #expect(
            CaseSketch(compiled).steps(compiled.steps) == [
                "use make", "check [<one.uuid>,<run_id>,<project_id>,<uuid>] ~ 1",
                "use make", "check [<two.uuid>,<run_id>,<project_id>,<uuid>] ~ 1",
                "check [<one.uuid>,<two.uuid>,<run_id>] ~ 1",
            ]
        )
        #expect(compiled.variables.map(\.name) == ["one.uuid", "run_id", "project_id", "uuid", "two.uuid"])
    }

    @Test func `an argument may hold operators and whole values, and a default may hold built-ins`() throws {
        let fragment = """
            {
              "description": "d",
              "params": { "want": { "description": "A pattern." }, "who": { "default": "u-{{uuid}}" } },
              "steps": [{ "check": [{ "value": "{{who}}", "matches": "{{want}}" }] }]
            }
            """
        let compiled = try CaseFiles().with("fragments/judge.json", fragment)
            .with(
                case: """
                    {
                      "id": "only", "rows": [{ "id": "one", "args": { "want": { "$regex": "^u-" }, "who": "{{id}}" } }],
                      "steps": [
                        { "use": "judge", "with": { "want": { "$regex": "^{{id}}" } } },
                        { "use": "judge", "with": "{{args}}" }
                      ]
                    }
                    """
            )
            .cases()[0]
        #expect(
            CaseSketch(compiled).steps(compiled.steps) == [
                "use judge", "check 'u-<uuid>' ~ {$regex ^one}", "use judge", #"check "one" ~ {$regex ^u-}"#,
            ]
        )
    }

    @Test func `a fragment may use another, whose names stay its own`() throws {
        let outer = """
            {
              "description": "d", "steps": [{ "use": "user", "as": "inner", "with": { "minutes": 5 } }],
              "returns": { "id": "{{inner.user_id}}" }
            }
            """
        let compiled = try CaseFiles().with("fragments/outer.json", outer)
            .with(
                case: """
                    {
                      "id": "only",
                      "steps": [
                        { "use": "outer", "as": "a" },
                        { "check": [{ "value": "{{a.id}}", "matches": "{{uuid}}" }] }
                      ]
                    }
                    """
            )
            .cases()[0]
        let steps = CaseSketch(compiled).steps(compiled.steps)
        #expect(steps[0] == "use outer")
        #expect(steps[1].hasPrefix("use user; teardown: DELETE /v1/users/[<a.inner.user_id>]"))
        #expect(steps[3] == "check <a.inner.user_id> ~ <uuid>")
    }

    @Test func `what a fragment returns by a secret's name is secret`() throws {
        let compiled = try CaseFiles().with(case: #"{ "id": "only", "use": "user" }"#).cases()[0]
        #expect(compiled.variables.filter(\.isSecret).map(\.name) == ["token"])
    }

    @Test func `a fragment that nobody uses is checked too`() {
        let load = CaseFiles()
            .with("fragments/unused.json", #"{ "description": "d", "steps": [{ "use": "usr" }, { "mock": {} }] }"#)
            .load()
        #expect(load.diagnostics.map(\.code.rawValue) == ["unknown-fragment", "missing-key"])
    }

    @Test func `a scalar that a fragment returns may stand where one must be known before the run`() throws {
        let fragment = """
            {
              "description": "d", "params": { "code": { "default": 404 } },
              "steps": [{ "request": { "operation": "sessions.get" } }],
              "returns": { "code": "{{code}}", "wait": "5m", "list": [1] }
            }
            """
        let request = #""request": { "operation": "sessions.get" }"#
        let files = CaseFiles().with("fragments/f.json", fragment)
        let compiled =
            try files
            .with(
                case: """
                    { "id": "only", "steps": [
                      { "use": "f" }, { \(request), "expect": { "status": "{{code}}", "maxDuration": "{{wait}}" } } ] }
                    """
            )
            .cases()[0]
        #expect(
            CaseSketch(compiled).steps(compiled.steps).last?.hasSuffix(
                "expect 404 model by status sessions.GetResponse within 300.0 seconds"
            ) == true
        )
        let load =
            files
            .with(
                case:
                    #"{ "id": "only", "steps": [{ "use": "f" }, { \#(request), "expect": { "status": "{{list}}" } }] }"#
            )
            .load()
        #expect(load.diagnostics.map(\.message) == ["'status' must be known before the run, but a fragment returns it"])
    }
}
