import Testing

@testable import MockStytch

struct RoutingTests {
    @Test(arguments: [
        ("GET", "/v1/sessions?user_id=x", RouteMatch.operation(.getSessions, argument: "")),
        ("HEAD", "/v1/sessions", .operation(.getSessions, argument: "")),
        ("POST", "/v1/sessions/authenticate", .operation(.authenticateSession, argument: "")),
        ("POST", "/v1/sessions/revoke", .operation(.revokeSession, argument: "")),
        ("POST", "/v1/sessions/migrate", .operation(.migrateSession, argument: "")),
        ("GET", "/v1/sessions/jwks/p%2F1", .operation(.getKeys, argument: "p/1")),
        ("POST", "/v1/passwords/session/reset", .operation(.resetPassword, argument: "")),
        ("POST", "/v1/passwords", .operation(.createPassword, argument: "")),
        ("POST", "/v1/passwords/authenticate", .operation(.authenticatePassword, argument: "")),
        ("GET", "/v1/users/user-1", .operation(.getUser, argument: "user-1")),
        ("DELETE", "/v1/users/user-1", .operation(.deleteUser, argument: "user-1")),
        ("PUT", "/v1/sessions", .methodNotAllowed(allowed: ["GET", "HEAD"])),
        ("GET", "/v1/sessions/authenticate", .methodNotAllowed(allowed: ["POST"])),
        ("POST", "/v1/users/user-1", .methodNotAllowed(allowed: ["GET", "HEAD", "DELETE"])),
        ("get", "/v1/sessions", .methodNotAllowed(allowed: ["GET", "HEAD"])),
        ("GET", "/", .notFound),
        ("GET", "/v1/nothing", .notFound),
        ("GET", "/v1/sessions/", .notFound),
        ("GET", "//v1/sessions", .notFound),
        ("GET", "/V1/sessions", .notFound),
        ("GET", "/v1/users/", .notFound),
        ("GET", "/v1/sessions/jwks", .notFound),
        ("POST", "/v1/sessions/authenticate_jwt", .notFound),
    ])
    func `method and path lead somewhere`(method: String, target: String, match: RouteMatch) throws {
        let target = try #require(RequestTarget(target))
        #expect(MockStytch.Operation.matching(method, target.path) == match)
    }
}
