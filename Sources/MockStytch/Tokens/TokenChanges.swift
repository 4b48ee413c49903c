import WireJSON

/// How a JWT differs from the one that a session would get: to see what refuses it, and why.
struct TokenChanges: Sendable {
    let sessionID: String
    /// Put in place of the header's members; null takes one out.
    let header: JSONObject
    /// Put in place of the claims; null takes one out.
    let claims: JSONObject
    /// Claims that are times, in seconds from now.
    let times: [(claim: String, seconds: Int64)]

    /// Changes the claims of a JWT.
    func apply(to draft: inout TokenDraft, now: Int64) {
        for (claim, value) in claims.members { draft.claims.replace(claim, by: value) }
        for (claim, seconds) in times { draft.claims[claim] = .number(JSONNumber(Int(now + seconds))) }
    }

    /// The header of a JWT that a key signs.
    func header(of keyID: String) -> JSONObject {
        var result: JSONObject = ["alg": "RS256", "kid": .string(keyID), "typ": "JWT"]
        for (member, value) in header.members { result.replace(member, by: value) }
        return result
    }
}

extension JSONObject {
    /// Sets a member, or takes it out where the value is null.
    fileprivate mutating func replace(_ key: String, by value: JSONValue) {
        if value == .null { removeValue(forKey: key) } else { self[key] = value }
    }
}
