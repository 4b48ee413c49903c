/// What is wrong with a project's next answer.
enum Fault: Sendable, Equatable {
    /// The rule is not asked; the answer is the usual envelope of this status, or empty where HTTP allows no body.
    case status(Int)
    /// The answer comes so many milliseconds late.
    case delay(milliseconds: Int)
    /// The body comes byte by byte, with so many milliseconds before each.
    case drip(milliseconds: Int)
    /// The connection is reset after so many bytes of the body.
    case reset(afterBytes: Int)
    /// So many bytes of the body are sent, fewer than `Content-Length` says; then the connection is closed.
    case truncate(bytes: Int)
    /// The body is filled up with spaces to so many bytes.
    case oversize(bytes: Int)
    /// The body is this text.
    case garbage(String)
    /// `Content-Type` is this text.
    case contentType(String)
    /// `Content-Length` is this number whatever the body; then the connection is closed.
    case contentLength(Int)
}
