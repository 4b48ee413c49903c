/// A call of the API that the mock knows.
enum Operation: String, CaseIterable, Sendable {
    case getSessions
    case authenticateSession
    case revokeSession
    case migrateSession
    case exchangeAccessToken
    case attestSession
    case getKeys
    case resetPassword
    case createPassword
    case authenticatePassword
    case getUser
    case deleteUser

    /// The HTTP method.
    var method: String {
        switch self {
        case .getSessions, .getKeys, .getUser: "GET"
        case .deleteUser: "DELETE"
        default: "POST"
        }
    }

    /// The name by which the count of its calls is asked for.
    var name: String {
        switch self {
        case .getSessions: "sessions.get"
        case .authenticateSession: "sessions.authenticate"
        case .revokeSession: "sessions.revoke"
        case .migrateSession: "sessions.migrate"
        case .exchangeAccessToken: "sessions.exchange_access_token"
        case .attestSession: "sessions.attest"
        case .getKeys: "sessions.get_jwks"
        case .resetPassword: "passwords.session.reset"
        case .createPassword: "passwords.create"
        case .authenticatePassword: "passwords.authenticate"
        case .getUser: "users.get"
        case .deleteUser: "users.delete"
        }
    }

    /// The segments of the path; an empty one stands for an argument.
    var segments: [String] {
        switch self {
        case .getSessions: ["v1", "sessions"]
        case .authenticateSession: ["v1", "sessions", "authenticate"]
        case .revokeSession: ["v1", "sessions", "revoke"]
        case .migrateSession: ["v1", "sessions", "migrate"]
        case .exchangeAccessToken: ["v1", "sessions", "exchange_access_token"]
        case .attestSession: ["v1", "sessions", "attest"]
        case .getKeys: ["v1", "sessions", "jwks", ""]
        case .resetPassword: ["v1", "passwords", "session", "reset"]
        case .createPassword: ["v1", "passwords"]
        case .authenticatePassword: ["v1", "passwords", "authenticate"]
        case .getUser, .deleteUser: ["v1", "users", ""]
        }
    }

    /// Whether the call is open to anybody.
    var isOpen: Bool { self == .getKeys }
}

/// Where a method and a path lead.
enum RouteMatch: Sendable, Equatable {
    /// The operation, and the argument in its path or "".
    case operation(Operation, argument: String)
    /// The path is known, the method is not among these.
    case methodNotAllowed(allowed: [String])
    case notFound

    /// The operation, if there is one.
    var operation: Operation? {
        if case .operation(let operation, _) = self { operation } else { nil }
    }
}

extension Operation {
    /// The operation of a request; HEAD leads where GET does.
    ///
    /// - Parameters:
    ///   - method: As it was sent.
    ///   - path: The segments, percent-decoded.
    /// - Returns: The operation, or why there is none.
    static func matching(_ method: String, _ path: [String]) -> RouteMatch {
        let here = allCases.filter { Self.fits(path, $0.segments) }
        guard let first = here.first else { return .notFound }
        let wanted = method == "HEAD" ? "GET" : method
        guard let operation = here.first(where: { $0.method == wanted }) else {
            return .methodNotAllowed(allowed: here.flatMap { $0.method == "GET" ? ["GET", "HEAD"] : [$0.method] })
        }
        let argument = zip(first.segments, path).first { $0.0.isEmpty }?.1
        return .operation(operation, argument: argument ?? "")
    }

    private static func fits(_ path: [String], _ segments: [String]) -> Bool {
        path.count == segments.count
            && zip(path, segments).allSatisfy { $1.isEmpty ? !$0.isEmpty : $0.isExactly($1) }
    }
}
