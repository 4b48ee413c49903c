import Synchronization
import Testing
import WireJSON

@testable import MockStytch

/// A whole mock without sockets: its API, its control, and a clock that stands still.
struct APIBench {
    let api: MockAPI
    let control: MockControl
    let projectID = "project-test-22222222-2222-4222-8222-222222222222"
    let secret = "secret-test-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    init(flaw: MockFlaw? = nil, clock: MockClock = MockClock { 1_800_000_000_000 }) async throws {
        _ = try await TestKeys.ids(2)
        let projects = ProjectStore()
        api = MockAPI(
            projects: projects,
            ring: TestKeys.ring,
            clock: clock,
            identifiers: .system,
            flaw: flaw
        )
        control = MockControl(api: api, offers: ["clock"])
        projects.add(Project(id: projectID, secret: secret, keyID: try await TestKeys.ids(1)[0]))
    }

    /// The value of an `Authorization` header.
    static func basic(_ user: String, _ password: String) -> String {
        "Basic " + Base64.encode(Array("\(user):\(password)".utf8), .standard, isPadded: true)
    }

    /// A call with this project's credentials.
    func send(_ method: String, _ target: String, _ body: JSONValue? = nil) throws -> Sent {
        try send(method, target, bytes: body?.bytes() ?? [], authorization: [Self.basic(projectID, secret)])
    }

    func send(_ method: String, _ target: String, bytes: [UInt8], authorization: [String]) throws -> Sent {
        let request = IncomingRequest(
            method: method,
            target: RequestTarget(target),
            authorization: authorization,
            body: .bytes(bytes)
        )
        return try Sent(api.reply(to: request))
    }

    /// A control request.
    @discardableResult func command(
        _ method: String,
        _ target: String,
        _ body: String = ""
    ) async throws -> Sent {
        let request = IncomingRequest(
            method: method,
            target: RequestTarget(target),
            body: .bytes(Array(body.utf8))
        )
        return try Sent(await control.reply(to: request))
    }

    /// A user with the password `correct horse` and a session of an hour.
    func logIn(email: String = "ada@example.com") throws -> Sent {
        let path = try send(
            "POST",
            "/v1/passwords",
            ["email": .string(email), "password": "correct horse", "session_duration_minutes": 60]
        )
        if path.reply.status != 400 { return path }
        return try send(
            "POST",
            "/v1/passwords/authenticate",
            ["email": .string(email), "password": "correct horse", "session_duration_minutes": 60]
        )
    }
}

/// An answer, taken apart.
struct Sent {
    let reply: Reply
    let body: JSONValue

    init(_ reply: Reply) throws {
        self.reply = reply
        body = try JSONDocument(reply.body).root.value
    }

    subscript(key: String) -> JSONValue? { body[key] }

    /// Status and error type in one: `400 bad_request`, or `200`.
    var outcome: String {
        guard let type = body["error_type"]?.string else { return "\(reply.status)" }
        return "\(reply.status) \(type)"
    }

    func header(_ name: String) -> String? {
        reply.headers.first { $0.name == name }?.value
    }
}
