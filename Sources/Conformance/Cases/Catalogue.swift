package import WireJSON

/// `operations.json`: each operation, what is secret, and what holds for every answer.
package struct Catalogue: Sendable {
    /// The model of every answer that is no success.
    package static let errorModel = "errors.Error"

    /// Members and captures of these names are secret.
    package var secrets: [String]
    package var operations: [Operation]
    package var everyAnswer: EveryAnswer

    package init(secrets: [String] = [], operations: [Operation] = [], everyAnswer: EveryAnswer = EveryAnswer()) {
        self.secrets = secrets
        self.operations = operations
        self.everyAnswer = everyAnswer
    }

    package func operation(named name: String) -> Operation? {
        operations.first { $0.name == name }
    }
}

/// One operation of the catalogue.
package struct Operation: Sendable, Hashable {
    /// Where a parameter is put.
    package enum Place: String, Sendable, Hashable, CaseIterable {
        case path, query, body
    }

    /// A parameter and its place.
    package struct Parameter: Sendable, Hashable {
        package var name: String
        package var place: Place

        package init(name: String, place: Place) {
            self.name = name
            self.place = place
        }
    }

    package var name: String
    package var method: String
    /// With `{name}` for each path parameter.
    package var path: String
    package var parameters: [Parameter]
    package var model: String
    /// The statuses of success; 200 unless the file says otherwise.
    package var success: [Int]
    /// Nil: the project's credentials.
    package var sendsCredentials: Bool
    package var isRepeatable: Bool
    package var checksEveryAnswer: Bool

    package init(
        name: String,
        method: String,
        path: String,
        parameters: [Parameter],
        model: String,
        success: [Int] = [200],
        sendsCredentials: Bool = true,
        isRepeatable: Bool = false,
        checksEveryAnswer: Bool = true
    ) {
        self.name = name
        self.method = method
        self.path = path
        self.parameters = parameters
        self.model = model
        self.success = success
        self.sendsCredentials = sendsCredentials
        self.isRepeatable = isRepeatable
        self.checksEveryAnswer = checksEveryAnswer
    }
}

/// What holds for every answer of an operation.
package struct EveryAnswer: Sendable {
    /// One part of it: header and body patterns, the statements it covers, and what must differ between answers.
    package struct Rule: Sendable {
        package var headers: [MemberPattern]
        package var body: Pattern?
        package var requirements: [String]
        /// No two answers of the run have equal values here.
        package var unique: [JSONPointer]
        package var location: SourceLocation
        /// Nil where the rule says nothing of the status.
        package var statuses: StatusExpectation?
        /// The allowed error types; nil: nothing is said.
        package var errorTypes: [String]?
        /// Nil: the case's expectation decides.
        package var model: ModelExpectation?
        /// Decoding reports exactly these; nil: nothing is said.
        package var findings: [ExpectedFinding]?
        /// Nil: the case's or the run's policy.
        package var unknownFields: UnknownFieldPolicy?
        package var maximumDuration: Duration?

        package init(
            headers: [MemberPattern] = [],
            body: Pattern? = nil,
            requirements: [String] = [],
            unique: [JSONPointer] = [],
            location: SourceLocation
        ) {
            self.headers = headers
            self.body = body
            self.requirements = requirements
            self.unique = unique
            self.location = location
        }
    }

    package var any: Rule?
    /// Of 2xx answers.
    package var ok: Rule?
    /// Of all others.
    package var error: Rule?

    package init(any: Rule? = nil, ok: Rule? = nil, error: Rule? = nil) {
        self.any = any
        self.ok = ok
        self.error = error
    }
}
