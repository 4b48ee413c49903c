import Conformance
import Testing
import WireJSON

/// A corpus for tests, from texts: what is not given is a small catalogue with a fragment, a shape and a payload.
struct CaseFiles {
    static let operations = """
        {
          "secrets": ["session_token", "password"],
          "operations": {
            "sessions.authenticate": {
              "method": "POST",
              "path": "/v1/sessions/authenticate",
              "params": { "session_token": { "in": "body" }, "session_duration_minutes": { "in": "body" } },
              "model": "sessions.AuthenticateResponse"
            },
            "sessions.get": {
              "method": "GET",
              "path": "/v1/sessions",
              "params": { "user_id": { "in": "query" } },
              "model": "sessions.GetResponse",
              "repeatable": true
            },
            "sessions.get_jwks": {
              "method": "GET",
              "path": "/v1/sessions/jwks/{project_id}/keys",
              "params": { "project_id": { "in": "path" } },
              "model": "sessions.GetJWKSResponse",
              "auth": "none",
              "everyAnswer": false,
              "success": [200, 203]
            }
          }
        }
        """

    static let user = """
        {
          "description": "A user.",
          "params": { "minutes": { "default": 60 } },
          "steps": [
            {
              "request": {
                "operation": "sessions.authenticate",
                "params": { "session_token": "{{email}}", "session_duration_minutes": "{{minutes}}" }
              },
              "capture": { "user_id": "/user_id", "token": "/session_token" }
            }
          ],
          "teardown": [{ "request": { "method": "DELETE", "path": "/v1/users/{{user_id}}" } }],
          "returns": { "user_id": "{{user_id}}", "session_token": "{{token}}", "user_email": "{{email}}" }
        }
        """

    var files: [String: String] = [
        "operations.json": Self.operations,
        "fragments/user.json": Self.user,
        "shapes/time.json": #"{ "$format": "time" }"#,
        "payloads/stored.json": #"{ "operation": "sessions.get", "source": "written", "body": { "sessions": [] } }"#,
    ]
    var constants = JSONObject()

    /// The corpus with one more file or another one in its place.
    func with(_ name: String, _ text: String) -> CaseFiles {
        var files = self
        files.files[name] = text
        return files
    }

    func with(constants: JSONObject) -> CaseFiles {
        var files = self
        files.constants = constants
        return files
    }

    /// A suite of one case named `only`, with more keys of the suite before its cases.
    func with(case text: String, suite: String = "") -> CaseFiles {
        with("tests/suite.json", #"{ "description": "A suite.", \#(suite) "cases": [\#(text)] }"#)
    }

    func load() -> CorpusLoad {
        let files = files.map { CorpusFile(path: "cases/\($0.key)", name: $0.key, bytes: Array($0.value.utf8)) }
        return CorpusLoader.load(files, options: LoadOptions(constants: constants))
    }

    /// The corpus, which must have no mistake.
    func corpus(sourceLocation: SourceLocation = #_sourceLocation) throws -> Corpus {
        let load = load()
        for diagnostic in load.diagnostics {
            Issue.record("\(diagnostic.rendered)", sourceLocation: sourceLocation)
        }
        return try #require(load.corpus, sourceLocation: sourceLocation)
    }

    /// The cases of the corpus, ready to run, in its order.
    func cases(sourceLocation: SourceLocation = #_sourceLocation) throws -> [CompiledCase] {
        let corpus = try corpus(sourceLocation: sourceLocation)
        return corpus.entries.map { corpus.compile($0) }
    }

    typealias SourceLocation = Testing.SourceLocation

    /// The steps of a case whose keys, besides the id, are given; what it looks like is the expected text.
    static func sketch(
        ofCase keys: String,
        suite: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let files = CaseFiles().with(case: #"{ "id": "only", \#(keys) }"#, suite: suite)
        let cases = try files.cases(sourceLocation: sourceLocation)
        let only = try #require(cases.first, sourceLocation: sourceLocation)
        return CaseSketch(only).steps(only.steps)
    }

    /// The one step of a case with these keys.
    static func sketch(ofStep keys: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let steps = try sketch(ofCase: keys, sourceLocation: sourceLocation)
        return try #require(steps.first, sourceLocation: sourceLocation)
    }

    /// A pattern of a body.
    static func sketch(ofPattern text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let keys = #""request": { "operation": "sessions.get" }, "expect": { "body": \#(text) }"#
        let cases = try CaseFiles().with(case: #"{ "id": "only", \#(keys) }"#).cases(sourceLocation: sourceLocation)
        let only = try #require(cases.first, sourceLocation: sourceLocation)
        guard case .request(let request) = only.steps.first?.action,
            let body = request.expectations.alternatives.first?.body
        else {
            Issue.record("no pattern", sourceLocation: sourceLocation)
            return ""
        }
        return CaseSketch(only).text(body)
    }
}
