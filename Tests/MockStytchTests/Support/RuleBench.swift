import Testing
import WireJSON

@testable import MockStytch

/// One project asked without sockets, at a fixed time that begins at 2027-01-15T08:00:00Z.
struct RuleBench {
    static let start: Int64 = 1_800_000_000
    var state: ProjectState
    var now = Self.start

    init() async throws {
        state = ProjectState(
            projectID: "project-test-11111111-1111-4111-8111-111111111111",
            keyIDs: try await TestKeys.ids(1)
        )
    }

    var environment: RuleEnvironment {
        RuleEnvironment(now: now, identifiers: .system, keys: TestKeys.ring.directory)
    }

    /// The answer to a call, with its JWT signed.
    mutating func call(
        _ operation: MockStytch.Operation,
        _ body: JSONObject = [:],
        argument: String = "",
        query: [(name: String, value: String)] = []
    ) throws -> Answer {
        let input = RuleInput(operation: operation, argument: argument, query: query, body: body)
        var answer = Rules.answer(input, &state, environment)
        if let draft = answer.token {
            answer.members["session_jwt"] = .string(try #require(environment.keys.key(draft.keyID)).sign(draft.claims))
        }
        return answer
    }

    /// A user with the password `correct horse` and a session of an hour.
    mutating func logIn(email: String = "ada@example.com") throws -> Login {
        let operation: MockStytch.Operation = state.user(email: email) == nil ? .createPassword : .authenticatePassword
        let answer = try call(
            operation,
            ["email": .string(email), "password": "correct horse", "session_duration_minutes": 60]
        )
        return try Login(answer)
    }

    /// A session with these factors, and a user without a password.
    mutating func open(_ factors: [JSONObject]) -> StoredSession {
        let identifiers = IdentifierSource.system
        let user = StoredUser(id: identifiers.id("user"), now: now)
        let session = StoredSession(
            id: identifiers.id("session"),
            userID: user.id,
            token: identifiers.sessionToken(),
            factors: factors.map { StoredFactor($0, now: now) },
            startedAt: now,
            lastAccessedAt: now,
            expiresAt: now + 3600,
            customClaims: [:]
        )
        state.keep(user)
        state.keep(session)
        return session
    }

    /// The claims of a JWT, whose signature must be good.
    func claims(_ answer: Answer) throws -> JSONObject {
        let token = try #require(answer["session_jwt"]?.string)
        return try environment.keys.claims(of: token, trusting: state.keyIDs)
    }
}

/// What a login gave.
struct Login {
    let userID: String
    let sessionID: String
    let token: String
    let jwt: String

    init(_ answer: Answer) throws {
        userID = try #require(answer["user_id"]?.string)
        sessionID = try #require(answer["session"]?["session_id"]?.string)
        token = try #require(answer["session_token"]?.string)
        jwt = try #require(answer["session_jwt"]?.string)
    }
}

extension Answer {
    subscript(key: String) -> JSONValue? { members[key] }

    /// Status and error type in one: `400 bad_request`, or `200`.
    var outcome: String {
        guard let type = members["error_type"]?.string else { return "\(status)" }
        return "\(status) \(type)"
    }
}
