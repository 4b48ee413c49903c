import WireJSON

@testable import Conformance

/// What a corpus may put in here, besides what its size allows: so little that many inputs come to the end of it.
private let mostPutIn = 16_384

/// The case loader over a small corpus, of which the input is one file or more.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCases(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let files = SmallCorpus.files(with: bytes)
    let options = LoadOptions(
        constants: bytes.count % 8 == 1 ? ["from_outside": "x"] : JSONObject(),
        models: ["sessions.AuthenticateResponse", "sessions.GetResponse", "errors.Error", "passwords.CreateResponse"]
    )
    let load = CorpusLoader.load(files, options: options, mayPutIn: mostPutIn)
    claim((load.corpus == nil) == load.diagnostics.contains { $0.severity == .error }, "a corpus has no error")
    for diagnostic in load.diagnostics { check(diagnostic, in: files) }
    checkOrder(of: load.diagnostics)
    if let corpus = load.corpus { check(corpus) }
    if bytes.count % 16 == 0 {
        let again = CorpusLoader.load(files.reversed(), options: options, mayPutIn: mostPutIn)
        claim(again.diagnostics == load.diagnostics, "mistakes do not depend on the order of the files")
        let ids = [load, again].map { $0.corpus?.entries.map(\.id) }
        claim(ids[0] == ids[1], "cases do not depend on the order of the files")
    }
    return 0
}

/// A mistake stands in a file of the corpus, on a line and column that are there, and is fit to be shown.
private func check(_ diagnostic: CaseDiagnostic, in files: [CorpusFile]) {
    let position = diagnostic.position
    claim(!diagnostic.code.rawValue.isEmpty && !diagnostic.message.isEmpty, "a mistake has words: \(diagnostic)")
    claim(isOneLine(diagnostic.message), "a message is one line: \(diagnostic)")
    claim(diagnostic.hint.map(isOneLine) ?? true, "a hint is one line: \(diagnostic)")
    claim(isOneLine(diagnostic.line), "the line is one: \(diagnostic)")
    let width = diagnostic.line.unicodeScalars.count
    claim((1...width + 1).contains(diagnostic.caretColumn), "the caret is under the line: \(diagnostic)")
    claim(diagnostic.rendered.utf8.count < 20_000, "a mistake is not told at length: \(diagnostic.rendered.utf8.count)")
    guard position.file != "--variable" else { return }
    guard let file = files.first(where: { $0.path.utf8.elementsEqual(position.file.utf8) }) else {
        return claim(diagnostic.code == .noOperationsFile, "the file is one of the corpus: \(diagnostic)")
    }
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    claim((1...max(lines.count, 1)).contains(position.line), "the line is in the file: \(diagnostic)")
    let letters = lines[position.line - 1].count { $0 & 0xC0 != 0x80 }
    claim((1...letters + 1).contains(position.column), "the column is in the line: \(diagnostic)")
}

private func isOneLine(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.value < 0x20 && $0.value != 0x09 || $0.value == 0x7F }
}

private func checkOrder(of diagnostics: [CaseDiagnostic]) {
    for (one, next) in zip(diagnostics, diagnostics.dropFirst()) where one.position.file == next.position.file {
        let (left, right) = (one.position, next.position)
        claim((left.line, left.column) <= (right.line, right.column), "mistakes come in the order of the file")
    }
}

/// Whatever was accepted compiles, each case under its own id.
private func check(_ corpus: Corpus) {
    var ids: Set<[UInt8]> = []
    for entry in corpus.entries.prefix(100) {
        let compiled = corpus.compile(entry)
        claim(compiled.id.utf8.elementsEqual(entry.id.utf8), "a case compiles under its id: \(entry.id)")
        claim(ids.insert(Array(entry.id.utf8)).inserted, "no two cases have one id: \(entry.id)")
        claim(corpus.position(of: entry.location).line >= 1, "a case stands in a file")
        for step in compiled.setup + compiled.steps + compiled.caseTeardown + compiled.suiteTeardown {
            check(step, of: compiled, in: corpus)
        }
    }
}

private func check(_ step: Step, of compiled: CompiledCase, in corpus: Corpus) {
    let position = corpus.position(of: step.location)
    claim(position.line >= 1 && position.column >= 1, "a step stands in a file: \(position)")
    let captures: [Capture]
    switch step.action {
    case .request(let request):
        claim(!request.expectations.alternatives.isEmpty, "a request expects something: \(compiled.id)")
        captures = request.captures
    case .payload(let payload): captures = payload.captures
    case .mock, .check: captures = []
    case .beginUse(_, let teardown):
        captures = []
        for step in teardown { check(step, of: compiled, in: corpus) }
    }
    for capture in captures {
        claim(compiled.variables.indices.contains(capture.variable), "a capture has a variable: \(compiled.id)")
    }
}
