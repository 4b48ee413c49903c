import WireJSON

extension ControlBody {
    /// How far to move a clock: `{"milliseconds": n}`, at most a hundred years.
    func milliseconds() throws(APIProblem) -> Int64 {
        try allow(["milliseconds"])
        return Int64(try integer("milliseconds", in: 0...3_155_760_000_000))
    }

    /// What the external address says: `{"token": text, "answer": JSON}` or `{"token": text, "status": integer}`.
    func userinfo() throws(APIProblem) -> (token: String, reply: UserinfoReply) {
        try allow(["token", "answer", "status"])
        let token = try text("token")
        switch (object["answer"], object["status"]) {
        case (let answer?, nil): return (token, .answer(answer))
        case (nil, .some): return (token, .status(try integer("status", in: 100...599)))
        default: throw .badRequest("one of 'answer' and 'status' expected beside 'token'")
        }
    }

    /// Where tokens are asked for that the built-in source does not know: `{"url": text}`, or null for nowhere.
    func userinfoSource() throws(APIProblem) -> UserinfoAddress? {
        try allow(["url"])
        if object["url"] == .null { return nil }
        guard let address = UserinfoAddress(try text("url")) else {
            throw expected("url", "an address such as http://127.0.0.1:8080/userinfo")
        }
        return address
    }

    /// What a signed token is to say: `{"session_id": text, "header": object, "claims": object, "seconds": object}`.
    func tokenChanges() throws(APIProblem) -> TokenChanges {
        try allow(["session_id", "header", "claims", "seconds"])
        let seconds = ControlBody(object: try members("seconds"))
        var times: [(claim: String, seconds: Int64)] = []
        for claim in seconds.object.keys {
            times.append((claim, Int64(try seconds.integer(claim, in: -1_000_000_000...1_000_000_000))))
        }
        return TokenChanges(
            sessionID: try text("session_id"),
            header: try members("header"),
            claims: try members("claims"),
            times: times
        )
    }

    /// The session to make: `{"factors": [object, …], "minutes": integer, "attributes": object}`, 60 minutes if not said.
    func session(
        now: Int64
    ) throws(APIProblem) -> (factors: [StoredFactor], minutes: Int, attributes: SessionAttributes) {
        try allow(["factors", "minutes", "attributes"])
        guard let elements = object["factors"]?.array else { throw expected("factors", "an array of objects") }
        var factors: [StoredFactor] = []
        for element in elements { factors.append(try Self.factor(element, now: now)) }
        let minutes = object["minutes"] == nil ? 60 : try integer("minutes", in: 1...527_040)
        return (factors, minutes, try ControlBody(object: try members("attributes")).sessionAttributes())
    }

    /// From where a session was begun: `{"ip_address": text, "user_agent": text}`, both empty if not said.
    private func sessionAttributes() throws(APIProblem) -> SessionAttributes {
        try allow(["ip_address", "user_agent"])
        var attributes = SessionAttributes()
        if object["ip_address"] != nil { attributes.ipAddress = try text("ip_address") }
        if object["user_agent"] != nil { attributes.userAgent = try text("user_agent") }
        return attributes
    }

    private static func factor(_ element: JSONValue, now: Int64) throws(APIProblem) -> StoredFactor {
        guard let object = element.object, object["type"]?.string != nil, object["delivery_method"]?.string != nil
        else { throw .badRequest("each of 'factors' must be an object with the strings 'type' and 'delivery_method'") }
        if let time = object["last_authenticated_at"], time.string.flatMap({ Timestamp($0) }) == nil {
            throw .badRequest("'last_authenticated_at' of a factor must be an RFC 3339 time")
        }
        return StoredFactor(object, now: now)
    }

    /// The fault of the next answer: one member, named after its kind.
    func fault() throws(APIProblem) -> Fault {
        let kinds = [
            "status", "delayMilliseconds", "dripMilliseconds", "reset", "truncate", "oversize", "garbage",
            "contentType", "contentLength",
        ]
        try allow(kinds)
        guard object.count == 1, let kind = object.keys.first else {
            throw .badRequest("just one of " + kinds.map { "'\($0)'" }.joined(separator: ", ") + " expected")
        }
        let bytes = 0...1_073_741_824
        let milliseconds = 0...600_000
        switch kind {
        case "status": return .status(try integer(kind, in: 200...599))
        case "delayMilliseconds": return .delay(milliseconds: try integer(kind, in: milliseconds))
        case "dripMilliseconds": return .drip(milliseconds: try integer(kind, in: milliseconds))
        case "reset": return .reset(afterBytes: try integer(kind, in: bytes))
        case "truncate": return .truncate(bytes: try integer(kind, in: bytes))
        case "oversize": return .oversize(bytes: try integer(kind, in: bytes))
        case "garbage": return .garbage(try text(kind))
        case "contentType": return .contentType(try headerValue(kind))
        default: return .contentLength(try integer(kind, in: bytes))
        }
    }

    private func headerValue(_ key: String) throws(APIProblem) -> String {
        let text = try text(key)
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw expected(key, "printable ASCII")
        }
        return text
    }
}
