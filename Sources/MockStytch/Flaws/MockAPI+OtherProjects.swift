import WireJSON

extension MockAPI {
    /// The project that holds what a request names, whoever asks; for a server that is wrong on purpose.
    ///
    /// - Returns: Nil where no project holds it.
    func owner(of input: RuleInput) -> Project? {
        projects.all.first { project in project.withState { input.namesSomething(in: $0) } }
    }
}

extension RuleInput {
    /// Whether it names a user or a session of a project, by an id, a token, or the address that logs in.
    fileprivate func namesSomething(in state: ProjectState) -> Bool {
        let users = [argument, queryValue("user_id")].compactMap { $0 }
        if users.contains(where: { state.users[ExactText($0)] != nil }) { return true }
        if let id = body["session_id"]?.string, state.sessions[ExactText(id)] != nil { return true }
        if let token = body["session_token"]?.string, state.sessionIDsByToken[ExactText(token)] != nil { return true }
        guard operation == .authenticatePassword, let email = body["email"]?.string else { return false }
        return state.user(email: email) != nil
    }
}
