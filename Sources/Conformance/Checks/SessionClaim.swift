import WireJSON

/// Comparing the session in a token's claims with the session object of an answer.
///
/// Times are compared to the second; factors without `created_at` and `updated_at`, which tokens leave out; null is as
/// good as absent, as every official client reads both alike. The user stands in `sub`, the session's id in `id`.
/// > Source: decoded tokens of the Stytch API; Stytch's guide to session JWTs.
enum SessionClaim {
    /// A place in the claims that says something else than the session.
    struct Difference: Hashable {
        var path: [String]
        var expected: JSONValue?
        var actual: JSONValue?
    }

    static let name = "https://stytch.com/session"
    private static let times = ["started_at", "last_accessed_at", "expires_at"]
    private static let leftOut = ["created_at", "updated_at"]

    /// All differences; none where the token repeats the session.
    static func differences(session: JSONValue, claims: JSONValue) -> [Difference] {
        var differences: [Difference] = []
        if let user = session["user_id"], user != claims["sub"] {
            differences.append(Difference(path: ["sub"], expected: user, actual: claims["sub"]))
        }
        guard let claim = claims[name], claim.object != nil else {
            return differences + [Difference(path: [name], expected: session, actual: claims[name])]
        }
        compare(session["session_id"], claim["id"], [name, "id"], &differences)
        for key in times + ["attributes", "roles"] {
            compare(session[key], claim[key], [name, key], &differences)
        }
        compareFactors(session["authentication_factors"], claim["authentication_factors"], &differences)
        return differences
    }

    private static func compareFactors(_ expected: JSONValue?, _ actual: JSONValue?, _ differences: inout [Difference])
    {
        let path = [name, "authentication_factors"]
        guard let expected = expected?.array, let actual = actual?.array, expected.count == actual.count else {
            compare(expected.map(withoutOmitted), actual.map(withoutOmitted), path, &differences)
            return
        }
        for (index, pair) in zip(expected, actual).enumerated() {
            compare(withoutOmitted(pair.0), withoutOmitted(pair.1), path + [String(index)], &differences)
        }
    }

    /// A factor, or a list of them, without what tokens leave out.
    private static func withoutOmitted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(withoutOmitted))
        case .object(var object):
            for key in leftOut { object.removeValue(forKey: key) }
            return .object(object)
        default: return value
        }
    }

    private static func compare(
        _ expected: JSONValue?,
        _ actual: JSONValue?,
        _ path: [String],
        _ differences: inout [Difference]
    ) {
        if let expected = expected?.object, let actual = actual?.object {
            for key in expected.keys + actual.keys.filter({ expected[$0] == nil }) {
                compare(expected[key], actual[key], path + [key], &differences)
            }
        } else if !isSame(expected ?? .null, actual ?? .null) {
            differences.append(Difference(path: path, expected: expected, actual: actual))
        }
    }

    private static func isSame(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
        if expected == actual { return true }
        guard let expected = expected.string.flatMap({ Timestamp($0) }),
            let actual = actual.string.flatMap({ Timestamp($0) })
        else { return false }
        return expected.secondsSince1970 == actual.secondsSince1970
    }
}
