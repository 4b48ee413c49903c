import ArgumentParser
import ConformanceReports
import PayloadAudit
import WireJSON

/// What is asked of payloads in place of their findings.
struct DecodeQuestions: ParsableArguments {
    /// How an answer is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, markdown, html
    }

    @Option(
        name: .customLong("sdk-version"),
        help: ArgumentHelp(
            "Says what this version of the Go SDK loses or refuses, such as v15.4.0.",
            discussion: "Exit status 1 where it gives an error for a payload.",
            valueName: "version"
        )
    )
    var sdkVersion: String?

    @Flag(help: "Says what each version of the Go SDK makes of each field: kept, lost or fails.")
    var matrix = false

    @Flag(
        name: .customLong("round-trip"),
        help: "Decodes, encodes and compares: what the models lose or invent. Exit status 1 where there is any."
    )
    var roundTrip = false

    @Flag(help: "Changes each field in turn: what is tolerated, what is reported, what breaks.")
    var stress = false

    @Option(
        help: ArgumentHelp(
            "How the answer is written: text or json, and for --matrix markdown or html too.",
            valueName: "format"
        )
    )
    var format: Format?

    /// The option that asks; nil where none does.
    var asked: String? { allAsked.first }

    private var allAsked: [String] {
        [
            (sdkVersion != nil, "--sdk-version"), (matrix, "--matrix"), (roundTrip, "--round-trip"),
            (stress, "--stress"),
        ].filter(\.0).map(\.1)
    }

    func validate() throws {
        let asked = allAsked
        if asked.count > 1 { throw ValidationError("'\(asked[0])' and '\(asked[1])' exclude each other") }
        guard let format else { return }
        guard !asked.isEmpty else {
            let questions = "--sdk-version, --matrix, --round-trip or --stress"
            throw ValidationError("'--format' stands only beside \(questions)")
        }
        if !matrix, format == .markdown || format == .html {
            throw ValidationError("'--format \(format.rawValue)' stands only beside '--matrix'")
        }
    }

    /// What is to be answered of every payload.
    ///
    /// - Throws: `CommandFailure` with status 2 for a version that is older or later than those of the table.
    func questions() throws -> PayloadQuestions {
        var questions = PayloadQuestions()
        if sdkVersion != nil || matrix { questions.matrix = SDKMatrix(try SDKFieldTable.go()) }
        if let table = questions.matrix?.table { _ = try chosenVersion(table) }
        if roundTrip { questions.roundTrip = RoundTripReport() }
        if stress { questions.stress = StressReport() }
        return questions
    }

    private func chosenVersion(_ table: SDKFieldTable) throws -> SDKVersion? {
        guard let sdkVersion else { return nil }
        let ends = [table.versions.first, table.versions.last].compactMap { $0?.description }.joined(separator: " to ")
        guard let version = SDKVersion(sdkVersion) else {
            throw CommandFailure(
                .wrongInput,
                "'\(sdkVersion)' is no version of \(table.sdk)",
                hint: "write three numbers, such as v15.4.0; the table covers \(ends)"
            )
        }
        guard table.reading(as: version) != nil else {
            let isOld = table.versions.first.map { version < $0 } ?? false
            throw CommandFailure(
                .wrongInput,
                "nothing is known of \(table.sdk) \(version), which is \(isOld ? "older" : "later") than the table",
                hint: "the table covers \(ends)"
            )
        }
        return version
    }

    /// The text to write in place of the findings, and whether it is bad news; nil where nothing was asked.
    func answer(_ tally: AuditTally) throws -> (text: String, isBad: Bool)? {
        let questions = tally.questions
        let unread = UnreadPayloads(tally, isJudged: questions.matrix != nil)
        if let matrix = questions.matrix {
            guard let version = try chosenVersion(matrix.table) else { return (text(matrix, unread), false) }
            guard let report = SDKVersionReport(matrix, version) else { return nil }
            return (text(report.text, report.json, unread), report.fails || unread.breaks)
        }
        if let report = questions.roundTrip {
            return (text(RoundTripText.text(report), report.json, unread), report.hasChanges || unread.breaks)
        }
        if let report = questions.stress {
            return (text(StressText.text(report), report.json, unread), false)
        }
        return nil
    }

    private func text(_ matrix: SDKMatrix, _ unread: UnreadPayloads) -> String {
        let grid = SDKGrid(matrix, more: unread.lines)
        return switch format {
        case nil, .text: SDKMatrixText.plain(grid)
        case .json: Self.lines(unread.added(to: matrix.json))
        case .markdown: SDKMatrixText.markdown(grid)
        case .html: SDKMatrixPage.html(grid)
        }
    }

    private func text(_ text: String, _ json: JSONValue, _ unread: UnreadPayloads) -> String {
        if format == .json { return Self.lines(unread.added(to: json)) }
        return text + unread.lines.map { $0 + "\n" }.joined()
    }

    private static func lines(_ value: JSONValue) -> String { LogText.disarmed(json: value.text(.pretty) + "\n") }
}
