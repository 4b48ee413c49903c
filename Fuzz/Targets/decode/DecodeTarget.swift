import PayloadAudit
import WireJSON

/// The audit of payloads: containers, choice of model, findings, ledger, coverage and both forms of the report.
///
/// The first byte says how the rest is cut: as one text, or as lines in pieces of a size.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDecode(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(Array(UnsafeBufferPointer(start: start, count: count)))
    let choice = input.byte()
    let bytes = input.remaining
    let model = choice & 4 == 0 ? nil : Int(choice >> 3) % Fixed.table.models.count
    let options = AuditOptions(model: model, secretNames: ["session_token", "password"])
    if choice & 1 == 0 {
        var auditor = Auditor(Fixed.table, options)
        auditor.audit(bytes, at: PayloadPlace(file: "input"))
        check(auditor.tally, of: bytes)
    } else {
        let whole = lines(bytes, pieces: bytes.count + 1, options)
        let cut = lines(bytes, pieces: Int(choice >> 3) + 1, options)
        claim(whole.bytes == cut.bytes, "pieces hold the same lines")
        let texts = [whole, cut].map { AuditText.text(AuditReport($0, Fixed.table, AuditPolicy()), files: 1) }
        claim(texts[0] == texts[1], "a report does not depend on how the input is cut")
        check(cut, of: bytes)
    }
    return 0
}

/// What is made once.
private enum Fixed {
    static let table = ModelTable(operations: [
        AuditOperation(name: "sessions.get", method: "GET", path: "/v1/sessions", model: "sessions.GetResponse"),
        AuditOperation(name: "users.get", method: "GET", path: "/v1/users/{user_id}", model: "users.GetResponse"),
        AuditOperation(
            name: "sessions.authenticate",
            method: "POST",
            path: "/v1/sessions/authenticate",
            model: "sessions.AuthenticateResponse"
        ),
    ])
}

/// Audits lines that come in pieces, each piece by an auditor of its own.
private func lines(_ bytes: [UInt8], pieces: Int, _ options: AuditOptions) -> AuditTally {
    var cutter = LineChunks(longestLine: 4_096)
    var tally = AuditTally()
    func audit(_ chunk: LineChunks.Chunk?) {
        guard let chunk else { return }
        var auditor = Auditor(Fixed.table, options)
        auditor.audit(chunk, of: "input")
        tally.merge(auditor.tally)
    }
    for start in stride(from: 0, to: bytes.count, by: pieces) {
        audit(cutter.take(Array(bytes[start..<min(start + pieces, bytes.count)])))
    }
    audit(cutter.end())
    return tally
}

/// Holds what must be true of every report.
private func check(_ tally: AuditTally, of bytes: [UInt8]) {
    let report = AuditReport(tally, Fixed.table, AuditPolicy(gates: [.severity(.breaking), .severity(.drift)]))
    let lineCount = bytes.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    for finding in report.findings {
        let first = finding.first.location
        claim((1...lineCount).contains(first.line) && first.column >= 1, "a finding stands in the input: \(first)")
        claim(finding.count > 0 && !finding.expected.isEmpty && !finding.first.actual.isEmpty, "a finding has words")
    }
    claim(report.drift.allSatisfy { (1...lineCount).contains($0.last.line) }, "drift stands in the input")
    claim(report.choices.reduce(0) { $0 + $1.payloads } <= tally.payloads, "each payload has one model at most")
    claim((0...100).contains(ModelCoverage.percent(report.coverage)), "coverage is of a hundred")
    let fails = report.findings.contains { $0.severity == .breaking || $0.severity == .drift }
    claim(fails == !report.failures.isEmpty, "what fails is said, and nothing else")
    let text = AuditJSON.value(report, files: 1, problems: []).text(.pretty)
    claim((try? JSONDocument(text)) != nil, "the report is JSON")
}
