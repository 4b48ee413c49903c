extension Grammar {
    static let stepKinds = ["use", "request", "payload", "mock", "check"]

    static let stepConstraints: [KeyConstraint] = [
        .only("expect", beside: ["request", "payload"]),
        .only("capture", beside: ["request", "payload", "mock"]),
        .only("eventually", beside: ["request"]),
        .only("with", beside: ["use"]),
        .only("as", beside: ["use"]),
    ]

    static let step = ObjectRule(
        name: "step",
        meaning: "One thing a case does.",
        keys: [
            KeyRule("use", .fileName(folder: "fragments"), known: .written, "A fragment."),
            KeyRule("request", .object(request), "An exchange with the target."),
            KeyRule(
                "payload",
                .either([.fileName(folder: "payloads"), .object(payload)]),
                "A stored answer to decode and check."
            ),
            KeyRule("mock", .object(mock), "Something only the mock can do."),
            KeyRule(
                "check",
                .list(.object(valueCheck), atLeast: 1),
                "Values already held, and what they must look like."
            ),
            KeyRule(
                "expect",
                .either([.object(expectation), .list(.object(expectation), atLeast: 2)]),
                "The allowed outcome, or at least two alternatives; else success, decoded by the operation's model."
            ),
            KeyRule(
                "capture",
                .map(.word, .either([.pointer, .object(capture)])),
                default: "{}",
                "Values to keep, by name; finding nothing fails the step."
            ),
            KeyRule("eventually", .span, "Repeat until the expectation holds, this long at most."),
            KeyRule("with", .map(.word, .anything), known: .run, default: "{}", "Arguments of the fragment."),
            KeyRule("as", .word, known: .written, "Prefix of what the fragment returns."),
        ],
        constraints: [.exactlyOne(stepKinds)] + stepConstraints
    )

    static let request = ObjectRule(
        name: "request",
        meaning: "What is sent: an operation of the catalogue, or a method and a path.",
        keys: [
            KeyRule("operation", .text, "An operation of operations.json."),
            KeyRule("params", .map(.any, .anything), default: "{}", "Parameters, put where the catalogue says."),
            KeyRule("method", .method, "Instead of the operation's method."),
            KeyRule("path", .path, known: .run, "Instead of the operation's path."),
            KeyRule("query", .map(.any, .anything), "Instead of the parameters in the query."),
            KeyRule(
                "headers",
                .map(.header, .either([.text, .number, .boolean, .null])),
                known: .run,
                default: "{}",
                "Header fields; one that is null is not sent."
            ),
            KeyRule("body", .anything, known: .run, "Instead of the parameters in the body, as JSON."),
            KeyRule("rawBody", rawBody, known: .run, "Instead of the parameters in the body, as it is."),
            KeyRule("auth", .either([.choice(["project", "none"]), .object(credentials)]), "Else the operation's."),
            KeyRule("timeout", .duration, "Else the run's."),
        ],
        constraints: [
            .someSet([["operation"], ["method", "path"]]),
            .only("params", beside: ["operation"]),
            .excludes("body", ["rawBody"]),
        ]
    )

    static let rawBody = ValueRule.either([.text, .object(bytes)])

    static let bytes = ObjectRule(
        name: "bytes",
        meaning: "Bytes that need not be text.",
        keys: [KeyRule("base64", .text, required: true, "The bytes in Base64, padded.")]
    )

    static let credentials = ObjectRule(
        name: "credentials",
        meaning: "Credentials other than the project's.",
        keys: [
            KeyRule("basic", .list(.text, atLeast: 2), known: .run, "A user and a password."),
            KeyRule("bearer", .text, known: .run, "A bearer token."),
        ],
        constraints: [.exactlyOne(["basic", "bearer"])]
    )

    static let payload = ObjectRule(
        name: "payload",
        meaning: "A stored answer.",
        keys: [
            KeyRule("operation", .text, "The operation whose answer it is."),
            KeyRule("model", .text, "The model that it must decode into."),
            KeyRule("status", .integer(100...599), default: "200", "The answer's status."),
            KeyRule(
                "headers",
                .map(.header, .either([.text, .number, .boolean])),
                known: .run,
                default: "{}",
                "The answer's header fields."
            ),
            KeyRule("body", .anything, known: .run, "The answer's body as JSON."),
            KeyRule("rawBody", rawBody, known: .run, "The answer's body as it is."),
        ],
        constraints: [.exactlyOne(["operation", "model"]), .exactlyOne(["body", "rawBody"])]
    )

    static let payloadFile = ObjectRule(
        name: "payload file",
        meaning: "A stored answer in a file of its own.",
        keys: [
            KeyRule("description", .text, known: .written, "What the answer shows."),
            KeyRule("source", .text, known: .written, "Where it comes from."),
        ] + payload.keys,
        constraints: payload.constraints
    )

    static let valueCheck = ObjectRule(
        name: "check",
        meaning: "A value already held, and what it must look like.",
        keys: [
            KeyRule("value", .anything, required: true, known: .run, "The value."),
            KeyRule("matches", .pattern, required: true, known: .run, "What it must look like."),
        ]
    )

    static let capture = ObjectRule(
        name: "capture",
        meaning: "Where a value is taken from.",
        keys: [
            KeyRule("body", .pointer, "A place in the body."),
            KeyRule("header", .text, "The name of a header field."),
            KeyRule("jwt", .pointer, "The place of a JWT in the body."),
            KeyRule("at", .pointer, "A place in that token's {header, claims}."),
            KeyRule("secret", .boolean, default: "false", "Whether the value may never be shown."),
        ],
        constraints: [
            .exactlyOne(["body", "header", "jwt"]),
            .only("at", beside: ["jwt"]),
            .only("jwt", beside: ["at"]),
        ]
    )
}
