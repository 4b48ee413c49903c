public import WireJSON

extension Sessions {
    /// One thing that a user proved to sign in: what it was, when, and the object that belongs to its kind.
    ///
    /// On the wire that object has a key of its own for each of 41 kinds, of which at most one is there. Only what is
    /// there is kept, in ``subFactors``; the properties named as on the Go page, such as ``googleOAuthFactor``, look there.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct AuthenticationFactor: Hashable, Sendable {
        /// The kind of factor.
        public var type: AuthenticationFactorType

        /// How it reached the user.
        public var deliveryMethod: AuthenticationFactorDeliveryMethod

        /// When it was last proved.
        public var lastAuthenticatedAt: Timestamp?

        /// When it was first proved; may be a second after ``lastAuthenticatedAt``, and is not in a JWT.
        public var createdAt: Timestamp?

        /// When it last changed; not in a JWT.
        public var updatedAt: Timestamp?

        /// The objects of its kind: none for a password, else one; if an answer breaks that rule, all, as the Go page orders them.
        public var subFactors: [any SubFactor]

        /// Makes a value from its parts; what is left out counts as absent.
        public init(
            type: AuthenticationFactorType,
            deliveryMethod: AuthenticationFactorDeliveryMethod,
            lastAuthenticatedAt: Timestamp? = nil,
            createdAt: Timestamp? = nil,
            updatedAt: Timestamp? = nil,
            subFactors: [any SubFactor] = []
        ) {
            self.type = type
            self.deliveryMethod = deliveryMethod
            self.lastAuthenticatedAt = lastAuthenticatedAt
            self.createdAt = createdAt
            self.updatedAt = updatedAt
            self.subFactors = subFactors
        }

        /// The object of this type, if there is one.
        public func subFactor<Kind: SubFactor>(_ kind: Kind.Type = Kind.self) -> Kind? {
            for candidate in subFactors {
                if let found = candidate as? Kind { return found }
            }
            return nil
        }

        /// Whether all parts are equal, the objects in the same order.
        public static func == (one: Self, other: Self) -> Bool {
            one.type == other.type
                && one.deliveryMethod == other.deliveryMethod
                && one.lastAuthenticatedAt == other.lastAuthenticatedAt
                && one.createdAt == other.createdAt
                && one.updatedAt == other.updatedAt
                && one.subFactors.elementsEqual(other.subFactors) { $0.isEqual(to: $1) }
        }

        /// Feeds all parts into the hasher.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(type)
            hasher.combine(deliveryMethod)
            hasher.combine(lastAuthenticatedAt)
            hasher.combine(createdAt)
            hasher.combine(updatedAt)
            for subFactor in subFactors { hasher.combine(subFactor) }
        }
    }
}
