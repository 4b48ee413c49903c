import WireJSON

/// What a rule decided, before the request id, the signature and HTTP.
struct Answer: Sendable {
    var status = 200
    /// The members of the body but for `request_id` and `status_code`.
    var members: JSONObject
    /// To be signed and put in place of `session_jwt`.
    var token: TokenDraft?
    /// Headers besides those that every answer has.
    var headers: [(name: String, value: String)] = []

    init(_ members: JSONObject, token: TokenDraft? = nil) {
        self.members = members
        self.token = token
    }

    /// The error envelope, without request id.
    ///
    /// > Source: docs:api/errors
    init(_ problem: APIProblem) {
        status = problem.status
        members = [
            "error_type": .string(problem.type),
            "error_message": .string(problem.message),
            "error_url": .string("https://stytch.com/docs/api/errors/\(problem.status)#\(problem.type)"),
        ]
    }
}
