import WireJSON

/// Making the values that every case can use without capturing them.
struct BuiltInValues {
    let runID: String
    let projectID: String
    let randomBytes: @Sendable (Int) -> [UInt8]

    func value(of builtIn: BuiltIn) -> JSONValue {
        switch builtIn {
        case .uuid: .string(uuid())
        case .email: .string("conformance-\(runID)-\(letters(20))@example.com")
        case .password: .string(password())
        case .runID: .string(runID)
        case .projectID: .string(projectID)
        case .letters(let count): .string(letters(count))
        }
    }

    /// A random UUID of version 4.
    ///
    /// > Source: RFC 9562 §5.4
    private func uuid() -> String {
        var bytes = randomBytes(16)
        guard bytes.count == 16 else { return "00000000-0000-4000-8000-000000000000" }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 6 || index == 8 || index == 10 {
                text.append(UInt8(ascii: "-"))
            }
            text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Some 110 random bits in 24 letters, then one of each kind that password rules ask for.
    private func password() -> String {
        letters(24) + "-A7!z"
    }

    private func letters(_ count: Int) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyzabcdef".utf8)
        return String(decoding: randomBytes(count).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }
}
