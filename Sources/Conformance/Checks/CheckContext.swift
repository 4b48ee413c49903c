package import WireJSON

/// All that a pattern may look at besides the value itself.
///
/// A class, as a judge and each of its checkers hold it.
package final class CheckContext: Sendable {
    package let bindings: Bindings
    /// When the request was sent, on the target's clock; `now` of `$near` begins here.
    package let sent: Timestamp
    /// When the last byte came, on the target's clock; `now` of `$near` ends here.
    package let received: Timestamp
    /// Those of the corpus, in its order.
    package let shapes: [Shape]
    /// What verifies tokens; nil until the target's keys are there.
    package let tokens: TokenContext?
    /// The SHA-256 of some bytes in lower-case hexadecimal.
    package let sha256: @Sendable ([UInt8]) -> String

    package init(
        bindings: Bindings,
        sent: Timestamp,
        received: Timestamp,
        shapes: [Shape] = [],
        tokens: TokenContext? = nil,
        sha256: @escaping @Sendable ([UInt8]) -> String
    ) {
        self.bindings = bindings
        self.sent = sent
        self.received = received
        self.shapes = shapes
        self.tokens = tokens
        self.sha256 = sha256
    }
}

/// The keys of a target, ready to verify, and whose tokens they are.
package struct TokenContext: Sendable {
    package var verify: @Sendable (_ token: String, TokenCheck.Requirements) -> TokenCheck.Answer
    package var issuers: [String]
    package var audience: String
    /// How far the clocks of host and target may differ when the times of a token are compared.
    package var leeway: Duration

    package init(
        verify: @escaping @Sendable (_ token: String, TokenCheck.Requirements) -> TokenCheck.Answer,
        issuers: [String],
        audience: String,
        leeway: Duration = .zero
    ) {
        self.verify = verify
        self.issuers = issuers
        self.audience = audience
        self.leeway = leeway
    }
}
