import ArgumentParser
import Conformance
import ConformanceReports
import WireJSON

/// Lists cases without running them.
struct ListCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists cases without running them: their ids, or all that is known of them as JSON.",
        discussion: """
            With --requirements it lists the statements of the contract instead: what the last run showed of each \
            (passed, failed, not-run, or - where no run is known), its words, and the cases that cover it.
            """
    )

    @OptionGroup(title: "Cases")
    var selection: SelectionOptions

    @OptionGroup(title: "Cases")
    var corpus: CorpusOptions

    @OptionGroup(title: "Statements")
    var statements: RequirementOptions

    @Flag(help: "Writes a JSON array with an object for each case, or for each statement.")
    var json = false

    func perform() async throws -> ExitStatus {
        let source = try CorpusSource.resolved(option: corpus.casesFolder, paths: selection.paths)
        let loaded = try Loading.corpus(from: source, constants: corpus.constants)
        let place = SelectedPlace(source: source, paths: selection.paths)
        let plan = try Loading.plan(loaded, selection.selection(from: source), place)
        let entries = plan.items.map { loaded.entries[$0.entry] }
        if statements.requirements {
            let matrix = RequirementMatrix(loaded.requirements, loaded.catalogue.everyAnswer, entries)
            let list = RequirementList(matrix, try statements.lastRun())
            StandardStream.output.write(json ? LogText.disarmed(json: list.json) : list.text)
            return .success
        }
        if statements.results != nil {
            throw CommandFailure(.wrongInput, "'--results' stands only beside '--requirements'")
        }
        StandardStream.output.write(
            json
                ? LogText.disarmed(json: CaseList.json(entries, in: loaded)) : CaseList.text(entries)
        )
        return .success
    }
}

/// Cases as `list` writes them.
enum CaseList {
    /// An id a line, its description behind it.
    static func text(_ entries: [CaseEntry]) -> String {
        let width = min(entries.map(\.id.count).max() ?? 0, 60)
        return entries.map { entry in
            let space = String(repeating: " ", count: max(width - entry.id.count, 0))
            let skip = entry.skip.map { "(skipped: \($0))" }
            let words = VisibleText.line([entry.description, skip].compactMap(\.self).joined(separator: " "))
            return words.isEmpty ? "\(entry.id)\n" : "\(entry.id)\(space)  \(words)\n"
        }.joined()
    }

    /// A JSON array, one object a line.
    static func json(_ entries: [CaseEntry], in corpus: Corpus) -> String {
        let lines = entries.map { object(for: $0, in: corpus).text() }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }

    private static func object(for entry: CaseEntry, in corpus: Corpus) -> JSONValue {
        let position = corpus.position(of: entry.location)
        var object: JSONObject = [
            "id": .string(entry.id),
            "file": .string(position.file),
            "line": .number(JSONNumber(position.line)),
            "column": .number(JSONNumber(position.column)),
        ]
        object["description"] = entry.description.map(JSONValue.string)
        object["tags"] = .array(entry.tags.map(JSONValue.string))
        object["needs"] = .array(entry.needs.map(JSONValue.string))
        object["requirements"] = .array(entry.requirements.map(JSONValue.string))
        object["skip"] = entry.skip.map(JSONValue.string)
        return .object(object)
    }
}
