import WireJSON

/// How custom claims change: keys are added or replaced, null deletes, objects merge key by key.
///
/// > Source: docs:guides/sessions/custom-claims
enum CustomClaims {
    /// In bytes of compact JSON.
    static let maximumSize = 4096

    /// Claims that are ignored: the registered ones, and those under Stytch's own address (this half is assumed).
    static func isReserved(_ key: String) -> Bool {
        ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"].contains { $0.isExactly(key) }
            || key.utf8.starts(with: "https://stytch.com/".utf8)
    }

    /// The claims of a session after `changes`.
    ///
    /// - Throws: 400 if they take more than 4096 bytes.
    static func merge(_ changes: JSONObject, into claims: JSONObject) throws(APIProblem) -> JSONObject {
        var changes = changes
        for key in changes.keys where isReserved(key) { changes.removeValue(forKey: key) }
        if changes.isEmpty { return claims }
        let merged = merged(changes, into: claims)
        guard JSONValue.object(merged).bytes().count <= maximumSize else { throw .claimsTooLarge }
        return merged
    }

    private static func merged(_ changes: JSONObject, into old: JSONObject) -> JSONObject {
        var result = old
        for (key, change) in changes.members {
            switch change {
            case .null: result.removeValue(forKey: key)
            case .object(let change): result[key] = .object(merged(change, into: result[key]?.object ?? [:]))
            default: result[key] = change
            }
        }
        return result
    }
}
