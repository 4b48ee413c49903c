import WireJSON

/// The project that a case works in and the credentials for it.
struct ProjectAccess: Sendable, Hashable {
    let id: String
    let secret: String
    /// The value of the `Authorization` header.
    let authorization: String

    init(id: String, secret: String) {
        self.id = id
        self.secret = secret
        authorization = Self.basic(user: id, password: secret)
    }

    /// > Source: RFC 7617 §2
    static func basic(user: String, password: String) -> String {
        "Basic " + Base64.encode(Array("\(user):\(password)".utf8), .standard, isPadded: true)
    }
}
