import WireJSON

/// What a rule is told of a request.
struct RuleInput: Sendable {
    let operation: Operation
    /// The argument in the path, or "".
    var argument = ""
    /// Name and value of each query member, decoded, in order.
    var query: [(name: String, value: String)] = []
    /// The body, empty where the operation has none; of a duplicate key the last counts.
    var body = JSONObject()

    /// What the project's outside source says of the token to migrate; nil where it was not asked.
    var userinfo: UserinfoReply?

    /// The last value of a query member.
    func queryValue(_ name: String) -> String? {
        query.last { $0.name.isExactly(name) }?.value
    }
}

/// What a rule may use besides the state.
struct RuleEnvironment: Sendable {
    /// The project's time in seconds since 1970.
    let now: Int64
    let identifiers: IdentifierSource
    let keys: KeyDirectory
}
