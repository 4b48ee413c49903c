/// Where a user came from, as the caller told Stytch; either part may be `""`, absent or null.
///
/// > Source: Go package `attribute`
public struct Attributes: Codable, Hashable, Sendable {
    /// The user's IP address.
    public var ipAddress: String?

    /// The user's browser.
    public var userAgent: String?

    /// Makes a value from its parts; what is left out counts as absent.
    public init(ipAddress: String? = nil, userAgent: String? = nil) {
        self.ipAddress = ipAddress
        self.userAgent = userAgent
    }

    private enum CodingKeys: String, CodingKey {
        case ipAddress = "ip_address"
        case userAgent = "user_agent"
    }
}
