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

    /// Every secret of the case, in order of appearance.
    func secrets(names: [String], projects: [String], variables: [CaseVariable], values: [JSONValue?]) -> SecretList {
        var secrets = SecretList(names: names)
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
        for secret in projects {
            secrets.add(secret, named: "project_secret")
        }
        for (variable, value) in zip(variables, values) where variable.isSecret {
            if let value { secrets.add(value, named: variable.name) }
        }
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

extension SecretList {
    /// Takes secrets of a request: credentials, parameters of its address, members of its body.
    mutating func scan(_ request: TransferRequest) {
        scan(headers: request.headers)
        if let query = request.url.utf8.firstIndex(of: UInt8(ascii: "?")) {
            scan(query: request.url[request.url.index(after: query)...])
        }
        if let body = request.body {
            scan(body: body)
        }
    }

    /// Takes the values of header fields that by their names hold secrets.
    mutating func scan(headers: HeaderList) {
        for field in headers.fields {
            let name = field.name.lowercased()
            guard Self.isSecretHeader(name) else { continue }
            let words = field.value.split(separator: " ", maxSplits: 1)
            if words.count == 2, name.hasSuffix("authorization") {
                add(String(words[1]), named: name)
            } else {
                add(field.value, named: name)
            }
        }
    }

    private static func isSecretHeader(_ name: String) -> Bool {
        ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key"].contains(name)
            || name.contains("token") || name.contains("secret") || name.contains("password")
    }

    private mutating func scan(query: Substring) {
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let name = PercentEncoding.decode(parts[0]), isSecret(name),
                let value = PercentEncoding.decode(parts[1])
            else { continue }
            add(value, named: name)
        }
    }
}
