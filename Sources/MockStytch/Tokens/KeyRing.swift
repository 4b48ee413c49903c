import Synchronization

/// The signing keys of this process, in one order for all projects; a project knows the first few of them.
///
/// Shared by all servers of the process, since making a key costs more than everything else a server does at start.
actor KeyRing {
    static let shared = KeyRing(identifiers: .system)

    /// How many keys are kept ready beyond those asked for.
    private static let spareKeys = 2
    private var keys: [SigningKey] = []
    private let identifiers: IdentifierSource
    private let known = Mutex(KeyDirectory())

    init(identifiers: IdentifierSource) {
        self.identifiers = identifiers
    }

    /// The keys made so far, to be used without waiting for one that is being made.
    nonisolated var directory: KeyDirectory {
        known.withLock { $0 }
    }

    /// The key of a place in the order, made now if it is not there yet.
    ///
    /// - Parameter place: From 0.
    /// - Returns: The same key whenever the same place is asked for.
    /// - Throws: What the cryptography library throws if it cannot make a key.
    func key(at place: Int) throws -> SigningKey {
        while keys.count <= place { try makeKey() }
        return keys[place]
    }

    /// Starts making keys that a rotation may ask for later; does not wait for them.
    nonisolated func prepareSpareKeys(after place: Int) {
        Task.detached(priority: .background) { [self] in
            // A key that could not be made here is tried again, and reported, when it is asked for.
            for spare in 1...Self.spareKeys { _ = try? await key(at: place + spare) }
        }
    }

    private func makeKey() throws {
        let key = try SigningKey(id: identifiers.id("jwk"))
        keys.append(key)
        known.withLock { $0.add(key) }
    }
}
