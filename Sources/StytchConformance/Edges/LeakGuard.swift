import Conformance
import CurlTransport
import Synchronization

/// The last scan: what the program may write nowhere, on whatever stream and into whatever file.
enum LeakGuard {
    /// The secrets that are looked for, everywhere in the program.
    static let secrets = GuardedSecrets()

    private static let hasRefused = Mutex(false)

    /// Guards the credentials that the environment holds, whether the command uses them or not.
    static func begin(_ environment: ProcessEnvironment) {
        if let secret = environment.secret { secrets.add(secret, kind: "project_secret") }
        for (name, value) in environment.variables where name.lowercased().hasSuffix("_proxy") {
            if let password = ProxyPolicy.password(in: value) { secrets.add(password, kind: "proxy_password") }
        }
    }

    /// Says that a stream was to show a secret.
    static func noteRefusal() {
        hasRefused.withLock { $0 = true }
    }

    /// A fault of our own where a stream was to show a secret.
    static var status: ExitStatus { hasRefused.withLock { $0 } ? .ourFault : .success }
}

extension CommandFailure {
    /// Something was about to be written that holds a secret.
    static func leak(of kind: String, into place: String, _ outcome: String) -> CommandFailure {
        CommandFailure(
            .ourFault,
            "a secret (\(kind)) was about to be written to \(place); \(outcome)",
            hint: "take it out of the case files, options and paths; if it is in none of them, this is a fault of "
                + "stytch-conformance itself: please report it with the command, not with the secret"
        )
    }

    /// Why files could not be written.
    init(_ problem: LocalFiles.Problem, hint: String? = nil) {
        if let kind = problem.leakedKind {
            self = .leak(of: kind, into: problem.message, "nothing was written")
        } else {
            self.init(.outOfReach, problem.message, hint: hint)
        }
    }
}
