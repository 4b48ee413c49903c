extension Grammar {
    static let mock = ObjectRule(
        name: "mock step",
        meaning: "Something only the mock can do.",
        keys: [
            KeyRule("advance", .duration, known: .run, "Moves the clock of this case's project."),
            KeyRule("rotateKeys", .onlyTrue, "Signs with a new key from now on; the old one stays in the set."),
            KeyRule("userinfo", .object(userinfo), "What the external address says of a token."),
            KeyRule("session", .object(seededSession), "Makes a user and a session with these factors."),
            KeyRule("accessToken", .object(accessToken), "Issues a connected app's access token."),
            KeyRule("trustedToken", .object(trustedToken), "Makes a token from outside good for a user."),
            KeyRule("jwt", .object(signedToken), "Signs a JWT that says something else than the session's own."),
            KeyRule("calls", .onlyTrue, "Tells under /calls how often each operation was called."),
            KeyRule("fault", .object(fault), "Spoils the project's next answer."),
        ],
        constraints: [.exactlyOne(mockKinds)]
    )

    /// The keys of a mock step, of which it has one.
    private static let mockKinds = [
        "advance", "rotateKeys", "userinfo", "session", "accessToken", "trustedToken", "jwt", "calls", "fault",
    ]

    /// Those whose answer has something to capture.
    static let answeringMockKinds = ["session", "accessToken", "trustedToken", "jwt", "calls"]

    static let accessToken = ObjectRule(
        name: "access token",
        meaning: "An access token as a connected app gets it, issued now; answers access_token.",
        keys: [
            KeyRule("user_id", .text, required: true, known: .run, "The user who gave the access."),
            KeyRule("client_id", .text, required: true, known: .run, "The connected app."),
            KeyRule("scope", .text, required: true, known: .run, "The scopes, with spaces between."),
        ]
    )

    static let trustedToken = ObjectRule(
        name: "trusted token",
        meaning: "A token from outside that is good for a user from now on; answers token_id.",
        keys: [
            KeyRule("profile_id", .text, required: true, known: .run, "The profile that trusts it."),
            KeyRule("token", .text, required: true, known: .run, "The token."),
            KeyRule("user_id", .text, required: true, known: .run, "The user whom it vouches for."),
        ]
    )

    static let signedToken = ObjectRule(
        name: "JWT",
        meaning: "The JWT that a live session would get now, with changes; answers session_jwt.",
        keys: [
            KeyRule("session_id", .text, required: true, known: .run, "The session."),
            KeyRule(
                "header",
                .map(.any, .anything),
                known: .run,
                default: "{}",
                "Members put in place of the header's, null for none. With alg none nothing is signed, with HS256 the "
                    + "secret is the public key; else the project's newest key signs, whatever the header says."
            ),
            KeyRule(
                "claims",
                .map(.any, .anything),
                known: .run,
                default: "{}",
                "Claims put in place of the session's, null for none."
            ),
            KeyRule(
                "seconds",
                .map(.any, .integer(-1_000_000_000...1_000_000_000)),
                known: .run,
                default: "{}",
                "Claims that are times, in seconds from the project's now."
            ),
        ]
    )

    static let userinfo = ObjectRule(
        name: "userinfo",
        meaning: "What the external address says of a token: an answer, or a status alone.",
        keys: [
            KeyRule("token", .text, required: true, known: .run, "The external token."),
            KeyRule("answer", .anything, known: .run, "The JSON that is answered."),
            KeyRule("status", .integer(100...599), "The status that is answered."),
        ],
        constraints: [.exactlyOne(["answer", "status"])]
    )

    static let seededSession = ObjectRule(
        name: "session",
        meaning: "A user and a session with these factors; answers user_id, session_id, session_token and session_jwt.",
        keys: [
            KeyRule("factors", .list(.anything), required: true, known: .run, "The factors, as answers show them."),
            KeyRule("minutes", .integer(0...(.max)), known: .run, default: "60", "How long the session lives."),
            KeyRule("attributes", .object(sessionAttributes), "From where it was begun."),
        ]
    )

    static let sessionAttributes = ObjectRule(
        name: "attributes",
        meaning: "From where a session was begun.",
        keys: [
            KeyRule("ip_address", .text, known: .run, default: "\"\"", "The address."),
            KeyRule("user_agent", .text, known: .run, default: "\"\"", "The program."),
        ]
    )

    static let fault = ObjectRule(
        name: "fault",
        meaning: "What is wrong with the project's next answer.",
        keys: [
            KeyRule("status", .integer(100...599), "This status, with its usual envelope."),
            KeyRule("delay", .duration, "It comes so much later."),
            KeyRule("drip", .duration, "So long for each byte."),
            KeyRule("reset", .integer(0...(.max)), "The connection is reset after so many bytes."),
            KeyRule("truncate", .integer(0...(.max)), "The body ends after so many bytes."),
            KeyRule("oversize", .integer(0...(.max)), "The body has at least so many bytes."),
            KeyRule("garbage", .text, known: .run, "This is the body."),
            KeyRule("contentType", .text, known: .run, "This is the Content-Type."),
            KeyRule("contentLength", .integer(0...(.max)), "This is the Content-Length."),
        ],
        constraints: [
            .exactlyOne([
                "status", "delay", "drip", "reset", "truncate", "oversize", "garbage", "contentType", "contentLength",
            ])
        ]
    )
}
