import ArgumentParser
import Conformance
import PayloadAudit
import WireJSON

/// Decodes stored answers and says what the models lose of them.
struct DecodeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Decodes stored answers: what breaks, what no model knows, what was seen of the models.",
        discussion: """
            Reads files that hold one JSON text, one text a line (.ndjson, .jsonl), an array of answers, an HTTP \
            archive (.har) or the results.json of a run, each also as gzip; folders are searched for such files, and \
            '-' is standard input. The model of an answer is that of its operation or address where the input tells \
            it, else --model or --operation, else the one that fits best; the choice is shown.

            Nothing is sent, and no text of an answer is shown.

            Stored answers:   stytch-conformance decode answers/
            A capture:        stytch-conformance decode --json decode.json capture.har
            A log:            zcat answers.ndjson.gz | stytch-conformance decode --fail-on breaking,drift -
            Every version:    stytch-conformance decode --matrix --format html answers/ > matrix.html

            Exit status: 0 nothing that fails; 1 findings that fail, or too little coverage; 2 options, policy or an \
            input unreadable; 4 nothing to decode; 130 stopped by SIGINT, with what was read so far.
            """
    )

    @OptionGroup(title: "Judging")
    var judging: DecodeOptions

    @OptionGroup(title: "Other questions, answered in place of the findings")
    var asking: DecodeQuestions

    @Option(
        name: .customLong("cases"),
        help: ArgumentHelp(
            "The folder whose operations.json names the operations.",
            discussion: "Default: the operations built into the program.",
            valueName: "dir"
        )
    )
    var casesFolder: String?

    @Option(
        name: .customLong("json"),
        help: ArgumentHelp("Also writes all of it as JSON to a file.", valueName: "file")
    )
    var jsonFile: String?

    @Argument(help: ArgumentHelp("Files, folders, or '-' for standard input.", valueName: "path"))
    var paths: [String]

    func validate() throws {
        guard asking.asked != nil else { return }
        let judges = [(judging.failOn != nil, "--fail-on"), (judging.minimumCoverage != nil, "--min-coverage")]
        if let option = judges.first(where: \.0)?.1, let question = asking.asked {
            throw ValidationError("'\(option)' judges findings, in whose place '\(question)' is answered")
        }
    }

    func perform() async throws -> ExitStatus {
        let catalogue = try DecodeCatalogue(casesFolder: casesFolder)
        let table = ModelTable(operations: catalogue.operations)
        let policy = try judging.chosenPolicy(table)
        let options = AuditOptions(
            model: try judging.chosenModel(table),
            secretNames: catalogue.secretNames,
            questions: try asking.questions(),
            policy: policy,
            closest: { ClosestName.of($0, among: $1) }
        )
        let inputs = try DecodeInputs(paths)
        if let jsonFile {
            try await Export.writing { () throws(LocalFiles.Problem) in try StagedFiles.prepare(jsonFile) }
        }

        let stop = StopPipe()
        let signals = SignalWatch.begin { _ in stop.stop() }
        let outcome = await DecodeSession(table: table, options: options, stop: stop).perform(inputs.files)
        for file in inputs.archivesOfResults {
            StandardStream.error.write(
                "note: '\(VisibleText.line(file))' was passed over: results.json beside it has its answers\n"
            )
        }
        let report = AuditReport(outcome.tally, table, policy, minimumCoverage: judging.minimumCoverage)
        let answer = try asking.answer(outcome.tally)
        let isWhole = outcome.problems.isEmpty && signals.request == nil
        let text = answer?.text ?? AuditText.text(report, files: outcome.files, isWhole: isWhole)
        try await write(text, report, outcome, interruption: signals.request)
        return status(report, outcome, signals.request, fails: answer?.isBad ?? !report.failures.isEmpty)
    }

    private func write(
        _ text: String,
        _ report: AuditReport,
        _ outcome: DecodeSession.Outcome,
        interruption: SignalWatch.Request?
    ) async throws {
        StandardStream.output.write(text)
        for problem in outcome.problems { StandardStream.error.write("error: \(VisibleText.line(problem))\n") }
        if let interruption { StandardStream.error.write("stopped by \(interruption.name): not all was read\n") }
        guard let jsonFile else { return }
        let value = AuditJSON.value(
            report,
            files: outcome.files,
            problems: outcome.problems,
            interruption: interruption?.name
        )
        try await Export.writing { () async throws(LocalFiles.Problem) in
            try await StagedFiles.write(Array((value.text(.pretty) + "\n").utf8), to: jsonFile)
        }
    }

    private func status(
        _ report: AuditReport,
        _ outcome: DecodeSession.Outcome,
        _ request: SignalWatch.Request?,
        fails: Bool
    ) -> ExitStatus {
        var statuses: [ExitStatus] = request.map { [$0.status] } ?? []
        if !outcome.problems.isEmpty { statuses.append(.wrongInput) }
        if report.isOfNothing { statuses.append(.nothingSelected) }
        if fails { statuses.append(.unexpected) }
        return .worst(statuses)
    }
}
