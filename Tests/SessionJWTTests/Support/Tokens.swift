import SessionJWT
import Testing
import WireJSON

/// The claims of a session's token as Stytch makes them; made at 2025-06-30T09:40:08Z, good for five minutes.
let claimsOfToday = """
    {
      "aud": ["project-test-1"], "exp": 1751276708, "iat": 1751276408, "iss": "stytch.com/project-test-1",
      "nbf": 1751276408, "sub": "user-test-1",
      "https://stytch.com/session": {
        "id": "session-test-1", "started_at": "2025-06-30T09:30:00Z", "last_accessed_at": "2025-06-30T09:40:08Z",
        "expires_at": "2025-06-30T10:30:00Z", "attributes": {"user_agent": "", "ip_address": "203.0.113.1"},
        "authentication_factors": [
          {"type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2025-06-30T09:30:00Z"}
        ],
        "roles": ["stytch_user"]
      },
      "email": "a@example.com", "score": 9007199254740993
    }
    """

/// Claims that a token may have at the least, with others in place of or beside them.
func claims(
    _ replaced: [String: String?] = [:]
) -> String {
    var members = [
        "iss": #""stytch.com/project-test-1""#, "aud": #"["project-test-1"]"#, "sub": #""user-test-1""#,
        "iat": "1751276408", "nbf": "1751276408", "exp": "1751276708",
    ]
    for (name, value) in replaced { members[name] = value }
    return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
}

/// The outcome of checking a token, in a word: `accepted` or the refusal.
func outcome(
    _ token: String,
    keys: [SigningKey]? = nil,
    issuers: [String] = ["stytch.com/project-test-1"],
    audience: String = "project-test-1",
    at now: String = "2025-06-30T09:41:00Z",
    leeway: Duration = .zero,
    maximumAge: Duration? = nil
) throws -> String {
    let requirements = TokenRequirements(
        issuers: issuers,
        audience: audience,
        now: try #require(Timestamp(now)),
        leeway: leeway,
        maximumAge: maximumAge
    )
    switch TokenVerifier(keys: try keySet(keys ?? [SigningKey.main.get()])).verify(token, requirements) {
    case .success: return "accepted"
    case .failure(let refusal): return refusal.rawValue
    }
}

/// A key set as the API gives it.
func keySet(_ keys: [SigningKey]) throws -> JSONWebKeySet {
    try keySet("{\"keys\": [\(keys.map(\.jwk).joined(separator: ","))], \"request_id\": \"r\", \"status_code\": 200}")
}

/// The key set of a text.
func keySet(_ text: String) throws -> JSONWebKeySet {
    try JSONWebKeySet(parsing: Array(text.utf8))
}
