import WireJSON

/// User and password of an `Authorization` header.
///
/// > Source: RFC 7617 §2
struct BasicCredentials: Sendable, Equatable {
    let user: String
    let password: String

    init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// The credentials of a header's value, or nil if it holds none.
    init?(header: String) {
        let parts = header.scalarSplit(separator: " ", maxSplits: 1)
        guard parts.count == 2, String(parts[0]).asciiLowercased.isExactly("basic"),
            let bytes = Base64.decode(parts[1].utf8, .standard, padding: .required),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            let user = String(validating: bytes[..<colon], as: UTF8.self),
            let password = String(validating: bytes[(colon + 1)...], as: UTF8.self)
        else { return nil }
        self.init(user: user, password: password)
    }
}
