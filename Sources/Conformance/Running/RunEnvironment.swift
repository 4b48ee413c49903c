package import WireJSON

/// What a run needs of the world outside.
///
/// It is handed in, so that the engine itself touches no clock, no disk and no random source.
package struct RunEnvironment: Sendable {
    /// The host's time of day.
    package var now: @Sendable () -> Timestamp
    /// Time that only moves forward, from any zero.
    package var uptime: @Sendable () -> Duration
    /// Waits; throws where the task is cancelled.
    package var sleep: @Sendable (Duration) async throws -> Void
    /// So many random bytes, fit for secrets.
    package var randomBytes: @Sendable (Int) -> [UInt8]
    /// The SHA-256 of bytes, in lower-case hexadecimal.
    package var sha256: @Sendable ([UInt8]) -> String

    package init(
        now: @escaping @Sendable () -> Timestamp,
        uptime: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        randomBytes: @escaping @Sendable (Int) -> [UInt8],
        sha256: @escaping @Sendable ([UInt8]) -> String
    ) {
        self.now = now
        self.uptime = uptime
        self.sleep = sleep
        self.randomBytes = randomBytes
        self.sha256 = sha256
    }
}

/// Decodes a value into one model and says all that was found.
///
/// It is handed in by the executable, so that the engine knows no session type.
package typealias ModelCheck = @Sendable (JSONView) -> [DecodingFinding]

/// Verifies a token; handed in by the executable, which knows the cryptography.
package struct TokenCheck: Sendable {
    package struct Requirements: Sendable {
        package var issuers: [String]
        package var audience: String
        package var now: Timestamp
        /// How far the clocks may differ when `exp` and `nbf` are compared.
        package var leeway: Duration
        package var maximumAge: Duration?

        package init(
            issuers: [String],
            audience: String,
            now: Timestamp,
            leeway: Duration = .zero,
            maximumAge: Duration? = nil
        ) {
            self.issuers = issuers
            self.audience = audience
            self.now = now
            self.leeway = leeway
            self.maximumAge = maximumAge
        }
    }

    package enum Answer: Sendable {
        case verified(header: JSONValue, claims: JSONValue)
        /// One of `malformed algorithm unknown_key signature issuer audience expired not_yet_valid too_old`.
        case refused(String)
    }

    /// Makes a verifier from a key set's body; nil where it is no key set.
    package var verifier: @Sendable (_ keySet: [UInt8]) -> (@Sendable (_ token: String, Requirements) -> Answer)?

    package init(
        verifier: @escaping @Sendable (_ keySet: [UInt8]) -> (@Sendable (_ token: String, Requirements) -> Answer)?
    ) {
        self.verifier = verifier
    }
}

/// Where the requests go and what that place can do.
package struct Target: Sendable {
    package var name: String
    /// Without a trailing `/`.
    package var baseURL: String
    package var projectID: String
    package var secret: String
    /// `clock keys userinfo sessions tokens calls faults sandbox tls http2 projects`.
    package var offers: Set<String>
    /// Whether answers come at once, so that `eventually` asks a single time.
    package var isMock: Bool

    package init(
        name: String,
        baseURL: String,
        projectID: String,
        secret: String,
        offers: Set<String>,
        isMock: Bool
    ) {
        self.name = name
        self.baseURL = baseURL
        self.projectID = projectID
        self.secret = secret
        self.offers = offers
        self.isMock = isMock
    }
}
