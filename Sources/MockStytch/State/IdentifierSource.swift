import WireJSON

/// Where ids, tokens and secrets come from.
struct IdentifierSource: Sendable {
    /// So many random bytes.
    let randomBytes: @Sendable (Int) -> [UInt8]

    /// The random numbers of the system.
    static let system = IdentifierSource { count in
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        // Eight bytes at a time: the system is called once for each number.
        while bytes.count < count {
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }

    /// `<kind>-test-<uuid>`, the form of every id but the tokens.
    func id(_ kind: String) -> String {
        "\(kind)-test-\(uuid())"
    }

    /// 44 characters of `A-Z a-z 0-9 _ -`.
    func sessionToken() -> String {
        Base64.encode(randomBytes(33), .url, isPadded: false)
    }

    /// A project's secret: `secret-test-` and 43 characters of base64url with one `=`.
    func secret() -> String {
        "secret-test-" + Base64.encode(randomBytes(32), .url, isPadded: true)
    }

    /// A random UUID in small letters.
    func uuid() -> String {
        UUIDText.version4(of: randomBytes(16))
    }
}
