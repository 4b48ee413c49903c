import WireJSON

extension PatternChecker {
    /// Checks `$jwk`: an RSA key whose first certificate is one of just this key, and whose thumbprint is that one's.
    ///
    /// The certificate is searched for the key, not read: who signed it, for whom and until when is nobody's business here.
    ///
    /// > Source: RFC 7517 §4.7 and §4.9; RFC 8017 appendix A.1.1.
    mutating func check(key value: JSONView, at location: SourceLocation) {
        guard value.kind == .object else {
            return report(at: location, expected: "a JSON Web Key", actual: shown(value))
        }
        let shownCertificate = value["x5c"]?[0]
        guard let certificate = shownCertificate?.string.flatMap(Self.certificate) else {
            path += [.member("x5c"), .element(0)]
            report(
                at: location,
                expected: "a certificate: Base64 of one DER sequence",
                actual: shownCertificate.map { shown($0) } ?? "nothing"
            )
            path.removeLast(2)
            return
        }
        check(thumbprintOf: certificate, in: value, at: location)
        let key = ["n", "e"].map {
            value[$0]?.string.flatMap { Base64.decode($0.utf8, .url, padding: .optional) } ?? []
        }
        guard ByteSearch.firstRange(of: DERText.rsaKey(modulus: key[0], exponent: key[1]), in: certificate) == nil
        else {
            return
        }
        path += [.member("x5c"), .element(0)]
        report(
            at: location,
            expected: "a certificate of the key that 'n' and 'e' say",
            actual: "a certificate of \(certificate.count) bytes without that key"
        )
        path.removeLast(2)
    }

    /// The thumbprint is named as on the wire, or as the Go package names it.
    private mutating func check(
        thumbprintOf certificate: [UInt8],
        in key: JSONView,
        at location: SourceLocation
    ) {
        let name = key["x5tS256"] == nil && key["x5t_s256"] != nil ? "x5t_s256" : "x5tS256"
        let given = key[name]
        let digest = context.sha256(certificate)
        let bytes = given?.string.flatMap { Base64.decode($0.utf8, .url, padding: .optional) }
        if let bytes, Hexadecimal.text(bytes).utf8.elementsEqual(digest.utf8) { return }
        path.append(.member(name))
        report(
            at: location,
            expected: "the SHA-256 of the first certificate in Base64url, which is \(digest) in hexadecimal",
            actual: given.map { shown($0) } ?? "nothing"
        )
        path.removeLast()
    }

    private static func certificate(_ text: String) -> [UInt8]? {
        Base64.decode(text.utf8, .standard, padding: .required).flatMap { DERText.isOneSequence($0) ? $0 : nil }
    }
}
