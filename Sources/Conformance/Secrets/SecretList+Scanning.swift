import WireJSON

/// Finding secrets in what was sent and received, by the names they stand under and by their looks.
extension SecretList {
    /// Takes the values of secret members wherever they stand in a body, JSON or not, and every JWT.
    package mutating func scan(body: [UInt8]) {
        guard !body.isEmpty else { return }
        if let document = try? JSONDocument(body) {
            scan(document.root)
        } else {
            scan(text: body)
        }
    }

    private mutating func scan(_ view: JSONView) {
        for member in view.members {
            if let name = names.first(where: { member.keyIs($0) }) {
                add(Self.withoutID(member.value.value, of: name), named: name, isMarked: false)
            }
            scan(member.value)
        }
        for element in view.elements {
            scan(element)
        }
        // A text may be JSON or a form itself, such as a request that an error message quotes.
        if let text = view.string, text.utf8.count >= Self.shortestValue { scan(text: Array(text.utf8)) }
    }

    /// An object that is no secret itself but describes one, such as a user's `password`, may name it by a `password_id`.
    private static func withoutID(_ value: JSONValue, of name: String) -> JSONValue {
        guard case .object(var object) = value else { return value }
        object[name + "_id"] = nil
        return .object(object)
    }

    /// Finds `"name": "value` and `"name": 12345` in what is nearly JSON, such as a body that was cut, `name=value` of forms, and
    /// JWTs.
    mutating func scan(text bytes: [UInt8]) {
        for name in names {
            let needle = Array(name.utf8)
            var start = 0
            while let found = ByteSearch.firstRange(of: needle, in: bytes, from: start) {
                start = found.upperBound
                if let value = Self.value(after: found.upperBound, in: bytes) { add(value, named: name) }
            }
        }
        scanTokens(bytes)
    }

    /// The value as it reads once its escapes are undone, else as it is written.
    private static func value(after start: Int, in bytes: [UInt8]) -> String? {
        guard start < bytes.count, "\\\":=".utf8.contains(bytes[start]) else { return nil }
        if let number = number(after: start, in: bytes) { return number }
        let isForm = bytes[start] == UInt8(ascii: "=")
        guard let range = isForm ? formValue(after: start, in: bytes) : quotedValue(after: start, in: bytes),
            !range.isEmpty, let text = String(validating: bytes[range], as: UTF8.self)
        else { return nil }
        let spaced = text.replacingExactly("+", with: " ")
        return (isForm ? PercentEncoding.decode(spaced) : (try? JSONDocument("\"\(text)\""))?.root.string) ?? text
    }

    /// The number behind a colon, as it is written; nil where something else stands there.
    private static func number(after start: Int, in bytes: [UInt8]) -> String? {
        let first = bytes[start...].firstIndex { !"\\\": \t\r\n".utf8.contains($0) } ?? bytes.count
        let mark = bytes[start..<first].last { !" \t\r\n".utf8.contains($0) }
        guard mark == UInt8(ascii: ":") else { return nil }
        let end = bytes[first...].firstIndex { !"+-.0123456789Ee".utf8.contains($0) } ?? bytes.count
        guard end == bytes.count || " \t\r\n,]}\\\"".utf8.contains(bytes[end]) else { return nil }
        return JSONNumber(token: String(decoding: bytes[first..<end], as: UTF8.self))?.token
    }

    private static func formValue(after start: Int, in bytes: [UInt8]) -> Range<Int>? {
        let first = bytes[start...].firstIndex { $0 != UInt8(ascii: "=") } ?? bytes.count
        let end = bytes[first...].firstIndex { $0 <= 0x20 || "&\"'<;".utf8.contains($0) } ?? bytes.count
        return first..<end
    }

    /// To the quote that has no more backslashes before it than the one it begins with: of JSON in JSON that is one or more.
    private static func quotedValue(after start: Int, in bytes: [UInt8]) -> Range<Int>? {
        var index = start
        var (backslashes, depth) = (0, 0)
        while index < bytes.count, "\\\": \t\r\n".utf8.contains(bytes[index]) {
            if bytes[index] == UInt8(ascii: "\"") { depth = backslashes }
            backslashes = bytes[index] == UInt8(ascii: "\\") ? backslashes + 1 : 0
            index += 1
        }
        let first = index
        backslashes = 0
        while index < bytes.count, bytes[index] >= 0x20 {
            if bytes[index] == UInt8(ascii: "\""), backslashes <= depth { break }
            backslashes = bytes[index] == UInt8(ascii: "\\") ? backslashes + 1 : 0
            index += 1
        }
        return first..<max(first, index - backslashes)
    }

