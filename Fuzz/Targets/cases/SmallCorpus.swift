@testable import Conformance

/// A corpus with one file of each kind, into which an input is put.
///
/// An input is a suite; a line `=== name` in it begins another file, which may take the place of one of these. Files that
/// the input does not speak of are left out: most inputs are about few of them, and each is read anew for every input.
enum SmallCorpus {
    static func files(with input: [UInt8]) -> [CorpusFile] {
        var files = base.filter { $0.word.isEmpty || holds(input, $0.word) }.map(\.file)
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

    private static func holds(_ input: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, input.count >= word.count else { return false }
        return input.withUnsafeBufferPointer { input in
            for start in 0...input.count - word.count where input[start] == first {
                if input[start..<start + word.count].elementsEqual(word) { return true }
            }
            return false
        }
    }

    /// Each file with the word that an input needs to get it; an empty one where all get it.
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
        file(
            "requirements.json",
            for: "requirements",
            #"[{"id": "live-token", "text": "t", "source": "s", "ground": "documented"}]"#
        ),
        file("shapes/time.json", for: "$shape", #"{"$format": "time"}"#),
        file(
            "shapes/session.json",
            for: "$shape",
            #"{"session_id": {"$type": "string"}, "started_at": {"$shape": "time"}}"#
        ),
        file(
            "fragments/user.json",
            for: "\"user\"",
            """
            {"description": "A user.", "params": {"domain": {"default": "example.com"}},
             "steps": [{"request": {"operation": "passwords.create",
              "params": {"email": "{{email}}", "password": "{{password}}"}}, "capture": {"user_id": "/user_id"}}],
             "returns": {"user_id": "{{user_id}}"}}
            """
        ),
        file(
            "fragments/touch.json",
            for: "\"touch\"",
            """
            {"description": "Uses a session.", "params": {"token": {"description": "The token."}},
             "steps": [{"request": {"operation": "sessions.authenticate", "params": {"session_token": "{{token}}"}}}]}
            """
        ),
        file(
            "payloads/none.json",
            for: "\"payload\"",
            #"{"operation": "sessions.get", "body": {"status_code": 200, "sessions": []}}"#
        ),
    ]

    private static func file(
        _ name: String,
        for word: String = "",
        _ content: String
    ) -> (word: [UInt8], file: CorpusFile) {
        (Array(word.utf8), CorpusFile(path: "cases/" + name, name: name, bytes: Array(content.utf8)))
    }
}
