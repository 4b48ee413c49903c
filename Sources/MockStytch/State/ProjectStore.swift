import Synchronization

/// The projects of a server by id.
///
/// A class, because a lock cannot be copied.
final class ProjectStore: Sendable {
    private let projects = Mutex<[ExactText: Project]>([:])

    func project(_ id: String) -> Project? {
        projects.withLock { $0[ExactText(id)] }
    }

    /// Every project, in no order.
    var all: [Project] {
        projects.withLock { Array($0.values) }
    }

    func add(_ project: Project) {
        projects.withLock { $0[ExactText(project.id)] = project }
    }

    /// Frees a project and all that is in it.
    ///
    /// - Returns: Whether there was one.
    func remove(_ id: String) -> Bool {
        projects.withLock { $0.removeValue(forKey: ExactText(id)) } != nil
    }
}
