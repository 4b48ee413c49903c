package import WireJSON

/// A case with its rows, fragments and defaults put in: what the runner executes, step by step.
package struct CompiledCase: Sendable {
    package var id: String
    package var location: SourceLocation
    /// Names are gone: placeholders are indices into these.
    package var variables: [CaseVariable]
    /// Suite set-up, then the case's; a failure here makes the case errored.
    package var setup: [Step]
    package var steps: [Step]
    /// Explicit teardown of the case; that of each use is registered when `Step.Action.beginUse` runs.
    package var caseTeardown: [Step]
    /// Teardown of the suite, which runs last.
    package var suiteTeardown: [Step]

    package init(
        id: String,
        location: SourceLocation,
        variables: [CaseVariable] = [],
        setup: [Step] = [],
        steps: [Step] = [],
        caseTeardown: [Step] = [],
        suiteTeardown: [Step] = []
    ) {
        self.id = id
        self.location = location
        self.variables = variables
        self.setup = setup
        self.steps = steps
        self.caseTeardown = caseTeardown
        self.suiteTeardown = suiteTeardown
    }

    /// Whether a step asks the target something of its API; what asks a mock to prepare something does not.
    package var sendsRequests: Bool {
        (setup + steps).contains { step in
            if case .request = step.action { true } else { false }
        }
    }
}

/// One thing a case does.
package struct Step: Sendable {
    package var location: SourceLocation
    package var action: Action

    package init(_ action: Action, at location: SourceLocation) {
        self.action = action
        self.location = location
    }

    package indirect enum Action: Sendable {
        case request(RequestStep)
        case payload(PayloadStep)
        case mock(MockStep)
        case check([ValueCheck])
        /// Opens a fragment: from here on its teardown must run, in reverse order of these.
        case beginUse(fragment: String, teardown: [Step])
    }
}

/// An exchange with the target.
package struct RequestStep: Sendable {
    /// The operation's name in the catalogue, or nil for a bare method and path.
    package var operation: String?
    package var method: String
    /// Each `{param}` of the catalogue's path already replaced by its template; values are percent-encoded when sent.
    package var path: [PathPart]
    package var query: [TemplateMember]
    /// In order; a nil value means the field is not sent at all, not even by default.
    package var headers: [HeaderTemplate]
    package var body: BodyTemplate
    package var authorization: Authorization
    /// Nil: the run's.
    package var timeout: Duration?
    /// May be sent twice without harm.
    package var isRepeatable: Bool
    /// Whether `everyAnswer` of the catalogue holds for this answer too.
    package var checksEveryAnswer: Bool
    /// One, or at least two alternatives.
    package var expectations: StepExpectations
    package var captures: [Capture]
    /// Repeat until the expectation holds, this long at most.
    package var eventually: Duration?

    package init(
        operation: String?,
        method: String,
        path: [PathPart],
        query: [TemplateMember] = [],
        headers: [HeaderTemplate] = [],
        body: BodyTemplate = .none,
        authorization: Authorization = .project,
        timeout: Duration? = nil,
        isRepeatable: Bool = false,
        checksEveryAnswer: Bool = true,
        expectations: StepExpectations,
        captures: [Capture] = [],
        eventually: Duration? = nil
    ) {
        self.operation = operation
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.authorization = authorization
        self.timeout = timeout
        self.isRepeatable = isRepeatable
        self.checksEveryAnswer = checksEveryAnswer
        self.expectations = expectations
        self.captures = captures
        self.eventually = eventually
    }
}

/// A piece of a path.
package enum PathPart: Sendable, Hashable {
    /// Sent as it is.
    case literal(String)
    /// A value to be percent-encoded as one segment.
    case value(Template)
}

/// A header to send.
package struct HeaderTemplate: Sendable, Hashable {
    package var name: String
    package var value: Template?

    package init(name: String, value: Template?) {
        self.name = name
        self.value = value
    }
}

/// The body to send.
package enum BodyTemplate: Sendable, Hashable {
    case none
    case json(Template)
    case text(Template)
    case bytes([UInt8])
}

/// The credentials to send.
package enum Authorization: Sendable, Hashable {
    /// Basic, with the project's id and secret.
    case project
    case none
    case basic(user: Template, password: Template)
    case bearer(Template)
}

/// A stored answer to decode and check without a server.
package struct PayloadStep: Sendable {
    package var operation: String?
    package var status: Int
    package var headers: [HeaderTemplate]
    package var body: BodyTemplate
    package var expectations: StepExpectations
    package var captures: [Capture]

    package init(
        operation: String?,
        status: Int,
        headers: [HeaderTemplate],
        body: BodyTemplate,
        expectations: StepExpectations,
        captures: [Capture]
    ) {
        self.operation = operation
        self.status = status
        self.headers = headers
        self.body = body
        self.expectations = expectations
        self.captures = captures
    }
}

/// Something that only a mock can do.
package enum MockStep: Sendable {
    /// A templated duration text.
    case advance(Template)
    case rotateKeys
    case userinfo(token: Template, answer: Template?, status: Int?)
    /// The JSON that the control path of sessions takes.
    case session(Template, captures: [Capture])
    /// The JSON that the control path of this kind of token takes.
    case token(TokenKind, Template, captures: [Capture])
    case calls(captures: [Capture])
    /// The JSON that the mock's fault control takes, for example `{"status": 429}` or `{"delayMilliseconds": 200}`.
    case fault(Template)

    /// A token that no call of the API gives; named as the key of the step.
    package enum TokenKind: String, Sendable {
        case accessToken
        case trustedToken
        case jwt
    }
}

/// A value already held, and what it must look like.
package struct ValueCheck: Sendable, Hashable {
    package var location: SourceLocation
    package var value: Template
    package var matches: Pattern

    package init(location: SourceLocation, value: Template, matches: Pattern) {
        self.location = location
        self.value = value
        self.matches = matches
    }
}

/// A value to take from an answer.
package struct Capture: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
        case body(JSONPointer)
        case header(String)
        /// A JWT in the body, and a place in its `{header, claims}`.
        case token(JSONPointer, at: JSONPointer)
    }

    /// The index in `CompiledCase.variables`.
    package var variable: Int
    package var source: Source
    package var location: SourceLocation

    package init(variable: Int, source: Source, location: SourceLocation) {
        self.variable = variable
        self.source = source
        self.location = location
    }
}
