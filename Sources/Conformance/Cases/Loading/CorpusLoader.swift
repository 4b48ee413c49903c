import WireJSON

/// Reads a corpus: all files, all mistakes at once.
package enum CorpusLoader {
    /// Reads the files of a corpus folder, checks every expansion of every case once, and keeps them in source form.
    ///
    /// The files may come in any order. Nothing is read from disk here.
    package static func load(_ files: [CorpusFile], options: LoadOptions = LoadOptions()) -> CorpusLoad {
        load(files, options: options, mayPutIn: LoadWork.base)
    }

    /// Loads with another bound for what a small corpus may put in.
    static func load(_ files: [CorpusFile], options: LoadOptions, mayPutIn base: Int) -> CorpusLoad {
        var reading = CorpusReading(options)
        reading.library.work = LoadWork(base: base)
        reading.parse(files)
        reading.readNames()
        reading.readCatalogue()
        reading.readShapes()
        reading.readParts()
        reading.readSuites()
        return reading.result()
    }
}

/// A load while it goes on, file kind by file kind.
struct CorpusReading {
    /// A file that is JSON.
    struct ParsedFile: Sendable {
        var index: Int32
        var role: CorpusFileRole
        var root: JSONView
    }

    var library = CaseLibrary()
    var problems = ProblemList()
    var parsed: [ParsedFile] = []
    /// The files that cannot be read or are no JSON, by what they would have been.
    var unreadable: Set<CorpusFileRole> = []
    var catalogue = Catalogue()
    var shapes: [Shape] = []
    var requirements: [Requirement] = []
    var knownFailures: [KnownFailure] = []
    var entries: [CaseEntry] = []
    let options: LoadOptions
    private var broken: [(error: JSONParseError, file: CorpusFile)] = []
    /// The files that are there and cannot be read.
    private var unread: [CorpusFile] = []
    private var constants: JSONObject { options.constants }

    /// Whether nothing more need be read: there are too many mistakes, or the load may do no more.
    var isOver: Bool { problems.isFull || library.work.isSpent }

    init(_ options: LoadOptions) {
        self.options = options
        library.models = options.models
    }

    /// Parses all files, in the order of their names.
    mutating func parse(_ files: [CorpusFile]) {
        addConstants()
        let known = files.filter { CorpusFileRole(name: $0.name) != .other }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let (files, unread) = (known.filter { $0.unreadable == nil }, known.filter { $0.unreadable != nil })
        for file in unread {
            unreadable.insert(CorpusFileRole(name: file.name))
            self.unread.append(file)
        }
        let documents = options.sideBySide(files.count) { number in
            Result { () throws(JSONParseError) in try JSONDocument(files[number].bytes) }
        }
        for (file, document) in zip(files, documents) {
            let role = CorpusFileRole(name: file.name)
            library.work.grant(forBytes: file.bytes.count)
            do throws(JSONParseError) {
                let document = try document.get()
                library.files.append(SourceFile(path: file.path, document: document))
                let index = Int32(library.files.count - 1)
                parsed.append(ParsedFile(index: index, role: role, root: document.root))
                reportDuplicateKeys(of: document, file: index)
            } catch {
                unreadable.insert(role)
                broken.append((error, file))
            }
        }
    }

    /// The constants of the run, as a file of their own, so that their values are read like all others.
    private mutating func addConstants() {
        guard !constants.isEmpty, let document = try? JSONDocument(JSONValue.object(constants).bytes()) else { return }
        library.files.append(SourceFile(path: SourceFile.variablesPath, document: document))
        library.constants = SourceConstants(file: 0, view: document.root)
        for member in document.root.members {
            let location = SourceLocation(file: 0, offset: UInt32(member.keyOffset))
            if !NameSyntax.isWord(member.key) {
                problems.add(.badName(member.key, expected: NameRule.word.phrase), at: location)
            } else if Placeholder.isReserved(member.key) {
                problems.add(.reservedName(member.key), at: location)
            }
        }
    }

