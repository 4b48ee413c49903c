extension Grammar {
    static let operations = ObjectRule(
        name: "operations file",
        meaning: "The catalogue: each operation, what is secret, and what holds for every answer.",
        keys: [
            KeyRule(
                "secrets",
                .list(.text),
                known: .written,
                default: "[]",
                "Members and captures of these names are secret."
            ),
            KeyRule(
                "everyAnswer",
                .object(everyAnswer),
                known: .written,
                default: "{}",
                "What holds for every answer."
            ),
            KeyRule("operations", .map(.dottedWord, .object(operation)), required: true, known: .written, "By name."),
        ]
    )

    static let everyAnswer = ObjectRule(
        name: "table of rules",
        meaning: "What holds for every answer of an operation.",
        keys: [
            KeyRule("any", .object(everyAnswerRule), known: .written, "Of all answers."),
            KeyRule("ok", .object(everyAnswerRule), known: .written, "Of 2xx answers."),
            KeyRule("error", .object(everyAnswerRule), known: .written, "Of all others."),
        ]
    )

    static let operation = ObjectRule(
        name: "operation",
        meaning: "One operation of the target.",
        keys: [
            KeyRule("method", .method, required: true, known: .written, "Its HTTP method."),
            KeyRule("path", .path, required: true, known: .written, "Its path, with {name} for each parameter in it."),
            KeyRule("params", .map(.any, .object(place)), known: .written, default: "{}", "Its parameters by name."),
            KeyRule("model", .text, required: true, known: .written, "The model of its answer, or \"none\"."),
            KeyRule(
                "success",
                .list(.integer(100...599), atLeast: 1),
                known: .written,
                default: "[200]",
                "The statuses of success."
            ),
            KeyRule(
                "auth",
                .choice(["project", "none"]),
                known: .written,
                default: "\"project\"",
                "The credentials sent."
            ),
            KeyRule("repeatable", .boolean, known: .written, default: "false", "Whether it may be sent twice."),
            KeyRule(
                "everyAnswer",
                .boolean,
                known: .written,
                default: "true",
                "Whether the rules of answers hold for it."
            ),
        ]
    )

    static let place = ObjectRule(
        name: "parameter",
        meaning: "Where a parameter is put.",
        keys: [
            KeyRule(
                "in",
                .choice(Operation.Place.allCases.map(\.rawValue)),
                required: true,
                known: .written,
                "In the path, the query or the body."
            )
        ]
    )

    static let requirement = ObjectRule(
        name: "requirement",
        meaning: "One statement of the contract.",
        keys: [
            KeyRule("id", .text, required: true, known: .written, "Unique in the file; cases name it."),
            KeyRule("text", .text, required: true, known: .written, "The statement."),
            KeyRule("source", .text, required: true, known: .written, "Where it comes from."),
            KeyRule("ground", .text, required: true, known: .written, "Whether it is documented, observed or assumed."),
            KeyRule(
                "offline",
                .boolean,
                known: .written,
                default: "false",
                "Whether a stored answer or a local check shows it; else only a case with an answer of the target does."
            ),
        ]
    )

    static let acceptedChange = ObjectRule(
        name: "accepted change",
        meaning: "A change between two runs that is agreed to, and why; 'compare --accept' reads a list of them.",
        keys: [
            KeyRule(
                "change",
                .choice(ChangeKind.allCases.map(\.rawValue)),
                required: true,
                known: .written,
                "The kind of change."
            ),
            KeyRule("case", .text, known: .written, "A glob over full ids of cases."),
            KeyRule("operation", .text, known: .written, "A glob over names of operations."),
            KeyRule(
                "pointer",
                .text,
                known: .written,
                "A glob over pointers of the operation's answers, or of the model, such as /sessions/*/roles; else all."
            ),
            KeyRule("statement", .text, known: .written, "A glob over ids of requirements.json."),
            KeyRule("model", .text, known: .written, "A glob over names of models."),
            KeyRule("reason", .text, required: true, known: .written, "Why it is agreed to."),
            KeyRule("until", .date, required: true, known: .written, "The last day it holds."),
        ],
        constraints: [
            .exactlyOne(["case", "operation", "statement", "model"]), .only("pointer", beside: ["operation", "model"]),
        ]
    )

    static let knownFailure = ObjectRule(
        name: "known failure",
        meaning: "Cases that are known to fail, and why.",
        keys: [
            KeyRule("case", .text, required: true, known: .written, "A glob over full ids of cases."),
            KeyRule("targets", .list(.text), known: .written, default: "[]", "The targets it holds for; else all."),
            KeyRule("reason", .text, required: true, known: .written, "Why they fail."),
            KeyRule("link", .text, required: true, known: .written, "Where it is reported."),
            KeyRule("until", .date, required: true, known: .written, "The day it ends."),
            KeyRule("message", .text, required: true, known: .written, "How the first finding begins."),
        ]
    )
}
