import WireJSON

/// What the external address of a project says of a token.
enum UserinfoReply: Sendable {
    case answer(JSONValue)
    /// A status with no body worth reading.
    case status(Int)
    /// No answer, or none that can be read as JSON.
    case nothing
}
