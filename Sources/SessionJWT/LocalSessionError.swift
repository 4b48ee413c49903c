public import WireJSON

/// Why a token that was verified gives no session.
public struct LocalSessionError: Error, Sendable, Equatable {
    /// What stood in the way, each with its place in the claims; all of it, not the first alone.
    public let findings: [DecodingFinding]
}
