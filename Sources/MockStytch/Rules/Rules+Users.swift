import WireJSON

extension Rules {
    /// `GET /v1/users/{user_id}`: the keys of the user stand at the top level.
    static func getUser(_ input: RuleInput, _ state: ProjectState) throws(APIProblem) -> Answer {
        guard let user = state.users[ExactText(input.argument)] else { throw .userNotFound }
        return Answer(user.wire)
    }

    /// `DELETE /v1/users/{user_id}`: the sessions of the user end with it.
    static func deleteUser(_ input: RuleInput, _ state: inout ProjectState) throws(APIProblem) -> Answer {
        guard let user = state.users[ExactText(input.argument)] else { throw .userNotFound }
        state.removeUser(user)
        return Answer(["user_id": .string(user.id)])
    }
}