    private mutating func reportDuplicateKeys(of document: JSONDocument, file: Int32) {
        for duplicate in document.duplicateKeys where !problems.isFull {
            let first = document.position(at: duplicate.firstOffset)
            let location = SourceLocation(file: file, offset: UInt32(duplicate.offset))
            problems.add(.duplicateKey(duplicate.key, first: "line \(first.line)"), at: location)
        }
    }

    // MARK: The result

    mutating func result() -> CorpusLoad {
        let redaction = SourceRedaction(names: catalogue.secrets, constants: library.constants?.view)
        let told = problems.told
        let found =
            unread.map(CaseDiagnostic.init(ofUnreadable:))
            + broken.map { Self.diagnostic($0.error, in: $0.file, redaction) }
            + told.map { diagnostic($0.problem, redaction).telling(consequences: $0.consequences) }
        let sorted = found.enumerated().sorted { one, other in
            let (left, right) = (one.element.position, other.element.position)
            if !left.file.hasSameScalars(as: right.file) {
                return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
            }
            return (left.line, left.column, one.offset) < (right.line, right.column, other.offset)
        }
        let diagnostics = sorted.map(\.element)
        guard !isOver, !problems.hasConsequences, !diagnostics.contains(where: { $0.severity == .error }) else {
            return CorpusLoad(corpus: nil, diagnostics: diagnostics)
        }
        let corpus = Corpus(
            files: library.files,
            catalogue: catalogue,
            shapes: shapes,
            requirements: requirements,
            knownFailures: knownFailures,
            entries: entries,
            constants: constants,
            library: library
        )
        return CorpusLoad(corpus: corpus, diagnostics: diagnostics)
    }

    private func diagnostic(_ problem: LocatedProblem, _ redaction: SourceRedaction) -> CaseDiagnostic {
        guard problem.location.file >= 0 else {
            return CaseDiagnostic(
                code: problem.problem.code,
                position: FilePosition(file: "operations.json", line: 0, column: 0),
                message: problem.problem.message,
                hint: problem.problem.hint,
                line: "",
                caretColumn: 1
            )
        }
        guard problem.location.file != library.constants?.file else { return diagnostic(ofConstant: problem.problem) }
        let file = library.files[Int(problem.location.file)]
        return CaseDiagnostic(
            code: problem.problem.code,
            in: file,
            offset: Int(problem.location.offset),
            message: problem.problem.message,
            hint: problem.problem.hint,
            redaction.redactor(file, at: Int(problem.location.offset))
        )
    }

    /// A mistake in what the command line gives, which has no line: what was given is not repeated, as it may be a secret.
    private func diagnostic(ofConstant problem: CaseProblem) -> CaseDiagnostic {
        CaseDiagnostic(
            code: problem.code,
            position: FilePosition(file: SourceFile.variablesPath, line: 0, column: 0),
            message: problem.message,
            hint: problem.hint,
            line: "",
            caretColumn: 1
        )
    }

    private static func diagnostic(
        _ error: JSONParseError,
        in file: CorpusFile,
        _ redaction: SourceRedaction
    ) -> CaseDiagnostic {
        let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self) }
        var position = error.position
        // What ends too early is shown where its last line ends, rather than as an empty line.
        if error.offset >= file.bytes.count, let last = lines.lastIndex(where: { $0.contains { !$0.isWhitespace } }) {
            position = JSONPosition(line: last + 1, column: lines[last].unicodeScalars.count + 1)
        }
        let line = position.line <= lines.count ? lines[position.line - 1] : ""
        let around = lines[max(0, min(position.line, lines.count) - 2)..<min(position.line, lines.count)]
        let redactor = redaction.redactor(around.joined(separator: "\n"))
        let shown = redactor.redact(line: line, column: position.column)
        let excerpt = SourceExcerpt(line: shown.line, column: shown.column)
        let problem = error.code == .empty ? CaseProblem.emptyFile : .invalidJSON(error.message)
        return CaseDiagnostic(
            code: problem.code,
            position: FilePosition(file: file.path, line: position.line, column: position.column),
            message: redactor.redact(problem.message),
            hint: problem.hint,
            line: excerpt.line,
            caretColumn: excerpt.caretColumn
        )
    }
}
