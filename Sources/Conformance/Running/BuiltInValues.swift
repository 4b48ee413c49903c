import WireJSON

/// Making the values that every case can use without capturing them.
struct BuiltInValues {
    let runID: String
    let projectID: String
    let randomBytes: @Sendable (Int) -> [UInt8]

    func value(of builtIn: BuiltIn) -> JSONValue {
        switch builtIn {
        case .uuid: .string(UUIDText.version4(of: randomBytes(16)))
        case .email: .string("conformance-\(runID)-\(letters(20))@example.com")
        case .password: .string(password())
        case .runID: .string(runID)
        case .projectID: .string(projectID)
        case .letters(let count): .string(letters(count))
        }
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
