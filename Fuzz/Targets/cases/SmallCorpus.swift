@testable import Conformance

/// A corpus with one file of each kind, into which an input is put.
///
/// An input is a suite; a line `=== name` in it begins another file, which may take the place of one of these.
enum SmallCorpus {
    static func files(with input: [UInt8]) -> [CorpusFile] {
        var files = base
        var name = "input.json"
        var content: [UInt8] = []
        func put() {
            let folder = name == "input.json" ? "fuzz/" : ""
            let file = CorpusFile(path: "cases/" + folder + name, name: folder + name, bytes: content)
            files.removeAll { $0.name.utf8.elementsEqual(file.name.utf8) }
            if !content.isEmpty { files.append(file) }
        }
        for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: "=== ".utf8) {
                put()
                name = String(decoding: line.dropFirst(4).prefix(40), as: UTF8.self)
                content = []
            } else {
                content += line + [0x0A]
            }
        }
        put()
        return files
    }

    private static let base = [
        file(
            "operations.json",
            """
            {"secrets": ["session_token", "password"],
             "everyAnswer": {"any": {"body": {"request_id": {"$type": "string"}}, "unique": ["/request_id"]}},
             "operations": {
              "sessions.authenticate": {"method": "POST", "path": "/v1/sessions/authenticate",
               "params": {"session_token": {"in": "body"}}, "model": "sessions.AuthenticateResponse"},
              "sessions.get": {"method": "GET", "path": "/v1/sessions", "params": {"user_id": {"in": "query"}},
               "model": "sessions.GetResponse", "repeatable": true},
              "sessions.get_jwks": {"method": "GET", "path": "/v1/sessions/jwks/{project_id}",
               "params": {"project_id": {"in": "path"}}, "model": "none", "auth": "none"},
              "passwords.create": {"method": "POST", "path": "/v1/passwords", "model": "passwords.CreateResponse",
               "params": {"email": {"in": "body"}, "password": {"in": "body"}}}}}
            """
        ),
        file("requirements.json", #"[{"id": "live-token", "text": "t", "source": "s", "ground": "documented"}]"#),
        file("shapes/time.json", #"{"$format": "time"}"#),
        file("shapes/session.json", #"{"session_id": {"$type": "string"}, "started_at": {"$shape": "time"}}"#),
        file(
            "fragments/user.json",
            """
            {"description": "A user.", "params": {"domain": {"default": "example.com"}},
             "steps": [{"request": {"operation": "passwords.create",
              "params": {"email": "{{email}}", "password": "{{password}}"}}, "capture": {"user_id": "/user_id"}}],
             "returns": {"user_id": "{{user_id}}"}}
            """
        ),
        file(
            "fragments/touch.json",
            """
            {"description": "Uses a session.", "params": {"token": {"description": "The token."}},
             "steps": [{"request": {"operation": "sessions.authenticate", "params": {"session_token": "{{token}}"}}}]}
            """
        ),
        file("payloads/none.json", #"{"operation": "sessions.get", "body": {"status_code": 200, "sessions": []}}"#),
    ]

    private static func file(_ name: String, _ content: String) -> CorpusFile {
        CorpusFile(path: "cases/" + name, name: name, bytes: Array(content.utf8))
    }
}
