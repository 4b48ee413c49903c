import SessionModels
import WireJSON

/// Decodes a text as a few models, chosen by its length and first bytes, and as a plain value.
func checkDecoding(of document: JSONDocument, _ value: JSONValue, hasDuplicates: Bool) {
    let plain = TracingDecoder().decode(JSONValue.self, from: document.root)
    claim(plain.value == value, "decoding a plain value gives the value")
    claim(plain.findings.allSatisfy { $0.code == .duplicateKey }, "a plain value takes anything: \(plain.findings)")
    let encoded = claimed("a plain value encodes") { try JSONValue.encoding(value) }
    claim(encoded == value, "a plain value encodes to itself")
    for model in models(for: document) {
        for finding in model.decode(document.root) {
            check(finding, of: model.name, in: document, hasDuplicates: hasDuplicates)
        }
    }
}

private func models(for document: JSONDocument) -> [ModelEntry] {
    let all = ModelCatalog.all
    let bytes = document.bytes
    let choice = bytes.prefix(8).reduce(bytes.count) { $0 &* 31 &+ Int($1) } & 0xFFFF
    let answer = ModelCatalog.entry(named: "sessions.AuthenticateResponse").map { [$0] } ?? []
    return answer + [all[choice % all.count], all[choice / 64 % all.count]]
}

private func check(_ finding: DecodingFinding, of model: String, in document: JSONDocument, hasDuplicates: Bool) {
    claim(document.bytes.indices.contains(finding.offset), "a finding stands in the text: \(model) \(finding)")
    claim(!finding.expected.isEmpty && !finding.actual.isEmpty, "a finding has words: \(model) \(finding)")
    claim(finding.actual.unicodeScalars.count <= 121, "what is there is cut: \(model) \(finding)")
    claim(finding.breaks == finding.code.breaks, "a finding breaks as its code does")
    guard !hasDuplicates else { return }
    let found = document.root.value(at: finding.pointer)
    if finding.code == .missingField {
        claim(found == nil, "what is missing is not there: \(model) \(finding)")
    } else {
        claim(found?.offset == finding.offset, "pointer and offset lead to one value: \(model) \(finding)")
    }
}
