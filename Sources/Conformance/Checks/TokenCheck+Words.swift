import WireJSON

extension TokenCheck {
    /// What a person needs to see why a token is refused: times and the name of a key, never the token.
    struct Words {
        private let parts: TokenParts?
        private let requirements: Requirements

        init(_ token: String, _ requirements: Requirements) {
            parts = TokenParts(token)
            self.requirements = requirements
        }

        /// The facts behind a reason, such as `exp 2026-11-21T09:00:00Z is 30 min before now, 2026-11-21T09:30:00Z`.
        ///
        /// Nil where the reason is one of no time and no key, or the token does not say what it takes.
        func note(on reason: String) -> String? {
            switch reason {
            case "expired": times(of: "exp", and: leeway)
            case "not_yet_valid": times(of: "nbf", and: leeway)
            case "too_old":
                times(of: "iat", and: requirements.maximumAge.map { "; at most \(DurationWords.text($0)) old" })
            case "unknown_key", "signature": key
            default: nil
            }
        }

        private var key: String? {
            guard let parts else { return nil }
            guard let key = parts.header.root["kid"] else { return "its header names no key" }
            return "kid \(key.value.text())"
        }

        private var leeway: String? {
            requirements.leeway > .zero ? "; with \(DurationWords.text(requirements.leeway)) of leeway" : nil
        }

        private func times(of claim: String, and limit: String?) -> String? {
            guard let claims = parts?.claims.root else { return nil }
            guard let value = claims[claim] else { return "there is no \(claim)" }
            guard let number = value.number, let time = PatternChecker.time(number) else { return nil }
            return "\(claim) \(time) is \(place(of: time)) now, \(requirements.now)\(limit ?? "")"
        }

        /// `30 min before`, `12 s after`, `just`.
        private func place(of time: Timestamp) -> String {
            let distance = time.distance(to: requirements.now)
            if distance == .zero { return "just" }
            return "\(DurationWords.text(distance > .zero ? distance : .zero - distance)) "
                + (distance > .zero ? "before" : "after")
        }
    }
}
