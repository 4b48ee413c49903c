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
        Base64.encode(randomBytes(33), .url)
    }

    /// A project's secret: `secret-test-` and 43 characters of base64url with one `=`.
    func secret() -> String {
        "secret-test-" + Base64.encode(randomBytes(32), .urlPadded)
    }

    /// A random UUID in small letters.
    ///
    /// > Source: RFC 9562 §5.4
    func uuid() -> String {
        var bytes = randomBytes(16)
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0x0F)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
