import Testing
import WireJSON

@testable import Conformance

/// A run over cases made by hand.
struct TestRun {
    static let baseURL = "http://127.0.0.1:9"

    var cases: [TestCase] = []
    var offers: Set<String> = []
    var isMock = false
    var catalogue = Catalogue(secrets: ["session_token", "password"])
    var settings = RunSettings(jobs: 1, runID: "run-1", userAgent: "stytch-conformance/test")
    var models: [String: ModelCheck] = [:]
    var tokens = TokenCheck { _ in nil }
    var knownFailures: [KnownFailure] = []
    var clock = TestClock()
    /// In place of the clock's.
    var sleep: (@Sendable (Duration) async throws -> Void)?

    var target: Target {
        Target(
            name: "test",
            baseURL: Self.baseURL,
            projectID: "project-test-1",
            secret: "secret-test-1",
            offers: offers,
            isMock: isMock
        )
    }

    var material: RunMaterial {
        let cases = self.cases
        var material = RunMaterial(
            entries: cases.enumerated().map { $1.entry(Int32($0)) },
            catalogue: catalogue,
            compile: { cases[Int($0.caseIndex)].compiled },
            position: { FilePosition(file: "cases/a.json", line: Int($0.offset), column: 1) },
            isSuiteSetup: { $0.offset < 10 }
        )
        material.knownFailures = knownFailures
        return material
    }

    func run(
        _ transport: ScriptedTransport,
        interruption: Interruption = Interruption(),
        onResult: @escaping @Sendable (CaseResult) -> Void = { _ in }
    ) async -> RunResult {
        let material = self.material
        var environment = clock.environment
        if let sleep { environment.sleep = sleep }
        return await Runner(
            material: material,
            target: target,
            transport: transport,
            models: models,
            tokens: tokens,
            environment: environment,
            settings: settings
        ).run(RunPlan(entries: material.entries, target: target), interruption: interruption, onResult: onResult)
    }

    /// Runs a single case.
    func result(_ transport: ScriptedTransport) async throws -> CaseResult {
        let cases = await run(transport).cases
        return try #require(cases.first)
    }
}

/// A case made by hand; lines of places are the offsets given.
struct TestCase: Sendable {
    var id = "suite/case"
    var tags: [String] = []
    var needs: [String] = []
    var skip: String?
    var variables: [CaseVariable] = []
    var setup: [Step] = []
    var steps: [Step] = []
    var caseTeardown: [Step] = []
    var suiteTeardown: [Step] = []

    func entry(_ index: Int32) -> CaseEntry {
        CaseEntry(
            id: id,
            suite: 0,
            caseIndex: index,
            row: nil,
            description: "A case.",
            requirements: ["requirement-1"],
            tags: tags,
            needs: needs,
            skip: skip,
            location: CaseLocation(file: 0, offset: 20)
        )
    }

    var compiled: CompiledCase {
        CompiledCase(
            id: id,
            location: CaseLocation(file: 0, offset: 20),
            variables: variables,
            setup: setup,
            steps: steps,
            caseTeardown: caseTeardown,
            suiteTeardown: suiteTeardown
        )
    }
}

extension CaseLocation {
    static func line(_ line: UInt32) -> CaseLocation {
        CaseLocation(file: 0, offset: line)
    }
}

extension CaseExpectation {
    /// A status and a body pattern, without a model.
    static func status(_ status: Int, _ body: String? = nil, line: UInt32 = 30) throws -> CaseExpectation {
        var expectation = CaseExpectation(
            location: .line(line),
            statuses: StatusExpectation([status...status], at: .line(line)),
            model: .none
        )
        expectation.body = try body.map { try PatternReading.pattern($0) }
        return expectation
    }
}

extension RequestStep {
    /// `GET /path`, expecting 200.
    static func get(_ path: String, _ expectations: [CaseExpectation]? = nil) throws -> RequestStep {
        RequestStep(
            operation: "op",
            method: "GET",
            path: [.literal(path)],
            checksEveryAnswer: false,
            expectations: StepExpectations(try expectations ?? [.status(200)])
        )
    }

    func with(_ change: (inout RequestStep) throws -> Void) rethrows -> RequestStep {
        var copy = self
        try change(&copy)
        return copy
    }

    func step(line: UInt32 = 30) -> Step {
        Step(.request(self), at: .line(line))
    }
}

extension Step {
    /// A request that must come back with 200.
    static func get(_ path: String, line: UInt32 = 30) throws -> Step {
        try RequestStep.get(path).step(line: line)
    }

    static func use(_ teardown: Step..., line: UInt32 = 30) -> Step {
        Step(.beginUse(fragment: "f", teardown: teardown), at: .line(line))
    }

    static func mock(_ step: MockStep) -> Step {
        Step(.mock(step), at: .line(30))
    }
}

extension CaseVariable {
    static func captured(_ name: String, secret: Bool = false) -> CaseVariable {
        CaseVariable(name: name, origin: .capture, isSecret: secret)
    }

    static func made(_ name: String, _ builtIn: BuiltIn, secret: Bool = false) -> CaseVariable {
        CaseVariable(name: name, origin: .builtIn(builtIn), isSecret: secret)
    }
}

extension Capture {
    static func body(_ pointer: String, into variable: Int) throws -> Capture {
        Capture(variable: variable, source: .body(try JSONPointer(pointer)), location: .line(31))
    }
}

extension TestCase {
    /// A case that makes a user by `POST /users`, which captures its id, and deletes it in teardown.
    static func makingUser(id: String) throws -> TestCase {
        let make = try RequestStep.get("/users").with {
            $0.method = "POST"
            $0.captures = [try .body("/id", into: 0)]
        }
        let delete = try RequestStep.get("/users/").with {
            $0.method = "DELETE"
            $0.path.append(.value(.hole(.variable(0))))
        }
        return TestCase(id: id, variables: [.captured("id")], steps: [.use(delete.step()), make.step()])
    }
}
