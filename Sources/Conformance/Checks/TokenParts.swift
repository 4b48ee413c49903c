package import WireJSON

/// The header and claims of a JWT as they stand in it, unverified.
package struct TokenParts: Sendable {
    package let header: JSONDocument
    package let claims: JSONDocument

    /// Nil where the text is not three parts of Base64url, the first two being JSON objects.
    package init?(_ token: String) {
        let parts = token.scalarSplit(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, Base64.decode(parts[2].utf8, .url, padding: .optional) != nil,
            let header = Self.object(parts[0]), let claims = Self.object(parts[1])
        else { return nil }
        self.header = header
        self.claims = claims
    }

    /// The document `{header, claims}` that a capture's `at` points into.
    package var whole: JSONValue {
        ["header": header.root.value, "claims": claims.root.value]
    }

    private static func object(_ part: Substring) -> JSONDocument? {
        guard !part.isEmpty, let bytes = Base64.decode(part.utf8, .url, padding: .optional),
            let document = try? JSONDocument(bytes), document.root.kind == .object
        else { return nil }
        return document
    }
}
