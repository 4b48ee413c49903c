import WireJSON

/// What happened in one case, unredacted: kept while it runs and dropped when it passed.
struct CaseJournal: Sendable {
    /// One request as it was sent, and what came of it.
    struct Exchange: Sendable {
        var step: Int
        var operation: String?
        var request: TransferRequest
        var sendsProjectCredentials: Bool
        var response: TransferResponse?
        var timings: TransferTimings
        /// How long it was waited before the same request was sent again; nil where it was not.
        var sentAgainAfter: Duration?
    }

    var exchanges: [Exchange] = []
    /// Bodies of stored answers: never sent, so no exchanges, but their secrets are secrets.
    var storedBodies: [[UInt8]] = []
    /// What was said to the mock's own paths, and its answers: no exchanges of the case, but their secrets are secrets.
    var controlBodies: [[UInt8]] = []
    /// Tokens that the mock was told to know.
    var controlTokens: [JSONValue] = []
    var findings: [(step: Int, finding: RawFinding)] = []
    var notes: [(step: Int, finding: RawFinding)] = []
    /// The first trouble, if any.
    var trouble: CaseTrouble?
    var isCutShort = false
    /// Whether something that the case made may still be there.
    var mayHaveLeft = false

    mutating func add(_ found: [RawFinding], step: Int) {
        findings.append(contentsOf: found.map { (step, $0) })
    }

    mutating func add(notes found: [RawFinding], step: Int) {
        notes.append(contentsOf: found.map { (step, $0) })
    }

    /// Keeps the first trouble: later ones mostly follow from it.
    mutating func add(_ found: CaseTrouble) {
        if found.isCancellation {
            isCutShort = true
        } else if trouble == nil {
            trouble = found
        }
    }

    /// Every secret of the case, in order of appearance, then those of the run.
    func secrets(
        names: [String],
        projects: [String],
        variables: [CaseVariable],
        values: [JSONValue?],
        ofRun: SecretList
    ) -> SecretList {
        var secrets = SecretList(names: names)
        // First, so that what else holds it (credentials, an answer of the mock) does not name it.
        for secret in projects {
            secrets.add(secret, named: "project_secret")
        }
        for exchange in exchanges {
            secrets.scan(exchange.request)
            if let response = exchange.response {
                secrets.scan(headers: response.headers)
                secrets.scan(body: response.body)
            }
        }
        for body in storedBodies {
            secrets.scan(body: body)
        }
        for body in controlBodies {
            secrets.scan(body: body)
        }
        for token in controlTokens {
            secrets.add(token, named: "access_token")
        }
        for (variable, value) in zip(variables, values) where variable.isSecret {
            if let value { secrets.add(value, named: variable.name) }
        }
        secrets.add(ofRun)
        return secrets
    }
}

/// Why a case could not go on, unredacted.
struct CaseTrouble: Error, Sendable, Hashable {
    var kind: ErrorCause.Kind
    var message: String
    var hint: String?
    var code: String?
    var location: SourceLocation?
    /// The run was interrupted; nothing is wrong with the case.
    var isCancellation = false

    static let cancelled = CaseTrouble(kind: .internal, message: "the run was interrupted", isCancellation: true)
}
