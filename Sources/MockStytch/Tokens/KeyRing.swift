import Synchronization

/// The signing keys of this process, in one order for all projects; a project knows the first few of them.
///
/// Shared by all servers of the process, since making a key costs more than everything else a server does at start.
/// A key is made when it is first asked for, on a thread of its own: the few threads of Swift's tasks go on answering.
actor KeyRing {
    static let shared = KeyRing(identifiers: .system)

    private let identifiers: IdentifierSource
    private let makeKey: @Sendable (String) throws -> SigningKey
    private let known = Mutex(KeyDirectory())
    private let thread = KeyThread()

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - identifiers: Where the `kid`s come from.
    ///   - makeKey: Makes the key of a `kid`; may take its time.
    init(
        identifiers: IdentifierSource,
        makeKey: @escaping @Sendable (String) throws -> SigningKey = { try SigningKey(id: $0) }
    ) {
        self.identifiers = identifiers
        self.makeKey = makeKey
    }

    /// The keys made so far, to be used without waiting for one that is being made.
    nonisolated var directory: KeyDirectory {
        known.withLock { $0 }
    }

    /// The key of a place in the order; waits only if that key is not there yet.
    ///
    /// - Parameter place: From 0.
    /// - Returns: The same key whenever the same place is asked for.
    /// - Throws: What the cryptography library throws if it cannot make a key.
    nonisolated func key(at place: Int) async throws -> SigningKey {
        if let ready = directory.key(at: place) { return ready }
        return try await madeKey(at: place)
    }

    private func madeKey(at place: Int) throws -> SigningKey {
        while true {
            if let ready = directory.key(at: place) { return ready }
            let key = try makeKey(identifiers.id("jwk"))
            known.withLock { $0.add(key) }
        }
    }
}
