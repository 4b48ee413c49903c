import Synchronization

/// A project: its credentials, and its state behind a lock of its own.
///
/// A class, because a lock cannot be copied.
final class Project: Sendable {
    let id: String
    private let credentials: (id: PasswordDigest, secret: PasswordDigest)
    private let state: Mutex<ProjectState>

    init(id: String, secret: String, keyID: String) {
        self.id = id
        credentials = (PasswordDigest(id), PasswordDigest(secret))
        state = Mutex(ProjectState(projectID: id, keyIDs: [keyID]))
    }

    /// Runs `body` on the state with nobody else in it; `body` must not wait for anything.
    func withState<Result: Sendable>(_ body: (inout ProjectState) -> Result) -> Result {
        state.withLock { body(&$0) }
    }

    /// Whether the credentials are this project's; takes the same time for every wrong secret.
    func accepts(_ given: BasicCredentials) -> Bool {
        let idMatches = credentials.id.matches(given.user)
        let secretMatches = credentials.secret.matches(given.password)
        return idMatches && secretMatches
    }

    /// Takes the fault meant for the answer that is about to be made.
    func takeFault() -> Fault? {
        state.withLock { $0.faults.isEmpty ? nil : $0.faults.removeFirst() }
    }

    /// The project's own time, in whole seconds since 1970.
    func now(_ clock: MockClock) -> Int64 {
        state.withLock { $0.now(clock) }
    }
}
