public import WireJSON

/// What a token must be to be accepted, apart from being signed: whose, for whom, and when.
public struct TokenRequirements: Sendable {
    /// The issuers of whom any will do, compared byte by byte.
    public var issuers: [String]

    /// The one that `aud` must be or contain, compared byte by byte.
    public var audience: String

    /// The time of the check.
    public var now: Timestamp

    /// How far the clocks may differ when `exp` and `nbf` are compared; negative counts as zero.
    public var leeway: Duration = .zero

    /// How old a token may be by its `iat`, whatever its `exp`; at exactly that age it is accepted, without leeway.
    ///
    /// > Source: Go package `sessions` v15.4.0, `ErrJWTTooOld`
    public var maximumAge: Duration?

    /// Makes requirements from their parts.
    public init(
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

    /// Makes the requirements for sessions of a project: the issuer is `stytch.com/` and its id, the audience its id.
    ///
    /// With a custom domain, such as `https://login.example.com`, that is an issuer too, without a `/` at its end.
    public init(
        projectID: String,
        customDomain: String? = nil,
        now: Timestamp,
        leeway: Duration = .zero,
        maximumAge: Duration? = nil
    ) {
        self.init(
            issuers: ["stytch.com/" + projectID] + (customDomain.map { [Self.withoutSlashes($0)] } ?? []),
            audience: projectID,
            now: now,
            leeway: leeway,
            maximumAge: maximumAge
        )
    }

    private static func withoutSlashes(_ address: String) -> String {
        var bytes = address.utf8[...]
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
