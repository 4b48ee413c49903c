import Testing
import WireJSON

/// A results file that is changed at one place.
struct EditedResults {
    var root: JSONValue

    struct NoSuchPlace: Error, CustomStringConvertible {
        var description: String
    }

    init(_ text: String) throws {
        root = try JSONDocument(text).root.value
    }

    var text: String { root.text() }

    // MARK: Places

    /// The path of a case, by its id.
    func testCase(_ id: String) throws -> [String] {
        ["cases", try place(in: ["cases"]) { $0["id"]?.string == id }]
    }

    /// The path of what the answers of an operation looked like.
    func answers(_ operation: String, _ statuses: String) throws -> [String] {
        let place = try place(in: ["answers"]) {
            $0["operation"]?.string == operation && $0["statuses"]?.string == statuses
        }
        return ["answers", place]
    }

    /// The path of a field of such answers.
    func field(_ operation: String, _ statuses: String, _ pointer: String) throws -> [String] {
        let path = try answers(operation, statuses) + ["fields"]
        return path + [try place(in: path) { $0["pointer"]?.string == pointer }]
    }

    /// The path of how much was seen of a model.
    func model(_ name: String) throws -> [String] {
        ["models", try place(in: ["models"]) { $0["model"]?.string == name }]
    }

    /// Takes a member of a model out of one list and puts it into another.
    mutating func move(_ pointer: String, of model: String, from list: String, to other: String) throws {
        let path = try self.model(model)
        let place = try self.place(in: path + [list]) { $0.string == pointer }
        try set(path + [list, place], nil)
        let members = (try? value(at: path + [other]).array) ?? []
        try set(path + [other], .array(members + [.string(pointer)]))
    }

    /// The path of how long the answers of an operation took.
    func times(_ operation: String) throws -> [String] {
        ["times", try place(in: ["times"]) { $0["operation"]?.string == operation }]
    }

    /// The path of a statement of the contract.
    func statement(_ id: String) throws -> [String] {
        let path = ["coverage", "statements"]
        return path + [try place(in: path) { $0["id"]?.string == id }]
    }

    private func place(in path: [String], _ isWanted: (JSONValue) -> Bool) throws -> String {
        guard let place = try value(at: path).array?.firstIndex(where: isWanted) else {
            throw NoSuchPlace(description: "nothing wanted is in \(path)")
        }
        return String(place)
    }

    /// The value at a path.
    func value(at path: [String]) throws -> JSONValue {
        guard let value = root.value(at: JSONPointer(tokens: path)) else {
            throw NoSuchPlace(description: "there is no \(path)")
        }
        return value
    }

    // MARK: Changes

    /// Puts a value at a path, or takes away what is there.
    mutating func set(_ path: [String], _ value: JSONValue?) throws {
        root = try Self.setting(root, path[...], value)
    }

    /// Gives a case another outcome, with the members that belong to it.
    mutating func setOutcome(_ id: String, _ outcome: String, _ members: [String: JSONValue] = [:]) throws {
        let path = try testCase(id)
        try set(path + ["outcome"], .string(outcome))
        for (name, value) in members { try set(path + [name], value) }
    }

    /// Changes every number of a list.
    mutating func map(_ path: [String], _ change: (Int) -> Int) throws {
        let numbers = try #require(value(at: path).array).map { value in
            JSONValue.number(JSONNumber(change(value.number?.int ?? 0)))
        }
        try set(path, .array(numbers))
    }

    private static func setting(
        _ value: JSONValue,
        _ path: ArraySlice<String>,
        _ new: JSONValue?
    ) throws -> JSONValue {
        guard let first = path.first else { throw NoSuchPlace(description: "the whole is no place") }
        let rest = path.dropFirst()
        switch value {
        case .object(var object):
            if rest.isEmpty {
                if let new { object[first] = new } else { object.removeValue(forKey: first) }
            } else {
                object[first] = try setting(object[first] ?? .object([:]), rest, new)
            }
            return .object(object)
        case .array(var array):
            guard let place = Int(first), array.indices.contains(place) else {
                throw NoSuchPlace(description: "there is no \(first)")
            }
            if !rest.isEmpty {
                array[place] = try setting(array[place], rest, new)
            } else if let new {
                array[place] = new
            } else {
                array.remove(at: place)
            }
            return .array(array)
        default:
            throw NoSuchPlace(description: "\(first) is in no object and no list")
        }
    }
}

extension EditedResults {
    /// A finding with a status.
    static func findings(status: Int) -> JSONValue {
        .array([finding("status", "status", expected: "200", actual: String(status))])
    }

    /// One difference between what came and what was expected.
    static func finding(_ code: String, _ subject: String, expected: String, actual: String) -> JSONValue {
        .object([
            "code": .string(code), "subject": .string(subject), "expected": .string(expected),
            "actual": .string(actual), "step": .number(1),
        ])
    }
}
