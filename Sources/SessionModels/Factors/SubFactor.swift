extension Sessions {
    /// What a factor says of its own kind: an object under a key of its own beside the factor's type.
    ///
    /// A new kind is a type that conforms to this and a line in the table of ``AuthenticationFactor``'s kinds.
    public protocol SubFactor: Codable, Hashable, Sendable {
        /// The key of this object in a factor.
        static var wireKey: String { get }

        /// Another spelling of the key that is accepted, if there is one.
        static var alternateWireKey: String? { get }
    }
}

extension Sessions.SubFactor {
    /// No other spelling.
    public static var alternateWireKey: String? { nil }

    /// Whether the other is of this type too, and equal.
    func isEqual(to other: any Sessions.SubFactor) -> Bool {
        (other as? Self) == self
    }
}
