import WireJSON

/// An answer of the API with all that it says, before it becomes bytes.
struct Envelope: Sendable {
    var status: Int
    /// With `request_id` first and `status_code` last.
    var body: JSONObject
    var contentType = "application/json"
    /// Headers besides the content's type and length.
    var headers: [(name: String, value: String)]

    /// Puts an answer into its envelope.
    ///
    /// - Parameters:
    ///   - answer: Its `token` has been signed and put in place.
    ///   - requestID: Unlike any other answer's.
    init(_ answer: Answer, requestID: String) {
        status = answer.status
        headers = answer.headers
        body = ["request_id": .string(requestID)]
        for (key, value) in answer.members { body[key] = value }
        body["status_code"] = .number(JSONNumber(answer.status))
    }

    /// The answer as HTTP carries it.
    var reply: Reply {
        var reply = Reply(status: status, body: JSONValue.object(body).bytes())
        reply.headers = [("content-type", contentType)] + headers
        return reply
    }
}

/// An answer in the terms of HTTP.
struct Reply: Sendable {
    var status: Int
    /// Without `Content-Length`, which follows from the body unless a fault says otherwise.
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]
    /// What goes wrong when it is sent.
    var fault: Fault?

    init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}
