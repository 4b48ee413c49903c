extension LoopbackServer.Step {
    /// Sends a text as UTF-8.
    package static func send(_ text: String) -> Self { .send(Array(text.utf8)) }

    /// A whole answer with a length.
    package static func answer(_ body: String, status: String = "200 OK", headers: String = "") -> Self {
        .send("HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// Answers each request with status 200 and this body until the client goes.
    package static func answerEach(_ body: String) -> Self {
        .answerEach(Array("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
    }
}
