import ArgumentParser
import Conformance
import PayloadAudit

/// What is looked for in payloads, and what fails.
struct DecodeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The model of payloads that do not tell it themselves, such as sessions.GetResponse.",
            discussion: "Default: the one whose members fit best.",
            valueName: "name"
        )
    )
    var model: String?

    @Option(
        help: ArgumentHelp(
            "The operation of payloads that do not tell it themselves, such as sessions.get.",
            valueName: "name"
        )
    )
    var operation: String?

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "What fails, by commas: breaking, drift, note, or codes such as unknown-enum; none for nothing.",
            discussion: """
                Nothing else fails then: 'drift' alone lets what breaks pass, 'default,drift' adds to the default, which \
                is what the policy says, else breaking.
                """,
            valueName: "list"
        )
    )
    var failOn: String?

    @Option(help: ArgumentHelp("A file that sets severities of single fields.", valueName: "file"))
    var policy: String?

    @Option(
        name: .customLong("min-coverage"),
        help: ArgumentHelp(
            "Fails where less of what the models declare was seen, of a hundred.",
            valueName: "percent"
        )
    )
    var minimumCoverage: Double?

    func validate() throws {
        guard model == nil || operation == nil else {
            throw ValidationError("'--model' and '--operation' exclude each other")
        }
        if let minimumCoverage, !(0...100).contains(minimumCoverage) {
            throw ValidationError("'--min-coverage' takes a number from 0 to 100")
        }
    }

    /// The model that is named, by itself or by its operation.
    func chosenModel(_ table: ModelTable) throws -> ModelTable.Index? {
        if let model {
            if let index = table.index(ofModel: model) { return index }
            let isOperation = table.index(ofOperation: model) != nil
            let hint = isOperation ? "'\(model)' is an operation; give it with '--operation \(model)'" : nil
            throw CommandFailure.unknownName("model", model, table.models.map(\.name), hint: hint)
        }
        guard let operation else { return nil }
        if let index = table.index(ofOperation: operation) { return index }
        let hint = table.index(ofModel: operation).map { _ in
            "'\(operation)' is a model; give it with '--model \(operation)'"
        }
        throw CommandFailure.unknownName("operation", operation, table.operations.map(\.name), hint: hint)
    }

    /// The policy of the options, `--fail-on` before what the file says.
    func chosenPolicy(_ table: ModelTable) throws -> AuditPolicy {
        var chosen = try policy.map { try PolicyFile.policy($0, table) } ?? AuditPolicy()
        guard let failOn else { return chosen }
        switch try FailOnWords(failOn, known: AuditPolicy.Gate.words, what: "severity or code") {
        case .nothing: chosen.gates = []
        case .some(let names, let besidesUsual):
            chosen.gates = (besidesUsual ? chosen.gates : []) + names.compactMap(AuditPolicy.Gate.init)
        }
        return chosen
    }
}
