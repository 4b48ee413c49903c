extension Explanations {
    /// Mistakes in placeholders, fragments and requests.
    static let mistakesInSteps: [Explanation] = [
        Explanation(
            .mistake,
            "bad-placeholder",
            "What stands between '{{' and '}}' is no name, or the end is missing.",
            .testCase(#"{ "id": "a", "check": [{ "value": "{{user id}}", "matches": 1 }] }"#),
            "Write {{name}} without spaces; for two braces themselves write \\{{."
        ),
        Explanation(
            .mistake,
            "placeholder-not-allowed",
            "A placeholder stands in a key, an id or the name of a file, which are fixed.",
            .testCase(#"{ "id": "a", "check": [{ "value": 1, "matches": { "{{key}}": 1 } }] }"#),
            "Write it out, or give the whole object by one placeholder."
        ),
        Explanation(
            .mistake,
            "outside-expectation",
            "What speaks of the answer under check stands where there is none.",
            .testCase(#"{ "id": "a", "check": [{ "value": "{{status}}", "matches": 200 }] }"#),
            "Capture the value in the step that gets the answer, and use its name."
        ),
        Explanation(
            .mistake,
            "variable-in-shape",
            "A shape names a variable, though it serves cases that know nothing of each other.",
            .file("shapes/mine.json", #"{ "user_id": "{{user_id}}" }"#),
            "Write the value in the case, beside '$shape'."
        ),
        Explanation(
            .mistake,
            "not-text",
            "An object or array stands inside longer text, where it has no spelling.",
            .testCase(
                """
                { "id": "a", "rows": [{ "id": "x", "list": [1, 2] }],
                  "check": [{ "value": "list {{list}}", "matches": "list" }] }
                """
            ),
            "Let the placeholder be the whole text; it then takes the value's own type."
        ),
        Explanation(
            .mistake,
            "known-only-in-run",
            "A value is needed when files are checked, but is known only once a step has run.",
            .testCase(
                """
                { "id": "a", "setup": [{ "use": "user" }],
                  "request": { "operation": "sessions.get", "timeout": "{{user_id}}" } }
                """
            ),
            "Write it out, or give it by 'rows', 'variables' or 'with'."
        ),
        Explanation(
            .mistake,
            "variable-cycle",
            "A variable is made of itself.",
            .file(
                "sessions/example.json",
                """
                { "description": "Two variables, each made of the other.",
                  "variables": { "a": "{{b}}", "b": "{{a}}" },
                  "cases": [{ "id": "a", "check": [{ "value": "{{a}}", "matches": 1 }] }] }
                """
            ),
            "Write one of them out."
        ),
        Explanation(
            .mistake,
            "missing-argument",
            "A fragment is used without an argument that has no default.",
            .testCase(#"{ "id": "a", "use": "log_in", "with": { "user_email": "a@example.com" } }"#),
            "Give it by 'with'."
        ),
        Explanation(
            .mistake,
            "prefix-without-returns",
            "'as' puts a word before the names that a fragment returns, but it returns none.",
            .testCase(
                """
                { "id": "a", "steps": [
                  { "use": "user" },
                  { "use": "claims", "as": "more", "with": { "token": "{{session_token}}" } }
                ] }
                """
            ),
            "Leave 'as' out, or let the fragment return something."
        ),
        Explanation(
            .mistake,
            "fragment-cycle",
            "A fragment uses itself, so that it would never end.",
            .file("fragments/again.json", #"{ "description": "Uses itself.", "steps": [{ "use": "again" }] }"#),
            "Move what both need into a fragment of its own."
        ),
        Explanation(
            .mistake,
            "missing-path-parameter",
            "A parameter that is part of the path is not given, so that there is no address.",
            .testCase(#"{ "id": "a", "request": { "operation": "users.get" } }"#),
            "Give it in 'params'."
        ),
        Explanation(
            .mistake,
            "path-parameter-mismatch",
            "The path of an operation and its parameters do not name the same.",
            .file(
                "operations.json",
                """
                { "operations": { "things.get": {
                  "method": "GET", "path": "/v1/things/{id}", "params": {}, "model": "none"
                } } }
                """
            ),
            "Name each {parameter} of the path in 'params' with \"in\": \"path\", and no other so."
        ),
        Explanation(
            .mistake,
            "bad-capture",
            "A value is taken from where there is none: most mock steps have no answer, and none has headers.",
            .testCase(#"{ "id": "a", "mock": { "advance": "5m" }, "capture": { "time": "/now" } }"#),
            "Leave 'capture' out; of 'session' capture /user_id, /session_id, /session_token or /session_jwt."
        ),
        Explanation(
            .mistake,
            "bad-header-value",
            "A header field holds a line break or another control character, which would end it.",
            .testCase(
                #"{ "id": "a", "request": { "operation": "sessions.get", "headers": { "X-A": "one\ntwo" } } }"#
            ),
            "Leave such characters out."
        ),
        Explanation(
            .mistake,
            "framing-header",
            "A request gives 'Content-Length' or 'Transfer-Encoding': a wrong one would make the next case's request a part of this.",
            .testCase(
                #"{ "id": "a", "request": { "operation": "sessions.get", "headers": { "Content-Length": "3" } } }"#
            ),
            "Leave it out: it is made of the body."
        ),
        Explanation(
            .mistake,
            "bad-path",
            "A path holds spaces, control characters or '#', which would change where it ends.",
            .testCase(#"{ "id": "a", "request": { "method": "GET", "path": "/v1/two words" } }"#),
            "Write %20 and %23, or give the value by a placeholder, which is encoded."
        ),
    ]

    /// Mistakes in patterns.
    static let mistakesInPatterns: [Explanation] = [
        Explanation(
            .mistake,
            "unknown-operator",
            "A key of a pattern begins with '$' and is no operator.",
            .testCase(#"{ "id": "a", "check": [{ "value": 1, "matches": { "$typ": "number" } }] }"#),
            "Correct the spelling; '$eq' is a plain value, '$in' is '$anyOf'; a member that really begins with '$' goes into '$literal'."
        ),
        Explanation(
            .mistake,
            "unsupported-operator",
            "The operator is planned and not there yet.",
            .testCase(#"{ "id": "a", "check": [{ "value": 1, "matches": { "$schema": {} } }] }"#),
            "Use members, '$type' and '$shape'."
        ),
        Explanation(
            .mistake,
            "not-alone",
            "'$absent' has other keys beside it, though nothing more can be said of what is missing.",
            .testCase(
                #"{ "id": "a", "check": [{ "value": {}, "matches": { "b": { "$absent": true, "$type": "string" } } }] }"#
            ),
            "Leave the others out; for a member that may be missing use '$optional'."
        ),
        Explanation(
            .mistake,
            "not-a-member",
            "'$optional' or '$absent' stands where nothing can be missing, such as an element of an array.",
            .testCase(#"{ "id": "a", "check": [{ "value": [1], "matches": [{ "$optional": true, "$gt": 0 }] }] }"#),
            "Leave it out; for a value that may be null use '$nullable'."
        ),
        Explanation(
            .mistake,
            "bad-regex",
            "The expression of '$regex' cannot be read, or could take for ever.",
            .testCase(#"{ "id": "a", "check": [{ "value": "x", "matches": { "$regex": "(a+)+$" } }] }"#),
            "Mend it; a repetition without bound within another one is refused."
        ),
        Explanation(
            .mistake,
            "shape-cycle",
            "A shape holds itself, so that no value could fit.",
            .file("shapes/loop.json", #"{ "next": { "$shape": "loop" } }"#),
            "Write one of the levels out."
        ),
    ]
}
