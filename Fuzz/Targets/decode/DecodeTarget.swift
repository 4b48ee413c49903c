import PayloadAudit
import WireJSON

/// The audit of payloads: containers, choice of model, findings, ledger, coverage and both forms of the report.
///
/// The first byte says how the rest is cut: as one text, or as lines in pieces of a size. Lines are audited twice over, so
/// that each was met before, with and without a book of what was learned.
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
        check(AuditReport(auditor.tally, Fixed.table, gates), of: bytes)
    } else {
        let twice = bytes + [0x0A] + bytes
        let whole = lines(twice, pieces: twice.count + 1, options, nil)
        let cut = lines(twice, pieces: max(Int(choice >> 3) * 16, 1), options, AnswerBook())
        claim(whole.bytes == cut.bytes, "pieces hold the same lines")
        let report = AuditReport(cut, Fixed.table, gates)
        claim(
            words(AuditReport(whole, Fixed.table, gates)) == words(report),
            "a report depends neither on how the input is cut nor on what was learned"
        )
        check(report, of: twice)
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

private let gates = AuditPolicy(gates: [.severity(.breaking), .severity(.drift)])

/// Audits lines that come in pieces, each piece by an auditor of its own, with what those before it learned.
private func lines(_ bytes: [UInt8], pieces: Int, _ options: AuditOptions, _ book: AnswerBook?) -> AuditTally {
    var cutter = LineChunks(longestLine: 4_096)
    var (tally, book) = (AuditTally(Fixed.table), book)
    func audit(_ chunk: LineChunks.Chunk?) {
        guard let chunk else { return }
        var auditor = Auditor(Fixed.table, options, book: book?.lent())
        auditor.audit(chunk, of: "input")
        tally.merge(auditor.tally)
        if let copy = auditor.book { book?.takeBack(copy) }
    }
    for start in stride(from: 0, to: bytes.count, by: pieces) {
        audit(cutter.take(Array(bytes[start..<min(start + pieces, bytes.count)])))
    }
    audit(cutter.end())
    return tally
}

/// All that a report says, as lines; shorter than its text or its JSON, as most of a model is never seen.
private func words(_ report: AuditReport) -> [String] {
    let tally = report.tally
    var words = ["\(tally.payloads) \(tally.broken) \(tally.isCut)"]
    words += tally.skipped.map { "\($0.key) \($0.value)" }.sorted()
    words += report.choices.map { "\($0.model) \($0.choice) \($0.payloads)" }
    for found in report.findings {
        words.append("\(found.code) \(found.model ?? "") \(found.pointer) \(found.count)")
        words.append("\(found.expected) \(found.first.actual) \(found.first.location)")
    }
    for entry in report.drift {
        words.append("\(entry.model) \(entry.pointer) \(entry.kinds.words) \(entry.count) \(entry.isEverNonNull)")
        words.append("\(entry.first) \(entry.last) \(entry.swift)")
    }
    for model in report.coverage {
        words.append("\(model.model) \(model.payloads)")
        words += model.fields.filter { $0.count > 0 }.map { "\($0.pointer) \($0.state) \($0.count)" }
        words += model.words.filter { !$0.seen.isEmpty }.map { "\($0.pointer) \($0.seen)" }
    }
    return words
}

/// Holds what must be true of every report.
private func check(_ report: AuditReport, of bytes: [UInt8]) {
    let lineCount = bytes.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    for finding in report.findings {
        let first = finding.first.location
        claim((1...lineCount).contains(first.line) && first.column >= 1, "a finding stands in the input: \(first)")
        claim(finding.count > 0 && !finding.expected.isEmpty && !finding.first.actual.isEmpty, "a finding has words")
    }
    claim(report.drift.allSatisfy { (1...lineCount).contains($0.last.line) }, "drift stands in the input")
    claim(report.choices.reduce(0) { $0 + $1.payloads } <= report.tally.payloads, "each payload has one model at most")
    claim((0...100).contains(ModelCoverage.percent(report.coverage)), "coverage is of a hundred")
    let kept = report.findings.contains { $0.severity == .breaking || $0.severity == .drift }
    let fails = kept || report.leftOut.contains { $0.key.severity == .breaking || $0.key.severity == .drift }
    claim(fails == !report.failures.isEmpty, "what fails is said, and nothing else")
    // Most of both forms is what the models declare, the same each time; so one in eight inputs is enough.
    guard bytes.count % 8 == 0 else { return }
    let text = AuditJSON.value(report, files: 1, problems: []).text(.compact)
    claim((try? JSONDocument(text)) != nil, "the report is JSON")
    claim(AuditText.text(report, files: 1).utf8.last == 0x0A, "the report is lines of text")
}
