import Foundation

/// The environment variables, read once when a command begins.
struct ProcessEnvironment: Sendable {
    var variables: [String: String]

    init(variables: [String: String]) {
        self.variables = variables
    }

    static var current: ProcessEnvironment { ProcessEnvironment(variables: ProcessInfo.processInfo.environment) }

    /// The value of a variable that is set and not empty.
    subscript(name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether a build server runs the program, whose log no line can be rewritten in.
    var isBuildServer: Bool { self["CI"].map { $0 != "false" && $0 != "0" } ?? false }

    /// The credentials, where both are set.
    var credentials: Credentials? {
        guard let projectID = self[Self.projectID], let secret else { return nil }
        return Credentials(projectID: projectID, secret: secret)
    }

    /// What is wrong with the credentials before anything is sent, without their values; nil where nothing is.
    ///
    /// > Source: RFC 7617 §2: a user-id has no colon
    var credentialProblem: String? {
        guard let credentials else { return nil }
        for (name, value) in [(Self.projectID, credentials.projectID), (Self.secret, credentials.secret)] {
            let scalars = value.unicodeScalars
            if [scalars.first, scalars.last].contains(where: { $0?.properties.isWhitespace == true }) {
                return "\(name) begins or ends with a blank or a line break"
            }
        }
        guard credentials.projectID.unicodeScalars.contains(where: { $0 == ":" || $0.properties.isWhitespace }) else {
            return nil
        }
        return "\(Self.projectID) holds ':' or a blank"
    }

    /// The secret of a project, also where its id is missing.
    var secret: String? { self[Self.secret] }

    /// The variables of the credentials that are not set.
    var missingCredentials: [String] { [Self.projectID, Self.secret].filter { self[$0] == nil } }

    private static let projectID = "STYTCH_PROJECT_ID"
    private static let secret = "STYTCH_SECRET"
}

/// The id and the secret of a project; no description of it tells the secret.
struct Credentials: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    var projectID: String
    var secret: String

    var description: String { "\(projectID) with its secret" }

    var customMirror: Mirror { Mirror(self, children: ["projectID": projectID]) }

    /// Whether the project is one whose users are real.
    var areLive: Bool { projectID.hasPrefix("project-live-") }
}
