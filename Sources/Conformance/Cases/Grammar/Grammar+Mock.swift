extension Grammar {
    static let mock = ObjectRule(
        name: "mock step",
        meaning: "Something only the mock can do.",
        keys: [
            KeyRule("advance", .duration, known: .run, "Moves the clock of this case's project."),
            KeyRule("rotateKeys", .onlyTrue, "Signs with a new key from now on; the old one stays in the set."),
            KeyRule("userinfo", .object(userinfo), "What the external address says of a token."),
            KeyRule("session", .object(seededSession), "Makes a user and a session with these factors."),
            KeyRule("fault", .object(fault), "Spoils the project's next answer."),
        ],
        constraints: [.exactlyOne(["advance", "rotateKeys", "userinfo", "session", "fault"])]
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
