import WireJSON

/// Keys by their place and by their `kid`: signs drafts and reads what comes back.
struct KeyDirectory: Sendable {
    private var order: [SigningKey] = []
    private var keys: [ExactText: SigningKey] = [:]

    mutating func add(_ key: SigningKey) {
        order.append(key)
        keys[ExactText(key.id)] = key
    }

    /// The key of a place from 0, if it is there.
    func key(at place: Int) -> SigningKey? {
        order.indices.contains(place) ? order[place] : nil
    }

    /// The key of this `kid`.
    func key(_ id: String) -> SigningKey? {
        keys[ExactText(id)]
    }

    /// Some key other than this one, for a server that is wrong on purpose.
    func anotherKey(than id: String) -> SigningKey? {
        order.first { !$0.id.isExactly(id) }
    }

    /// The claims of a JWT with a good signature, whether its time is over or not.
    ///
    /// - Parameters:
    ///   - token: The compact form.
    ///   - trusted: The `kid`s that the project has.
    /// - Returns: All claims, not judged.
    /// - Throws: What is wrong with the token.
    func claims(of token: String, trusting trusted: [String]) throws(TokenFlaw) -> JSONObject {
        let parts = token.scalarSplit(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3,
            let header = Self.object(in: parts[0]),
            let claims = Self.object(in: parts[1]),
            let signature = Base64.decode(parts[2].utf8, .url, padding: .absent)
        else { throw .malformed }
        guard header["alg"]?.string?.isExactly("RS256") == true else { throw .algorithm }
        guard let id = header["kid"]?.string, trusted.contains(where: { $0.isExactly(id) }), let key = key(id)
        else { throw .unknownKey }
        let input = token.prefix(upTo: parts[1].endIndex)
        guard key.verifies(signature, of: input) else { throw .signature }
        return claims
    }

    private static func object(in part: Substring) -> JSONObject? {
        guard let bytes = Base64.decode(part.utf8, .url, padding: .absent), let document = try? JSONDocument(bytes)
        else { return nil }
        return document.root.value.object
    }
}

/// Why a JWT is not taken for one of ours.
enum TokenFlaw: Error, Sendable {
    case malformed
    case algorithm
    case unknownKey
    case signature
}
