import ArgumentParser
import Conformance
import WireJSON

/// Which case files are read, and which constants they are given.
struct CorpusOptions: ParsableArguments {
    @Option(
        name: .customLong("cases"),
        help: ArgumentHelp(
            "The folder that holds operations.json and the suites.",
            discussion:
                "Default: the folder of a path that is given, else ./cases, else the cases built into the program.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var casesFolder: String?

    @Option(
        name: .customLong("variable"),
        parsing: .singleValue,
        help: ArgumentHelp(
            "Sets a variable of every suite, named by a-z, 0-9 and _; its value is JSON if it reads as JSON, else text. Repeatable.",
            valueName: "name=value"
        )
    )
    var variables: [VariableArgument] = []

    /// The constants, the last of equal names counting.
    var constants: JSONObject {
        var constants = JSONObject()
        for variable in variables { constants[variable.name] = variable.value }
        return constants
    }
}

/// Which cases are taken.
struct SelectionOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Suites or folders of them, such as sessions, sessions/get or cases/sessions/get.json.",
            valueName: "path"
        ),
        completion: .file(extensions: ["json"])
    )
    var paths: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Takes only the cases whose id, or the start of it, matches. '*' stands for any letters but '/', '**' for any; '!' in front leaves the cases out. Repeatable.",
            valueName: "glob"
        ),
        completion: Completions.caseIDs
    )
    var filter: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Takes only the cases with this tag; '!' in front leaves them out. Repeatable.",
            valueName: "tag"
        ),
        completion: Completions.tags
    )
    var tag: [String] = []

    /// The selection from this source.
    ///
    /// - Throws: `CommandFailure` with status 2 where a filter or a tag is empty.
    func selection(from source: CorpusSource) throws -> Selection {
        for (option, texts) in [("--filter", filter), ("--tag", tag)] where texts.contains(where: \.isEmpty) {
            throw CommandFailure(
                .wrongInput,
                "'\(option)' is empty",
                hint: "a variable of the shell may be so; without \(option) all cases are taken"
            )
        }
        let inside = paths.map(source.selectionPath)
        return Selection(
            filters: filter,
            tags: tag,
            paths: inside.contains { $0 == nil } ? [] : inside.compactMap(\.self)
        )
    }
}
