/// A request as the API sees it, free of any HTTP library.
struct IncomingRequest: Sendable {
    /// The body of a request, or that there was too much of it.
    enum Body: Sendable {
        case bytes([UInt8])
        case tooLarge
    }

    let method: String
    /// Nil if the target could not be read.
    let target: RequestTarget?
    /// The values of all `Authorization` headers.
    var authorization: [String] = []
    var body = Body.bytes([])
    /// What the project's outside source says of the token to migrate; nil where it was not asked.
    var userinfo: UserinfoReply?

    /// The credentials, if there is just one header and it holds some.
    var credentials: BasicCredentials? {
        authorization.count == 1 ? BasicCredentials(header: authorization[0]) : nil
    }
}
