extension Explanations {
    /// Mistakes in the form of a file.
    static let mistakesInFiles: [Explanation] = [
        Explanation(
            .mistake,
            "invalid-json",
            "The file is no JSON, so nothing in it can be read.",
            .file("sessions/example.json", #"{ "description": "A comma too many.", "cases": [], }"#),
            "Mend the place that is shown; JSON has no comments and no comma after the last member."
        ),
        Explanation(
            .mistake,
            "unreadable-file",
            "A file is there and cannot be read: a link that leads nowhere, or one without the right to read it.",
            .text(
                "cases/sessions/get.json:1:1: the file cannot be read: no such file or directory [unreadable-file]"
            ),
            "Mend the link or the rights of the file, or remove it."
        ),
        Explanation(
            .mistake,
            "duplicate-key",
            "A key is there twice in an object, so that one of the two values would be lost.",
            .testCase(#"{ "id": "a", "check": [{ "value": 1, "matches": 1, "matches": 2 }] }"#),
            "Keep one. Names of header fields count as equal whatever their capitals."
        ),
        Explanation(
            .mistake,
            "no-operations-file",
            "The folder has no operations.json, which is what makes it a folder of cases.",
            .text("stytch-conformance lint --cases some/other/folder"),
            "Name the right folder with --cases, or fill one: 'stytch-conformance export-cases cases'."
        ),
        Explanation(
            .mistake,
            "no-requirements",
            "Cases name statements, and there is no requirements.json beside operations.json, or it lists none.",
            .text(
                "cases/sessions/get.json:8:25: requirements are named, and there is no requirements.json [no-requirements]"
            ),
            "Write requirements.json with these statements, or leave 'requirements' out of the cases."
        ),
        Explanation(
            .mistake,
            "bad-file-name",
            "A file is not spelt as suites, fragments, shapes and payloads are, such as with '.JSON': the name is part of ids.",
            .file("sessions/Get-One.json", #"{ "description": "Its name has capitals and a dash.", "cases": [] }"#),
            "Rename it in lower_snake_case."
        ),
        Explanation(
            .mistake,
            "bad-folder-name",
            "A folder is not spelt as those of suites are: its name is part of ids.",
            .file("Get-Sessions/one.json", #"{ "description": "Its folder has capitals and a dash.", "cases": [] }"#),
            "Rename the folder in lower_snake_case."
        ),
        Explanation(
            .mistake,
            "misplaced-file",
            "A fragment, shape or payload stands in a folder below its own, where no name leads.",
            .file("shapes/more/thing.json", #"{ "$type": "object" }"#),
            "Move it into fragments/, shapes/ or payloads/ itself."
        ),
        Explanation(
            .mistake,
            "more-mistakes",
            "The files have more mistakes than are shown one by one.",
            .text("cases/sessions/get.json:1:1: more mistakes are not shown [more-mistakes]"),
            "Mend those that are shown, and lint again."
        ),
        Explanation(
            .mistake,
            "uncovered-requirement",
            "A statement of requirements.json stands in no case, so nothing would notice if it were broken.",
            .text(
                "cases/requirements.json:3:9: no case covers the requirement 'get-lists-sessions' [uncovered-requirement]"
            ),
            "Name it under 'requirements' of a case that shows it."
        ),
        Explanation(
            .mistake,
            "unasked-requirement",
            "A case that sends no request names a statement about the target: it would pass whatever the target does.",
            .text(
                "cases/models/get.json:8:7: a case that sends no request covers the requirement 'get-active' [unasked-requirement]"
            ),
            "Name the statement in a case with a request; if a stored answer does show it, give it \"offline\": true."
        ),
        Explanation(
            .mistake,
            "nothing-checked",
            "A case only prepares: no step of its own asks the target, decodes a stored answer or checks a value.",
            .text("cases/sessions/get.json:8:5: the case checks nothing [nothing-checked]"),
            "Add a step with 'request', 'payload' or 'check'; what only prepares belongs into 'setup'."
        ),
        Explanation(
            .mistake,
            "unused-fault",
            "A fault of the mock stands behind the last request of its case, so that it spoils no answer.",
            .text("cases/sessions/get.json:12:9: no request follows this fault [unused-fault]"),
            "Put the fault before the request whose answer it is to spoil."
        ),
        Explanation(
            .mistake,
            "unmatched-known-failure",
            "An entry of known-failures.json fits the id of no case.",
            .text("cases/known-failures.json:4:5: no case has the id 'sessions/gte/one' [unmatched-known-failure]"),
            "Correct the id or the pattern, or remove the entry."
        ),
        Explanation(
            .mistake,
            "unexplained-known-failure",
            "An entry of known-failures.json has no real reason or link: those that were filled in by the program stand there still.",
            .text(
                "cases/known-failures.json:4:35: 'reason' of the entry for 'sessions/get/one' is not filled in [unexplained-known-failure]"
            ),
            "Say why the case fails, and where that is followed up."
        ),
        Explanation(
            .mistake,
            "unknown-key",
            "An object has a key that the format does not know; it would do nothing.",
            .testCase(#"{ "id": "a", "chek": [{ "value": 1, "matches": 1 }] }"#),
            "Correct the spelling; the keys of each object stand in docs/case-format.md."
        ),
        Explanation(
            .mistake,
            "missing-key",
            "An object lacks a key without which it means nothing.",
            .testCase(#"{ "id": "a", "check": [{ "value": 1 }] }"#),
            "Add the key that is named."
        ),
        Explanation(
            .mistake,
            "conflicting-keys",
            "An object has two keys of which only one can hold.",
            .testCase(#"{ "id": "a", "use": "user", "check": [{ "value": 1, "matches": 1 }] }"#),
            "Keep one, or make a step of each."
        ),
        Explanation(
            .mistake,
            "misplaced-key",
            "A key stands where it has no effect, away from the key that it belongs to.",
            .testCase(#"{ "id": "a", "use": "user", "expect": { "status": 200 } }"#),
            "Leave it out, or move it to a step that has the other key."
        ),
        Explanation(
            .mistake,
            "wrong-value",
            "A value is of another kind than the key asks for, or is out of its bounds.",
            .testCase(
                #"{ "id": "a", "request": { "operation": "sessions.get" }, "expect": { "status": "200" } }"#
            ),
            "Write what the message expects; durations are texts such as \"5m\"."
        ),
        Explanation(
            .mistake,
            "missing-because",
            "One of several allowed outcomes does not say why it is allowed.",
            .testCase(
                """
                { "id": "a", "request": { "operation": "sessions.get" },
                  "expect": [{ "status": 400 }, { "status": 404, "because": "no such user" }] }
                """
            ),
            "Give each alternative a 'because', or keep a single one."
        ),
        Explanation(
            .mistake,
            "expansion-too-large",
            "A case grows beyond all bounds when its variables and fragments are put in.",
            .text("\"variables\": { \"a\": [\"{{b}}\", \"{{b}}\"], \"b\": [\"{{c}}\", \"{{c}}\"], … }"),
            "Use fewer variables within variables."
        ),
        Explanation(
            .mistake,
            "too-deep",
            "Objects, arrays, variables or fragments are nested deeper than can be followed.",
            .text("\"body\": [[[[ … ]]]]"),
            "Flatten it."
        ),
        Explanation(
            .mistake,
            "mistake",
            "A mistake that has no code of its own; its message says all.",
            .text("cases/sessions/example.json:3:5: this is a mistake [mistake]"),
            "Mend the place that is shown."
        ),
    ]

    /// Mistakes in names: of things in other files, of variables, of ids.
    static let mistakesInNames: [Explanation] = [
        Explanation(
            .mistake,
            "bad-name",
            "A name is not spelt as names of its kind are.",
            .testCase(
                #"{ "id": "a", "request": { "operation": "sessions.get" }, "capture": { "User-ID": "/user_id" } }"#
            ),
            "Variables and arguments are words such as user_id; header fields are letters, digits and '-'."
        ),
        Explanation(
            .mistake,
            "duplicate-id",
            "Two cases, rows or requirements have one id, so that a report could not tell them apart.",
            .testCase(
                #"{ "id": "a", "rows": [{ "id": "x" }, { "id": "x" }], "check": [{ "value": 1, "matches": 1 }] }"#
            ),
            "Give each an id of its own."
        ),
        Explanation(
            .mistake,
            "unknown-operation",
            "The catalogue has no operation of this name.",
            .testCase(#"{ "id": "a", "request": { "operation": "sessions.fetch" } }"#),
            "Correct the name, define it in operations.json, or give 'method' and 'path'."
        ),
        Explanation(
            .mistake,
            "unknown-parameter",
            "The operation has no parameter of this name, so that it could not be placed.",
            .testCase(#"{ "id": "a", "request": { "operation": "sessions.get", "params": { "usr_id": "u" } } }"#),
            "Correct the name, name it in operations.json, or send it with 'query' or 'body'."
        ),
        Explanation(
            .mistake,
            "unknown-fragment",
            "There is no fragment of this name.",
            .testCase(#"{ "id": "a", "use": "usr" }"#),
            "Correct the name, or write fragments/NAME.json."
        ),
        Explanation(
            .mistake,
            "unknown-argument",
            "The fragment has no parameter of this name.",
            .testCase(#"{ "id": "a", "use": "user", "with": { "minuets": 5 } }"#),
            "Correct the name; the parameters stand in 'params' of the fragment."
        ),
        Explanation(
            .mistake,
            "unknown-payload",
            "There is no stored answer of this name.",
            .testCase(#"{ "id": "a", "payload": "authenticated" }"#),
            "Correct the name, write payloads/NAME.json, or give the answer as an object."
        ),
        Explanation(
            .mistake,
            "unknown-shape",
            "There is no shape of this name.",
            .testCase(#"{ "id": "a", "check": [{ "value": 1, "matches": { "$shape": "sesion" } }] }"#),
            "Correct the name, or write shapes/NAME.json."
        ),
        Explanation(
            .mistake,
            "unknown-model",
            "The program has no model of this name to decode an answer into.",
            .testCase(#"{ "id": "a", "payload": { "model": "sessions.Sesion", "body": {} } }"#),
            "Models are called as on the package pages, such as sessions.GetResponse; \"none\" decodes nothing."
        ),
        Explanation(
            .mistake,
            "unknown-requirement",
            "requirements.json has no statement of this id.",
            .testCase(#"{ "id": "a", "requirements": ["no-such"], "check": [{ "value": 1, "matches": 1 }] }"#),
            "Correct the id, or add the statement with its source."
        ),
        Explanation(
            .mistake,
            "unknown-variable",
            "A placeholder names nothing that is known there.",
            .testCase(#"{ "id": "a", "check": [{ "value": "{{usr_id}}", "matches": 1 }] }"#),
            "Define it in 'variables', 'rows' or 'capture', or give it by --variable; a fragment sees its 'params' alone."
        ),
        Explanation(
            .mistake,
            "used-before-set",
            "A value is used before the step that captures it.",
            .testCase(
                """
                { "id": "a", "steps": [
                  { "check": [{ "value": "{{user_id}}", "matches": "u" }] },
                  { "use": "user" }
                ] }
                """
            ),
            "Move the step that sets it to the front."
        ),
        Explanation(
            .mistake,
            "defined-twice",
            "A name is given a second value; which of the two is meant would depend on the reader.",
            .testCase(#"{ "id": "a", "steps": [{ "use": "user" }, { "use": "user" }] }"#),
            "Choose another name; for a fragment used twice, give a prefix with 'as'."
        ),
        Explanation(
            .mistake,
            "reserved-name",
            "A name is built in and cannot be given a value.",
            .testCase(
                #"{ "id": "a", "rows": [{ "id": "x", "email": "a@b.c" }], "check": [{ "value": 1, "matches": 1 }] }"#
            ),
            "Choose another name."
        ),
    ]
}
