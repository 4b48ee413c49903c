/// Something that only a mock can do, asked for at a path under `/mock`.
enum ControlCommand: String, CaseIterable, Sendable {
    case offers
    case createProject
    case deleteProject
    case showProject
    case advance
    case rotateKeys
    case userinfo
    case session
    case accessToken
    case trustedToken
    case jwt
    case calls
    case userinfoSource
    case fault

    /// The HTTP method.
    var method: String {
        switch self {
        case .offers, .showProject, .calls: "GET"
        case .deleteProject: "DELETE"
        default: "POST"
        }
    }

    /// The segments after `mock`; an empty one stands for a project id.
    private var segments: [String] {
        switch self {
        case .offers: ["offers"]
        case .createProject: ["projects"]
        case .deleteProject, .showProject: ["projects", ""]
        case .advance: ["projects", "", "advance"]
        case .rotateKeys: ["projects", "", "rotate-keys"]
        case .userinfo: ["projects", "", "userinfo"]
        case .session: ["projects", "", "session"]
        case .accessToken: ["projects", "", "access-token"]
        case .trustedToken: ["projects", "", "trusted-token"]
        case .jwt: ["projects", "", "jwt"]
        case .calls: ["projects", "", "calls"]
        case .userinfoSource: ["projects", "", "userinfo-source"]
        case .fault: ["projects", "", "fault"]
        }
    }

    /// The command at a path whose first segment is `mock`, with the project id in it or "".
    ///
    /// - Throws: 404 if the path is not known, 405 if it does not take the method.
    static func matching(
        _ method: String,
        _ path: [String]
    ) throws(APIProblem) -> (command: ControlCommand, projectID: String) {
        let rest = Array(path.dropFirst())
        let commands = allCases.filter { command in
            command.segments.count == rest.count
                && zip(command.segments, rest).allSatisfy { $0.isEmpty || $0.isExactly($1) }
        }
        guard !commands.isEmpty else { throw .routeNotFound }
        guard let command = commands.first(where: { $0.method == method }) else { throw .methodNotAllowed }
        return (command, rest.count > 1 ? rest[1] : "")
    }
}
