import PayloadAudit
import SessionModels
import WireJSON

/// The operations that the tests tell apart.
let operations = [
    AuditOperation(
        name: "sessions.authenticate",
        method: "POST",
        path: "/v1/sessions/authenticate",
        model: "sessions.AuthenticateResponse"
    ),
    AuditOperation(name: "sessions.get", method: "GET", path: "/v1/sessions", model: "sessions.GetResponse"),
    AuditOperation(name: "users.get", method: "GET", path: "/v1/users/{user_id}", model: "users.GetResponse"),
    AuditOperation(
        name: "sessions.get_jwks",
        method: "GET",
        path: "/v1/sessions/jwks/{project_id}",
        model: "sessions.GetJWKSResponse"
    ),
]

let table = ModelTable(operations: operations)

/// The report of some texts, each a file by itself.
func report(
    _ texts: [String],
    model: String? = nil,
    policy: AuditPolicy = AuditPolicy(),
    minimumCoverage: Double? = nil
) -> AuditReport {
    var auditor = Auditor(
        table,
        AuditOptions(model: model.flatMap { table.index(ofModel: $0) }, secretNames: ["session_token"])
    )
    for (place, text) in texts.enumerated() {
        auditor.audit(Array(text.utf8), at: PayloadPlace(file: "file\(place + 1).json"))
    }
    return AuditReport(auditor.tally, table, policy, minimumCoverage: minimumCoverage)
}

/// One line for each finding.
func lines(_ report: AuditReport) -> [String] {
    report.findings.map { finding in
        let place = "\(finding.model ?? "-") \(finding.pointer)"
        return
            "\(finding.severity.rawValue) \(finding.code.word) \(place) \(finding.count)x at \(finding.first.location): "
            + "expected \(finding.expected), found \(finding.first.actual)"
    }
}

/// One line for each model: how often and how it was chosen.
func choices(_ report: AuditReport) -> [String] {
    report.choices.map { "\($0.model) \($0.payloads) \($0.choice.rawValue)" }
}
