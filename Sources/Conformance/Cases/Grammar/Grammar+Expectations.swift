import WireJSON

extension Grammar {
    static let expectation = ObjectRule(
        name: "expectation",
        meaning: "An allowed outcome of an exchange.",
        keys: [
            KeyRule(
                "status",
                .either([.integer(100...599), .list(.integer(100...599), atLeast: 1)]),
                "The status, or the allowed ones; else the operation's success, with 'error' 400 to 499."
            ),
            KeyRule(
                "error",
                .either([.text, .list(.text, atLeast: 1)]),
                "The error envelope with one of these types."
            ),
            KeyRule(
                "headers",
                .map(.header, .pattern),
                default: "{}",
                "Patterns of header fields; a repeated one is joined by ', ', or an array for an array pattern."
            ),
            KeyRule("body", .pattern, known: .run, "A pattern of the body."),
            KeyRule("model", .text, "The model, or \"none\"; else the operation's, or errors.Error by the status."),
            KeyRule(
                "findings",
                .list(.object(expectedFinding)),
                "Decoding reports exactly these; else none that breaks."
            ),
            KeyRule(
                "unknownFields",
                .choice(UnknownFieldPolicy.allCases.map(\.rawValue)),
                "What fields that no model reads amount to; else what the run says."
            ),
            KeyRule("maxDuration", .span, "The longest time from sending to the last byte."),
            KeyRule("because", .text, "Why this outcome is allowed; each of several alternatives must say so."),
        ]
    )

    static let expectedFinding = ObjectRule(
        name: "finding",
        meaning: "A finding that decoding must report.",
        keys: [
            KeyRule("code", .choice(DecodingFinding.Code.allCases.map(\.rawValue)), required: true, "Its code."),
            KeyRule("pointer", .pointer, required: true, "Its place in the body."),
        ]
    )

    static let everyAnswerRule = ObjectRule(
        name: "rule of answers",
        meaning: "An expectation that holds for every answer of an operation.",
        keys: expectation.keys + [
            KeyRule("requirements", .list(.text), default: "[]", "Ids of requirements.json that the rule covers."),
            KeyRule("unique", .list(.pointer), default: "[]", "No two answers of the run have equal values here."),
        ]
    )

    /// The operators of patterns; `$schema` is named here so that it can be refused by name.
    static let operators = ObjectRule(
        name: "pattern",
        meaning: "Members that must be there, and operators, all of which must hold.",
        keys: [
            KeyRule(
                "$type",
                .either([typeName, .list(typeName, atLeast: 1)]),
                "It is of that type, or of one of those."
            ),
            KeyRule("$literal", .anything, known: .run, "It equals this in full; $ in it means nothing."),
            KeyRule("$regex", .text, "It is text that has a match; anchor with ^ and $."),
            KeyRule("$format", .choice(Format.allCases.map(\.rawValue)), "It is such text."),
            KeyRule("$gt", bound, known: .run, "It is greater, or later."),
            KeyRule("$gte", bound, known: .run, "It is not less, or not earlier."),
            KeyRule("$lt", bound, known: .run, "It is less, or earlier."),
            KeyRule("$lte", bound, known: .run, "It is not greater, or not later."),
            KeyRule("$near", .object(near), "It is that time, give or take."),
            KeyRule("$length", .pattern, known: .run, "It has so many elements, scalars or members."),
            KeyRule("$each", .pattern, known: .run, "It is an array, and each element fits."),
            KeyRule("$contains", .list(.pattern, atLeast: 1), "It is an array; every pattern fits some element."),
            KeyRule("$unordered", .list(.pattern), "It is an array; patterns and elements pair off one to one."),
            KeyRule("$exact", .onlyTrue, "It has no member besides those named here."),
            KeyRule("$optional", .onlyTrue, "It may be missing."),
            KeyRule("$nullable", .onlyTrue, "It may be null."),
            KeyRule("$absent", .onlyTrue, "It is missing; stands alone."),
            KeyRule("$anyOf", .list(.pattern, atLeast: 1), "One of the patterns holds."),
            KeyRule("$allOf", .list(.pattern, atLeast: 1), "Every pattern holds."),
            KeyRule("$not", .pattern, known: .run, "The pattern does not hold."),
            KeyRule("$shape", .fileName(folder: "shapes"), known: .written, "It fits the shape."),
            KeyRule("$jwt", .object(token), "It is a JWT that verifies now with the target's keys, and fits."),
            KeyRule("$jwk", .onlyTrue, "It is an RSA key whose certificate and thumbprint are its own."),
        ],
        constraints: [.alone("$absent")],
        others: .pattern
    )

    static let near = ObjectRule(
        name: "$near",
        meaning: "A time, give or take.",
        keys: [
            KeyRule(
                "to",
                .either([.choice(["now"]), .time, .number]),
                known: .run,
                default: "\"now\"",
                "A time, seconds since 1970, or the span from sending to answer."
            ),
            KeyRule("plus", .duration, known: .run, default: "\"0s\"", "Added to that time."),
            KeyRule("within", .duration, known: .run, default: "\"2s\"", "How far away it may be."),
        ]
    )

    static let token = ObjectRule(
        name: "$jwt",
        meaning: "What a verified token says, or why it is refused.",
        keys: [
            KeyRule("header", .pattern, known: .run, "Its header."),
            KeyRule("claims", .pattern, known: .run, "Its claims."),
            KeyRule("issued", .pattern, known: .run, "When it was issued, in seconds since 1970."),
            KeyRule("session", .pointer, "The session of this answer whose words it must repeat."),
            KeyRule("lifetime", .duration, "The time from its issue to its end."),
            KeyRule("maxAge", .duration, "The longest time since its issue."),
            KeyRule("refused", .choice(tokenRefusals), "It fails, and for just this reason."),
            KeyRule("verified", .onlyTrue, default: "true", "It verifies; said for clarity."),
        ],
        constraints: [.excludes("refused", ["header", "claims", "issued", "session", "lifetime", "verified"])]
    )

    private static let typeName = ValueRule.choice(TypeName.allCases.map(\.rawValue))
    private static let bound = ValueRule.either([.number, .time])
    private static let tokenRefusals = [
        "malformed", "algorithm", "unknown_key", "signature", "issuer", "audience", "expired", "not_yet_valid",
        "too_old",
    ]
}
