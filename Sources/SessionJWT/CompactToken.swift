import WireJSON

/// A signed token taken apart, with nothing checked that needs a key.
///
/// > Source: RFC 7515 §3.1 and §7.1
struct CompactToken {
    /// The JSON of the first part; an object.
    let header: JSONDocument

    /// The JSON of the second part; an object.
    let payload: JSONDocument

    /// The third part; empty where nothing was signed.
    let signature: [UInt8]

    /// The bytes that are signed: the first two parts as they came.
    let signedBytes: ArraySlice<UInt8>

    /// The header's `alg`.
    let algorithm: String

    /// The header's `kid`, if there is one.
    let keyID: String?

    /// Takes a text apart, or gives `nil` where ``TokenRefusal/malformed`` applies to its form or its header.
    init?(_ text: String) {
        guard text.utf8.count <= TokenVerifier.maximumLength else { return nil }
        let bytes = Array(text.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard
            parts.count == 3,
            let header = Self.object(parts[0]),
            let payload = Self.object(parts[1]),
            let signature = Base64.decode(parts[2], .url, padding: .absent),
            let algorithm = header.root["alg"]?.string,
            header.root["crit"] == nil
        else { return nil }
        let keyID = header.root["kid"]
        guard keyID == nil || keyID?.kind == .string else { return nil }
        self.header = header
        self.payload = payload
        self.signature = signature
        self.algorithm = algorithm
        self.keyID = keyID?.string
        signedBytes = bytes[..<parts[1].endIndex]
    }

    /// The JSON object in a part, if it is one and no key stands in it twice.
    private static func object(_ part: ArraySlice<UInt8>) -> JSONDocument? {
        guard
            let bytes = Base64.decode(part, .url, padding: .absent),
            let document = try? JSONDocument(bytes),
            document.root.kind == .object,
            !document.duplicateKeys.contains(where: { $0.pointer.tokens.count == 1 })
        else { return nil }
        return document
    }
}
