import Conformance
import SessionModels
import WireJSON

/// A suite to begin with for one operation: a case that succeeds, one that is not found, one without the right credentials.
struct FirstSuite {
    var operation: Operation
    /// The names of the fragments and shapes that the corpus has.
    var fragments: Set<String>
    var shapes: Set<String>
    /// How many folders deep the suite lies below that of the corpus.
    var depth: Int

    /// Where it is put below the corpus folder, unless something else is said: `sessions/first_get.json`.
    static func usualName(for operation: String) -> String {
        let words = operation.scalarSplit(separator: ".").map(String.init)
        let folder = words.count > 1 ? words[0] : "first"
        let rest = words.count > 1 ? Array(words.dropFirst()) : words
        return folder + "/" + (["first"] + rest).joined(separator: "_") + ".json"
    }

    /// The whole file.
    var text: String {
        SuiteText.text(.object(suite)) + "\n"
    }

    private var suite: JSONObject {
        let recipe = self.recipe
        var suite: JSONObject = [
            "$schema": .string(String(repeating: "../", count: depth) + "schema/suite.schema.json"),
            "description": .string("A first suite for \(operation.name)."),
        ]
        if !recipe.constants.isEmpty { suite["variables"] = .object(recipe.constants) }
        suite["cases"] = .array(
            ([goodCase(recipe)] + [unknownCase(recipe), wrongCredentials(recipe)].compactMap(\.self))
        )
        return suite
    }

    private var recipe: Recipe { Recipe(operation, hasUserFragment: fragments.contains("user")) }

    // MARK: Cases

    private func goodCase(_ recipe: Recipe) -> JSONValue {
        var object: JSONObject = [
            "id": "good",
            "description": .string("\(operation.name) succeeds, and its answer has the shape of its model."),
        ]
        if !recipe.setup.isEmpty { object["setup"] = .array(recipe.setup) }
        object["request"] = request(recipe.params)
        let statuses = operation.success.map { JSONValue.number(JSONNumber($0)) }
        var expect: JSONObject = ["status": statuses.count == 1 ? statuses[0] : .array(statuses)]
        let body = shape
        if !body.isEmpty { expect["body"] = .object(body) }
        object["expect"] = .object(expect)
        if !recipe.captures.isEmpty { object["capture"] = .object(recipe.captures) }
        if !recipe.teardown.isEmpty { object["teardown"] = .array(recipe.teardown) }
        return .object(object)
    }

    private func unknownCase(_ recipe: Recipe) -> JSONValue? {
        guard let unknown = recipe.unknown else { return nil }
        return [
            "id": .string("unknown-" + unknown.parameter.scalarSplit(separator: "_").joined(separator: "-")),
            "description": .string("An unknown \(unknown.parameter) is not found."),
            "request": request(recipe.unknownParams),
            "expect": unknown.outcome,
        ]
    }

    private func wrongCredentials(_ recipe: Recipe) -> JSONValue? {
        guard operation.sendsCredentials else { return nil }
        var request = JSONObject()
        if case .object(let object) = self.request(recipe.unknownParams) { request = object }
        request["auth"] = ["basic": ["{{project_id}}", "secret-test-wrong"]]
        return [
            "id": "wrong-credentials",
            "description": "A wrong secret is refused.",
            "request": .object(request),
            "expect": ["status": 401, "error": "unauthorized_credentials"],
        ]
    }

    private func request(_ params: JSONObject) -> JSONValue {
        var request: JSONObject = ["operation": .string(operation.name)]
        if !params.isEmpty { request["params"] = .object(params) }
        return .object(request)
    }

    // MARK: Shape

    /// What the operation's model cannot do without, member by member; what holds for every answer is left to the catalogue.
    private var shape: JSONObject {
        var shape = JSONObject()
        guard let model = ModelCatalog.entry(named: operation.model), let nothing = try? JSONDocument("{}") else {
            return shape
        }
        for finding in model.decode(nothing.root) where finding.code == .missingField {
            let path = finding.pointer.description.scalarSplit(separator: "/")
            guard path.count == 1, !["request_id", "status_code"].contains(path[0]) else { continue }
            let name = String(path[0])
            if let pattern = pattern(name, finding.expected) { shape[name] = pattern }
        }
        return shape
    }

    private func pattern(_ name: String, _ expected: String) -> JSONValue? {
        if shapes.contains(name) { return ["$shape": .string(name)] }
        let single = String(name.dropLast())
        if expected.hasPrefix("array"), shapes.contains(single) { return ["$each": ["$shape": .string(single)]] }
        let types = ["string", "number", "integer", "boolean", "array", "object"]
        return types.first { expected.hasPrefix($0) }.map { ["$type": .string($0)] }
    }
}