    /// Takes whatever looks like a JWT, under whatever name.
    private mutating func scanTokens(_ bytes: [UInt8]) {
        // `{"` in Base64, with which every header of a JWT begins.
        let needle = Array("eyJ".utf8)
        var start = 0
        while let found = ByteSearch.firstRange(of: needle, in: bytes, from: start) {
            let end = bytes[found.lowerBound...].firstIndex { !Self.isOfToken($0) } ?? bytes.count
            let text = String(decoding: bytes[found.lowerBound..<end], as: UTF8.self)
            if TokenParts(text) != nil { add(text, named: "jwt") }
            start = end
        }
    }

    private static func isOfToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-_.".utf8.contains(byte)
        }
    }

    // MARK: Requests and header fields

    /// Takes secrets of a request: credentials, parameters of its address, members of its body.
    mutating func scan(_ request: TransferRequest) {
        scan(headers: request.headers)
        if let query = request.url.utf8.firstIndex(of: UInt8(ascii: "?")) {
            scan(query: request.url[request.url.index(after: query)...])
        }
        scanTokens(Array(request.url.utf8))
        if let body = request.body {
            scan(body: body)
        }
    }

    /// Takes the values of header fields that by their names hold secrets, and what others say under a secret's name.
    mutating func scan(headers: HeaderList) {
        for field in headers.fields {
            let name = field.name.lowercased()
            guard Self.isSecretHeader(name) else {
                scan(text: Array(field.value.utf8))
                continue
            }
            let words = field.value.scalarSplit(separator: " ", maxSplits: 1)
            if words.count == 2, name.hasSuffix("authorization") {
                add(String(words[1]), named: name)
                if words[0].lowercased() == "basic" { scan(basic: words[1]) }
            } else {
                add(field.value, named: name)
                if name.hasSuffix("cookie") { scan(cookies: field.value, isAnswer: name == "set-cookie") }
            }
        }
    }

    /// Whether a header field of this name holds a secret, whatever it says; capitals count as small letters.
    static func isSecretHeader(_ name: String) -> Bool {
        let name = Array(name.lowercased().utf8)
        return secretHeaders.contains(name)
            || partsOfSecretHeaders.contains { ByteSearch.firstRange(of: $0, in: name) != nil }
    }

    private static let secretHeaders = Set(
        ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key"].map { Array($0.utf8) }
    )
    private static let partsOfSecretHeaders = ["token", "secret", "password"].map { Array($0.utf8) }

    /// Whether a member of a case file is a header field that holds a secret; among others than fields, variables and mock steps
    /// are named alike.
    static func isSecretField(_ key: String, of object: String?) -> Bool {
        guard isSecretHeader(key) else { return false }
        return object?.utf8.elementsEqual("headers".utf8) == true || key.utf8.contains(UInt8(ascii: "-"))
            || ["authorization", "cookie"].contains(key.lowercased())
    }

    /// Takes the password of credentials, so that it is known by itself.
    ///
    /// > Source: RFC 7617 §2
    private mutating func scan(basic credentials: Substring) {
        guard let bytes = Base64.decode(credentials.utf8, .standard, padding: .optional),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            let password = String(validating: bytes[(colon + 1)...], as: UTF8.self)
        else { return }
        add(password, named: "basic_password")
    }

    /// Takes the value of each cookie: what comes behind the first `;` of an answer's are attributes.
    ///
    /// > Source: RFC 6265 §4.1.1
    private mutating func scan(cookies value: String, isAnswer: Bool) {
        let pairs = value.scalarSplit(separator: ";")
        for pair in isAnswer ? pairs.prefix(1) : pairs[...] {
            let parts = pair.scalarSplit(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[1].utf8.count >= SecretForms.shortest else { continue }
            add(String(parts[1]), named: "cookie_value")
        }
    }

    private mutating func scan(query: Substring) {
        for pair in query.scalarSplit(separator: "&") {
            let parts = pair.scalarSplit(separator: "=", maxSplits: 1)
            guard parts.count == 2, let name = PercentEncoding.decode(parts[0]), isSecret(name),
                let value = PercentEncoding.decode(parts[1])
            else { continue }
            add(value, named: name)
        }
    }
}
