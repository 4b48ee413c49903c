import WireJSON

/// What may be asked of payloads beside their findings; what is nil is not asked and costs nothing.
package struct PayloadQuestions: Sendable {
    /// What the versions of an SDK make of them.
    package var matrix: SDKMatrix?
    /// What their models lose or invent.
    package var roundTrip: RoundTripReport?
    /// What their models make of changes.
    package var stress: StressReport?

    /// Asks; without arguments for nothing.
    package init(matrix: SDKMatrix? = nil, roundTrip: RoundTripReport? = nil, stress: StressReport? = nil) {
        self.matrix = matrix
        self.roundTrip = roundTrip
        self.stress = stress
    }

    /// Whether nothing is asked.
    var isEmpty: Bool { matrix == nil && roundTrip == nil && stress == nil }

    /// Adds a payload whose model is known.
    mutating func add(_ view: JSONView, as model: AuditModel, at place: PayloadPlace) {
        matrix?.add(view, as: model.name)
        roundTrip?.add(view, as: model, at: place)
        if stress != nil { stress?.add(view, as: model, from: place.start(of: view).description) }
    }

    /// Adds an answer without JSON; its model is that of errors, or what the input tells.
    mutating func addUnreadable(as model: AuditModel?) {
        matrix?.addUnreadable(as: model?.name)
    }

    /// Adds what was answered of payloads that come later in the input.
    mutating func merge(_ later: PayloadQuestions) {
        Self.merge(&matrix, later.matrix) { $0.merge($1) }
        Self.merge(&roundTrip, later.roundTrip) { $0.merge($1) }
        Self.merge(&stress, later.stress) { $0.merge($1) }
    }

    private static func merge<Answer>(_ own: inout Answer?, _ later: Answer?, _ add: (inout Answer, Answer) -> Void) {
        guard let later else { return }
        guard var merged = own.take() else {
            own = later
            return
        }
        add(&merged, later)
        own = merged
    }
}
