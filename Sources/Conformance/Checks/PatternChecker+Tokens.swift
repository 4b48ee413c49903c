import WireJSON

extension PatternChecker {
    /// Checks `$jwt`: verifies now with the target's keys and fits, or is refused for just the reason given.
    mutating func check(_ pattern: TokenPattern, _ value: JSONView, at location: SourceLocation) {
        guard let token = value.string else {
            return report(at: location, expected: "a JWT", actual: shown(value))
        }
        guard let tokens = context.tokens else {
            sink.needsKeys = true
            return
        }
        let requirements = TokenCheck.Requirements(
            issuers: tokens.issuers,
            audience: tokens.audience,
            now: context.bindings.now,
            leeway: tokens.leeway,
            maximumAge: pattern.maximumAge
        )
        switch tokens.verify(token, requirements) {
        case .refused(let reason):
            if reason == "unknown_key" { sink.metUnknownKey = true }
            if reason != pattern.refused {
                reportToken(
                    at: location,
                    expected: Self.words(refused: pattern.refused),
                    actual: "refused: \(reason)",
                    note: TokenCheck.Words(token, requirements).note(on: reason)
                )
            }
        case .verified(let header, let claims):
            if let refused = pattern.refused {
                return reportToken(
                    at: location,
                    expected: Self.words(refused: refused),
                    actual: "a JWT that verifies",
                    note: TokenCheck.Words(token, requirements).note(on: refused)
                )
            }
            check(pattern, header: header, claims: claims, at: location)
        }
    }

    private static func words(refused reason: String?) -> String {
        reason.map { "a JWT that is refused: \($0)" } ?? "a JWT that verifies"
    }

    private mutating func reportToken(
        at location: SourceLocation,
        expected: String,
        actual: String,
        note: @autoclosure () -> String?
    ) {
        path.append(.part("token"))
        report(at: location, expected: expected, actual: actual, note: note())
        path.removeLast()
    }

    private mutating func check(
        _ pattern: TokenPattern,
        header: JSONValue,
        claims: JSONValue,
        at location: SourceLocation
    ) {
        if let headerPattern = pattern.header {
            path.append(.part("header"))
            check(headerPattern, Self.view(of: header))
            path.removeLast()
        }
        path.append(.part("claims"))
        if let claimsPattern = pattern.claims {
            check(claimsPattern, Self.view(of: claims))
        }
        if let issued = pattern.issued {
            path.append(.member("iat"))
            check(issued, claims["iat"].flatMap(Self.view))
            path.removeLast()
        }
        if let lifetime = pattern.lifetime {
            check(lifetime: lifetime, claims, at: location)
        }
        path.removeLast()
        if let pointer = pattern.session {
            check(session: pointer, claims, at: location)
        }
    }

    private static func view(of value: JSONValue) -> JSONView? {
        (try? JSONDocument(value.bytes()))?.root
    }

    private mutating func check(lifetime: Duration, _ claims: JSONValue, at location: SourceLocation) {
        let issued = claims["iat"]?.number?.double
        let expires = claims["exp"]?.number?.double
        let wanted = lifetime / .seconds(1)
        if let issued, let expires, expires - issued == wanted { return }
        path.append(.member("exp"))
        report(
            at: location,
            expected: "exp - iat = \(Self.seconds(wanted))",
            actual: Self.words(issued: claims["iat"], expires: claims["exp"])
        )
        path.removeLast()
    }

    private static func words(issued: JSONValue?, expires: JSONValue?) -> String {
        guard let issued = issued?.number?.double, let expires = expires?.number?.double else {
            return "exp \(expires?.text() ?? "missing"), iat \(issued?.text() ?? "missing")"
        }
        return seconds(expires - issued)
    }

    private static func seconds(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value)) s" : "\(value) s"
    }

    /// The token must say what the session object of this answer says.
    private mutating func check(session pointer: JSONPointer, _ claims: JSONValue, at location: SourceLocation) {
        guard let session = context.bindings.answer?.value(at: pointer)?.value, session.object != nil else {
            return report(
                at: location,
                expected: "a session at '\(pointer)' of the answer, to compare the token with",
                actual: context.bindings.answer?.value(at: pointer)?.value.text() ?? "nothing"
            )
        }
        path.append(.part("claims"))
        for difference in SessionClaim.differences(session: session, claims: claims) {
            path.append(contentsOf: difference.path.map { .member($0) })
            report(
                at: location,
                expected: difference.expected?.text() ?? "nothing",
                actual: difference.actual?.text() ?? "nothing",
                note: "the session at '\(pointer)' of the answer says so"
            )
            path.removeLast(difference.path.count)
        }
        path.removeLast()
    }
}
