import WireJSON

extension MockFlaw {
    /// Changes an answer that is ready to be sent.
    func bend(_ envelope: inout Envelope) {
        switch self {
        case .statusOffByOne where envelope.status == 200:
            envelope.status = 201
            envelope.body["status_code"] = 201
        case .typeChanged: envelope.body["status_code"] = .string(String(envelope.status))
        case .statusCodeDisagrees: envelope.body["status_code"] = .number(JSONNumber(envelope.status + 1))
        case .wrongErrorType where envelope.body["error_type"] != nil: envelope.body["error_type"] = "unknown_error"
        case .errorsWithSession where envelope.body["error_type"] != nil:
            envelope.body["session_token"] = .string(Self.deadToken)
        case .errorURLMissing: envelope.body.removeValue(forKey: "error_url")
        case .requestIDMissing: envelope.body.removeValue(forKey: "request_id")
        case .requestIDRepeated:
            envelope.body["request_id"] = "request-id-test-00000000-0000-4000-8000-000000000000"
        case .wrongContentType: envelope.contentType = "text/plain"
        case .keyRenamed, .fieldDropped, .timeWithoutZone: envelope.body = bent(envelope.body)
        default: break
        }
    }

    /// An object and all in it, each object changed by itself.
    private func bent(_ object: JSONObject) -> JSONObject {
        var result = JSONObject()
        for (key, value) in object.members {
            switch self {
            case .keyRenamed where key.isExactly("session_id"): result["sessionId"] = bent(value)
            case .fieldDropped where isDropped(key, from: object): continue
            default: result[key] = bent(value)
            }
        }
        return result
    }

    private func bent(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object): .object(bent(object))
        case .array(let elements): .array(elements.map(bent))
        case .string(let text) where self == .timeWithoutZone && Timestamp(text)?.isUTC == true:
            .string(String(text.dropLast()))
        default: value
        }
    }

    private func isDropped(_ key: String, from object: JSONObject) -> Bool {
        key.isExactly("status") && object["emails"] != nil || key.isExactly("expires_at") && object["session_id"] != nil
    }
}
