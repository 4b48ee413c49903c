import SessionModels
package import WireJSON

/// What an audit is told beside its payloads.
package struct AuditOptions: Sendable {
    /// The model of payloads that tell none themselves.
    package var model: ModelTable.Index?
    /// Members whose values are never shown.
    package var secretNames: [String]
    /// What is asked beside the findings.
    package var questions: PayloadQuestions
    /// How bad findings are: of each severity a bounded number is told apart.
    package var policy: AuditPolicy
    /// The nearest of some names to a misspelt one; nil where none is near.
    package var closest: @Sendable (String, [String]) -> String?

    /// Makes options.
    package init(
        model: ModelTable.Index? = nil,
        secretNames: [String] = [],
        questions: PayloadQuestions = PayloadQuestions(),
        policy: AuditPolicy = AuditPolicy(),
        closest: @escaping @Sendable (String, [String]) -> String? = { _, _ in nil }
    ) {
        self.model = model
        self.secretNames = secretNames
        self.questions = questions
        self.policy = policy
        self.closest = closest
    }
}

/// Audits texts one after the other; what it counts depends on them alone.
package struct Auditor: Sendable {
    let table: ModelTable
    private let options: AuditOptions
    let shown: ShownValue
    /// What was counted so far.
    package internal(set) var tally: AuditTally
    /// The answers that need no audit any more, as it is known what comes of them; nil where all are audited.
    package private(set) var book: AnswerBook?
    /// The lines that needed no decoding.
    package internal(set) var knownLines = 0
    /// What was learned of the text that is audited; nil where nobody is to learn, or where others like it may differ.
    private var lesson: Lesson?
    private var isLearning = false
    /// The best fitting models of payloads by their signatures: found once for payloads that are alike.
    private var fits: [[UInt8]: ModelTable.Index?] = [:]

    /// Pointers of findings, folded before.
    private var folds: [Place: JSONPointer] = [:]

    /// What is asked for in the place of names that are not known.
    private var guesses: [String: String] = [:]

    /// A pointer in payloads of a model.
    private struct Place: Hashable {
        var model: ModelTable.Index
        var pointer: JSONPointer
    }

    /// The most signatures, and the most folded pointers, that are remembered.
    private static let mostRemembered = 1_000

    /// Makes an auditor that has seen nothing; with a book it learns from lines, and decodes none that it knows.
    package init(_ table: ModelTable, _ options: AuditOptions, book: AnswerBook? = nil) {
        // Other questions than the findings are asked of each answer by itself.
        self.book = options.questions.isEmpty ? book : nil
        self.table = table
        self.options = options
        shown = ShownValue(secretNames: options.secretNames)
        tally = AuditTally(table, options.policy)
        tally.questions = options.questions
    }

    /// Audits all that a text holds; one that is no JSON is a finding.
    package mutating func audit(_ bytes: [UInt8], at place: PayloadPlace) {
        tally.bytes += bytes.count
        do throws(JSONParseError) {
            audit(try JSONDocument(bytes), at: place)
        } catch {
            refuse(error, at: place)
        }
    }

    /// Audits all that a line holds, and learns from it while there is room.
    mutating func learn(from bytes: [UInt8], at place: PayloadPlace) {
        isLearning = book?.hasRoom == true
        lesson = nil
        audit(bytes, at: place)
        guard isLearning, let lesson else { return }
        isLearning = false
        if let answer = KnownAnswer(lesson, of: table.models[lesson.model]) { book?.learn(answer) }
    }

    /// Audits all that a text holds.
    package mutating func audit(_ document: JSONDocument, at place: PayloadPlace) {
        PayloadContainer.payloads(in: document.root, place) { audit($0) }
    }

    /// Notes a text that is no JSON.
    package mutating func refuse(_ error: JSONParseError, at place: PayloadPlace) {
        tally.payloads += 1
        tally.broken += 1
        let location = AuditLocation(
            file: place.file,
            line: error.position.line + place.linesBefore,
            column: error.position.column
        )
        tally.questions.addUnreadable(as: options.model.map { table.models[$0] })
        note(error.code == .empty ? .emptyBody : .notJSON, at: location, "JSON", error.shownWords)
    }

    /// Notes something that is wrong with the input itself.
    package mutating func note(
        _ code: AuditCode.Input,
        at location: AuditLocation,
        _ expected: String,
        _ actual: String
    ) {
        _ = add(.input(code), model: nil, .root, expected, AuditFinding.Example(location: location, actual: actual))
    }

    /// Audits one payload.
    package mutating func audit(_ payload: Payload) {
        var payload = payload
        if isForeign(payload) { payload.content = .skipped(.otherAddress) }
        let isError = payload.status.map { $0 >= 400 } ?? false
        switch payload.content {
        case .skipped(let reason): tally.skipped[reason, default: 0] += 1
        case .empty:
            tally.payloads += 1
            guard !Self.mayBeEmpty(payload.status) else { return }
            refuse(payload, isError ? .emptyError : .emptyBody, "nothing", isError: isError)
        case .notJSON(let words):
            tally.payloads += 1
            refuse(payload, isError ? .errorNotJSON : .notJSON, words, isError: isError)
        case .badForm(let view, let expected, let actual):
            tally.payloads += 1
            tally.broken += 1
            note(.badForm, at: payload.place.start(of: view), expected, actual)
        case .json(let view):
            tally.payloads += 1
            audit(view, payload, isError: isError)
        }
    }

    /// Whether an answer of this status has no body.
    ///
    /// > Source: RFC 9110 §15.3.5 and §15.4.5
    private static func mayBeEmpty(_ status: Int?) -> Bool { status == 204 || status == 304 }

    /// Whether an archive holds the answer of something else: a page, an image, another API.
    private func isForeign(_ payload: Payload) -> Bool {
        guard payload.operation == nil, payload.model == nil, options.model == nil, let url = payload.url else {
            return false
        }
        return table.index(method: payload.method, url: url) == nil
    }

    private mutating func refuse(_ payload: Payload, _ code: AuditCode.Input, _ actual: String, isError: Bool) {
        tally.broken += AuditCode.input(code).usualSeverity == .breaking ? 1 : 0
        let model = isError ? table.error : told(payload)?.index
        tally.questions.addUnreadable(as: model.map { table.models[$0] })
        note(code, at: payload.place.start(of: nil), "JSON", actual)
    }

    private mutating func audit(_ view: JSONView, _ payload: Payload, isError: Bool) {
        guard let (index, choice) = model(of: view, payload, isError: isError) else {
            tally.broken += 1
            return note(.noModel, at: payload.place.start(of: view), "a member of any model", Self.kind(of: view))
        }
        tally.choices[AuditTally.Choice(model: index, choice: choice), default: 0] += 1
        let model = table.models[index]
        let decoding =
            isLearning ? model.entry.watch(view) : WatchedDecoding(findings: model.entry.decode(view))
        var cursor = LocationCursor(view.document, payload.place)
        let findings = decoding.findings.map { add($0, &cursor, model, index) }
        let isBroken = decoding.findings.contains(where: \.breaks)
        if isBroken { tally.broken += 1 }
        if isLearning, payload.place.holder == nil {
            lesson = Lesson(
                view: view,
                model: index,
                choice: choice,
                isBroken: isBroken,
                findings: findings,
                checks: decoding.checks
            )
        }
        tally.shapes[index, default: model.shape].fold(view)
        tally.questions.add(view, as: model, at: payload.place)
    }

    private static func kind(of view: JSONView) -> String {
        view.kind == .object ? "an object of \(ShownValue.count(view.count, "member"))" : view.kind.word
    }

    // MARK: The model

    private mutating func model(
        of view: JSONView,
        _ payload: Payload,
        isError: Bool
    ) -> (ModelTable.Index, ModelChoice)? {
        if isError || payload.status == nil && Self.isErrorForm(view) { return (table.error, .error) }
        let told = told(payload)
        if told?.choice != .operation, let named = payload.model ?? payload.operation {
            // Where each stands is told, so that lines like this one are not to be learned.
            isLearning = false
            var place = payload.place
            place.holder = payload.named ?? place.holder
            let names = payload.model == nil ? table.operations.map(\.name) : table.models.map(\.name)
            note(.unknownOperation, at: place.start(of: view), expectedName(named, names), PlainKey.shown(named))
        }
        return told ?? fit(view).map { ($0, .fit) }
    }

    /// What is asked for in the place of a name that is not known: with the one that may have been meant.
    private mutating func expectedName(_ name: String, _ names: [String]) -> String {
        if let known = guesses[name] { return known }
        let guess = options.closest(name, names).map { ", such as '\($0)'" } ?? ""
        let expected = "a name of the catalogue\(guess)"
        if guesses.count < Self.mostRemembered { guesses[name] = expected }
        return expected
    }

    /// What the input, or else an option, tells of the model of an answer that is no error.
    private func told(_ payload: Payload) -> (index: ModelTable.Index, choice: ModelChoice)? {
        let named =
            payload.model.flatMap { table.index(ofModel: $0) }
            ?? payload.operation.flatMap { table.index(ofOperation: $0) }
        if let named { return (named, .operation) }
        if let url = payload.url, let found = table.index(method: payload.method, url: url) { return (found, .address) }
        return options.model.map { ($0, .option) }
    }

    /// Whether a body without a status is an error by its members.
    private static func isErrorForm(_ view: JSONView) -> Bool {
        view["error_type"] != nil || view["error"]?.kind == .string && view["status_code"] != nil
    }

    private mutating func fit(_ view: JSONView) -> ModelTable.Index? {
        guard view.kind == .object else { return nil }
        let signature = FitSignature(of: view)
        let bytes = signature.bytes
        if let known = fits[bytes] { return known }
        let scores = table.candidates.map { (index: $0, score: signature.score(table.models[$0].fit)) }
        let best = scores.filter { $0.score.known > 0 }.min { $0.score < $1.score }?.index
        if fits.count < Self.mostRemembered { fits[bytes] = .some(best) }
        return best
    }

    // MARK: Findings

    /// Counts a finding, and says as what.
    private mutating func add(
        _ finding: DecodingFinding,
        _ cursor: inout LocationCursor,
        _ model: AuditModel,
        _ index: ModelTable.Index
    ) -> Lesson.Finding {
        let pointer = folded(finding.pointer, model, index)
        let location = cursor.location(of: finding.offset)
        let view = finding.code == .missingField ? nil : cursor.document.value(startingAt: finding.offset)
        let code = AuditCode.decoding(finding.code)
        let actual = view.map { shown.text($0, code, key: finding.pointer.tokens.last) } ?? "nothing"
        let example = AuditFinding.Example(location: location, actual: actual)
        let expected = ShownValue.expected(finding)
        let key = add(code, model: index, pointer, expected, example)
        if finding.code == .unknownField, let view {
            tally.addDrift(view, at: location, AuditTally.DriftKey(model: index, pointer: pointer))
        }
        return Lesson.Finding(
            key: key,
            expected: expected,
            actual: actual,
            offset: finding.offset,
            member: finding.pointer.tokens.last
        )
    }

    private mutating func folded(
        _ pointer: JSONPointer,
        _ model: AuditModel,
        _ index: ModelTable.Index
    ) -> JSONPointer {
        let place = Place(model: index, pointer: pointer)
        if let known = folds[place] { return known }
        let folded = model.folded(pointer)
        if folds.count < Self.mostRemembered { folds[place] = folded }
        return folded
    }

    private mutating func add(
        _ code: AuditCode,
        model: ModelTable.Index?,
        _ pointer: JSONPointer,
        _ expected: String,
        _ example: AuditFinding.Example
    ) -> AuditFinding.Key {
        let key = AuditFinding.Key(code: code, model: model, pointer: pointer)
        tally.add(AuditTally.Finding(expected: expected, first: example), key)
        return key
    }
}
