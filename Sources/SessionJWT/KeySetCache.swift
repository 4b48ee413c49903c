/// A project's key set, fetched when it is first needed and again when it is old or lacks a key.
///
/// However many tokens are checked at once, one fetch is on its way at most, and all wait for that one. A fetch that fails leaves
/// the set that is there.
///
/// > Source: Go package `sessions` v15.4.0, key sets kept by the client; RFC 7517 §5
public actor KeySetCache {
    /// How often the set is fetched.
    public struct Policy: Sendable, Hashable {
        /// How old a set may become before it is fetched again; `nil` for as old as it likes.
        public var maximumAge: Duration?

        /// How long a set stands at the least, and how long after a fetch that failed the next one comes.
        ///
        /// Without such a time anybody who makes up names of keys could keep the API busy. While there is no set at all each
        /// token that is checked makes it be fetched.
        public var minimumAge: Duration

        /// Makes a policy; what is left out is an hour, and five minutes.
        public init(maximumAge: Duration? = .seconds(3600), minimumAge: Duration = .seconds(300)) {
            self.maximumAge = maximumAge
            self.minimumAge = minimumAge
        }
    }

    /// A set and when it was fetched.
    private struct Fetched {
        let keys: JSONWebKeySet
        let at: Duration
        let number: Int
    }

    private let policy: Policy
    private let uptime: @Sendable () -> Duration
    private let fetch: @Sendable () async throws -> [UInt8]
    private var fetched: Fetched?
    private var attemptedAt: Duration?
    private var running: Task<Void, any Error>?

    /// How often the set has been fetched with success.
    public private(set) var fetchCount = 0

    /// Makes an empty cache.
    ///
    /// - Parameters:
    ///   - policy: How often the set is fetched.
    ///   - uptime: Time that only moves forward, from any zero; left out, that of this machine, its sleep included.
    ///   - fetch: Gets the body of `GET /v1/sessions/jwks/{project_id}` or of a well-known address; throws where there is
    ///     none.
    public init(
        policy: Policy = Policy(),
        uptime: (@Sendable () -> Duration)? = nil,
        fetch: @escaping @Sendable () async throws -> [UInt8]
    ) {
        self.policy = policy
        self.uptime = uptime ?? { Self.zero.duration(to: .now) }
        self.fetch = fetch
    }

    /// From where the machine's own clock is counted.
    private static let zero = ContinuousClock.now

    /// The keys, fetched if there are none yet or they are too old.
    ///
    /// - Throws: What the fetch throws, or ``KeySetError`` where it got no key set, if there is no earlier set.
    public func keys() async throws -> JSONWebKeySet {
        try await current().keys
    }

    /// Whether a token is good, by keys that are fetched again, where the policy allows it, if they lack the token's.
    ///
    /// - Throws: As ``keys()``; never for what is wrong with the token.
    public func verify(
        _ token: String,
        _ requirements: TokenRequirements
    ) async throws -> Result<VerifiedToken, TokenRefusal> {
        let first = try await current()
        let result = TokenVerifier(keys: first.keys).verify(token, requirements)
        guard case .failure(.unknownKey) = result, CompactToken(token)?.keyID != nil,
            let second = await renewed(after: first)
        else { return result }
        return TokenVerifier(keys: second.keys).verify(token, requirements)
    }

    private func current() async throws -> Fetched {
        if let fetched, !isTooOld(fetched) || isTooEarly { return fetched }
        do {
            try await refresh()
        } catch {
            guard let fetched else { throw error }
            return fetched
        }
        guard let fetched else { throw CancellationError() }
        return fetched
    }

    /// A set newer than this one, or `nil` if there is none to be had.
    private func renewed(after old: Fetched) async -> Fetched? {
        // Another token may have asked meanwhile.
        if let fetched, fetched.number > old.number { return fetched }
        guard running != nil || !isTooEarly else { return nil }
        try? await refresh()
        guard let fetched, fetched.number > old.number else { return nil }
        return fetched
    }

    private func isTooOld(_ fetched: Fetched) -> Bool {
        policy.maximumAge.map { uptime() - fetched.at >= $0 } ?? false
    }

    /// Whether another fetch was begun just now, so that a set that is there must do.
    private var isTooEarly: Bool {
        attemptedAt.map { uptime() - $0 < policy.minimumAge } ?? false
    }

    /// Fetches, or waits for the fetch that is on its way; being cancelled ends the wait of nobody else.
    private func refresh() async throws {
        if let running { return try await running.value }
        let task = Task { try await fetchAndKeep() }
        running = task
        try await task.value
    }

    private func fetchAndKeep() async throws {
        defer { running = nil }
        attemptedAt = uptime()
        let keys = try JSONWebKeySet(parsing: try await fetch())
        fetchCount += 1
        fetched = Fetched(keys: keys, at: uptime(), number: fetchCount)
    }
}
