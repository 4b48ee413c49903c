import WireJSON

/// The rules of the API: functions of a request and a project's state, without sockets, clock or chance of their own.
enum Rules {
    /// The answer to a request, and what it changes.
    ///
    /// A refused request changes nothing.
    static func answer(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) -> Answer {
        do throws(APIProblem) {
            return try decide(input, &state, environment)
        } catch {
            return Answer(error)
        }
    }

    private static func decide(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        switch input.operation {
        case .getSessions: try getSessions(input, state, environment)
        case .authenticateSession: try authenticateSession(input, &state, environment)
        case .revokeSession: try revokeSession(input, &state, environment)
        case .migrateSession: try migrateSession(input, &state, environment)
        case .exchangeAccessToken: try exchangeAccessToken(input, &state, environment)
        case .attestSession: try attestSession(input, &state, environment)
        case .getKeys: keys(state, environment)
        case .resetPassword: try resetPassword(input, &state, environment)
        case .createPassword: try createPassword(input, &state, environment)
        case .authenticatePassword: try authenticatePassword(input, &state, environment)
        case .getUser: try getUser(input, state)
        case .deleteUser: try deleteUser(input, &state)
        }
    }
}
