/// The grammar of the case files: every kind of object, its keys and what they may hold.
///
/// The loader reads by it and ``CaseSchemas`` writes it out, so files, messages and schemas cannot disagree.
enum Grammar {
    static let suite = ObjectRule(
        name: "suite",
        meaning: "A file of cases; its id is its path below the corpus folder, without .json.",
        keys: [
            KeyRule("$schema", .text, known: .written, "For editors; not read."),
            KeyRule("description", .text, required: true, known: .written, "What the suite is about, in one sentence."),
            KeyRule("tags", .list(.word), known: .written, default: "[]", "Added to the tags of each case."),
            KeyRule("needs", .list(.choice(needs)), known: .written, default: "[]", "Added to the needs of each case."),
            KeyRule(
                "variables",
                .map(.word, .anything),
                known: .run,
                default: "{}",
                "Constants of the suite; a variable of the run overrides the one of its name."
            ),
            KeyRule("setup", steps, default: "[]", "Steps before the setup of each case."),
            KeyRule("teardown", steps, default: "[]", "Steps after the teardown of each case."),
            KeyRule("cases", .list(.object(testCase), atLeast: 1), required: true, known: .written, "The cases."),
        ]
    )

    static let testCase = ObjectRule(
        name: "case",
        meaning: "One case: its steps, or the keys of a single step.",
        keys: [
            KeyRule("id", .identifier, required: true, known: .written, "Unique in the suite."),
            KeyRule("description", .text, "What the case shows, in one sentence."),
            KeyRule("requirements", .list(.text), default: "[]", "Ids of requirements.json that the case covers."),
            KeyRule("tags", .list(.word), default: "[]", "Words to select the case by."),
            KeyRule(
                "needs",
                .list(.choice(needs)),
                default: "[]",
                "What only some targets offer; what mock steps need follows from them."
            ),
            KeyRule("skip", .text, "Why the case is not run."),
            KeyRule(
                "rows",
                .list(.object(row), atLeast: 1),
                known: .written,
                "One case a row; its members, besides id, are variables of the case."
            ),
            KeyRule("setup", steps, default: "[]", "Steps before; where they fail, the case is errored."),
            KeyRule("teardown", steps, default: "[]", "Steps that always run at the end."),
            KeyRule("steps", .list(.object(step), atLeast: 1), "What the case does, in order."),
        ] + step.keys,
        constraints: [.exactlyOne(["steps"] + stepKinds)] + stepConstraints
    )

    static let row = ObjectRule(
        name: "row",
        meaning: "A row of a case; every member besides id is a variable.",
        keys: [KeyRule("id", .identifier, required: true, known: .written, "Unique in the case.")],
        others: .anything
    )

    static let fragment = ObjectRule(
        name: "fragment",
        meaning:
            "Steps to use again. It sees its parameters and its own names; the caller sees what it returns.",
        keys: [
            KeyRule("description", .text, required: true, known: .written, "What it does, in one sentence."),
            KeyRule(
                "params",
                .map(.word, .object(parameter)),
                known: .written,
                default: "{}",
                "Its parameters by name."
            ),
            KeyRule("steps", .list(.object(step), atLeast: 1), required: true, "What it does, in order."),
            KeyRule("teardown", steps, default: "[]", "Steps that run when the case ends."),
            KeyRule("returns", .map(.word, .anything), known: .run, default: "{}", "What the caller sees, by name."),
        ]
    )

    static let parameter = ObjectRule(
        name: "fragment parameter",
        meaning: "A parameter of a fragment; without a default it must be given.",
        keys: [
            KeyRule("default", .anything, known: .run, "Its value where none is given."),
            KeyRule("description", .text, known: .written, "What it is for."),
        ]
    )

    static let steps = ValueRule.list(.object(step))

    /// The words of `needs`.
    static let needs = [
        "clock", "keys", "userinfo", "sessions", "tokens", "calls", "faults", "sandbox", "tls", "http2", "projects",
    ]
}
