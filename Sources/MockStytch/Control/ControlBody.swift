import WireJSON

/// The body of a control request; each reader says in its error what it expects.
struct ControlBody: Sendable {
    let object: JSONObject

    init(object: JSONObject) {
        self.object = object
    }

    /// Reads a body; an empty one counts as `{}`.
    ///
    /// - Throws: 400 if it is no JSON object.
    init(_ body: IncomingRequest.Body) throws(APIProblem) {
        if case .bytes(let bytes) = body, bytes.isEmpty {
            object = [:]
        } else {
            object = try MockAPI.object(in: body)
        }
    }

    /// Refuses members other than these.
    func allow(_ keys: [String]) throws(APIProblem) {
        let unknown = object.keys.first { key in !keys.contains { $0.isExactly(key) } }
        guard let unknown else { return }
        let known = keys.isEmpty ? "no members" : "no members but " + keys.map { "'\($0)'" }.joined(separator: ", ")
        throw .badRequest("\(known) expected, found '\(unknown)'")
    }

    /// An integer within bounds.
    func integer(_ key: String, in bounds: ClosedRange<Int>) throws(APIProblem) -> Int {
        guard let number = object[key]?.number, number.isInteger, let value = number.int, bounds.contains(value)
        else { throw expected(key, "an integer from \(bounds.lowerBound) to \(bounds.upperBound)") }
        return value
    }

    /// An object, empty where it is not given.
    func members(_ key: String) throws(APIProblem) -> JSONObject {
        guard let value = object[key] else { return [:] }
        guard let members = value.object else { throw expected(key, "an object") }
        return members
    }

    /// A text.
    func text(_ key: String) throws(APIProblem) -> String {
        guard let text = object[key]?.string else { throw expected(key, "a string") }
        return text
    }

    /// What to say where a member is not what it should be.
    func expected(_ key: String, _ what: String) -> APIProblem {
        let found = object[key].map { "found \($0.kind)" } ?? "it is missing"
        return .badRequest("'\(key)' must be \(what), \(found)")
    }
}
