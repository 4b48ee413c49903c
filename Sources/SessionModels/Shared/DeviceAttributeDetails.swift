public import WireJSON

/// How well one trait of a device is known for a user.
///
/// > Source: Go package `devicehistory` v16.30.0
public struct DeviceAttributeDetails: Codable, Hashable, Sendable {
    /// Whether it was seen for the first time.
    public var isNew: Bool

    /// When it was first seen.
    public var firstSeenAt: Timestamp?

    /// When it was last seen before.
    public var lastSeenAt: Timestamp?

    /// Makes a value from its parts; what is left out counts as absent.
    public init(isNew: Bool, firstSeenAt: Timestamp? = nil, lastSeenAt: Timestamp? = nil) {
        self.isNew = isNew
        self.firstSeenAt = firstSeenAt
        self.lastSeenAt = lastSeenAt
    }

    private enum CodingKeys: String, CodingKey {
        case isNew = "is_new"
        case firstSeenAt = "first_seen_at"
        case lastSeenAt = "last_seen_at"
    }
}
