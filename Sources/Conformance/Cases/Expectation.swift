package import WireJSON

/// One allowed outcome of an exchange; defaults are already put in.
package struct Expectation: Sendable, Hashable {
    package var location: SourceLocation
    /// Nil where nothing is said of the status.
    package var statuses: StatusExpectation
    /// The allowed error types, or nil where no error is expected.
    package var errorTypes: [String]?
    package var errorLocation: SourceLocation?
    package var headers: [MemberPattern]
    package var body: Pattern?
    package var model: ModelExpectation
    /// Decoding reports exactly these; nil: none that breaks, drift by `unknownFields`.
    package var findings: [ExpectedFinding]?
    package var findingsLocation: SourceLocation?
    /// Nil: the run's policy.
    package var unknownFields: UnknownFieldPolicy?
    package var maximumDuration: Duration?
    package var because: String?

    package init(location: SourceLocation, statuses: StatusExpectation, model: ModelExpectation) {
        self.location = location
        self.statuses = statuses
        self.model = model
        self.headers = []
    }
}

/// The statuses that an expectation allows.
package struct StatusExpectation: Sendable, Hashable {
    package var location: SourceLocation
    /// Each range is closed; `200...200` for a single status.
    package var ranges: [ClosedRange<Int>]

    package init(_ ranges: [ClosedRange<Int>], at location: SourceLocation) {
        self.ranges = ranges
        self.location = location
    }

    package func allows(_ status: Int) -> Bool {
        ranges.contains { $0.contains(status) }
    }
}

/// The model an answer must decode into.
package enum ModelExpectation: Sendable, Hashable {
    case none
    case named(String)
    /// The operation's (or nil) for a 2xx answer, `errors.Error` for any other.
    case byStatus(success: String?)
}

/// A finding that decoding must report.
package struct ExpectedFinding: Sendable, Hashable {
    package var code: String
    package var pointer: JSONPointer

    package init(code: String, pointer: JSONPointer) {
        self.code = code
        self.pointer = pointer
    }
}

/// What wire fields that no model reads amount to.
package enum UnknownFieldPolicy: String, Sendable, Hashable, CaseIterable {
    case report, fail, allow
}
