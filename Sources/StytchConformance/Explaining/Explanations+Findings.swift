extension Explanations {
    /// What a case says of an answer that is not as expected.
    static let findings: [Explanation] = [
        Explanation(
            .finding,
            "status",
            "The answer has another HTTP status than the case allows.",
            .text("cases/sessions/get.json:31:27: status: expected 200, got 404"),
            "Look at the body that came, which the reports hold; correct the case only where the contract says so."
        ),
        Explanation(
            .finding,
            "error-type",
            "The body is no error envelope with one of the 'error_type's that the case allows.",
            .text("body /error_type: expected \"session_not_found\", got \"user_not_found\""),
            "Compare with the list of error types; where documents leave it open, list the alternatives with 'because'."
        ),
        Explanation(
            .finding,
            "header",
            "A header field is missing or does not fit its pattern.",
            .text("header content-type: expected text that matches \"^application/json\", got \"text/html\""),
            "See what answered: a proxy or a gateway often sets other fields than the API."
        ),
        Explanation(
            .finding,
            "body",
            "A value of the body does not fit what the case says of it.",
            .text("body /session/user_id: expected \"user-test-1\", got \"user-test-2\""),
            "The subject is the place in the body, as a JSON pointer; the place in front is that of the expectation."
        ),
        Explanation(
            .finding,
            "not-json",
            "The body is no JSON, so nothing in it could be checked.",
            .text("body: expected JSON, got \"<html>…\""),
            "See what answered; where no JSON is meant, let the case say \"model\": \"none\" and no 'body'."
        ),
        Explanation(
            .finding,
            "token",
            "A JWT does not verify with the target's keys, or does not say what the case expects.",
            .text("body /session_jwt token: expected a JWT that verifies, got refused: issuer"),
            "The reason behind 'refused:' has a page of its own: 'stytch-conformance explain issuer'."
        ),
        Explanation(
            .finding,
            "model",
            "The answer does not decode into the model of its operation as a strict client reads it.",
            .text("body /session/started_at: expected RFC 3339 time, got \"yesterday\""),
            "The report's 'detail' names the kind, such as missing-field, which has a page of its own."
        ),
        Explanation(
            .finding,
            "duration",
            "The answer took longer than 'maxDuration' allows.",
            .text("duration: expected at most 500ms, got 812ms"),
            "Repeat it alone with --jobs 1: other cases may have taken the server's time."
        ),
        Explanation(
            .finding,
            "unique",
            "Two answers of the run have equal values where each must have its own.",
            .text("body /request_id: expected a value that no other answer of this run has, got \"request-id-test-1\""),
            "Look for an answer that came from a cache, or an id that is made once only."
        ),
        Explanation(
            .finding,
            "capture",
            "A step was to keep a value of the answer, and nothing is at that place.",
            .text("body /session_token: expected a value to capture as 'token', got nothing"),
            "Correct the pointer in 'capture', or see why the server leaves the member out."
        ),
        Explanation(
            .finding,
            "check",
            "A value that the case already held does not fit a pattern of a 'check' step.",
            .text("value {{name}}: expected \"a\", got \"b\""),
            "The subject counts from 0 over the list of 'check'; the value stems from an earlier step."
        ),
        Explanation(
            .finding,
            "decoding-findings",
            "Decoding did not report just the findings that the case lists.",
            .text("decoding findings: expected missing-field /user_id, got none"),
            "Correct 'findings' in the case, or see why the decoder reports something else."
        ),
        Explanation(
            .finding,
            "unknown-field",
            "The answer has a field that no model reads: drift, noted, and a failure only where the case or run says so.",
            .text("body /session/mood: expected a field that a model reads, got \"sunny\""),
            "Add the field to the model if it is meant; --unknown-fields fail or allow changes the rule for a run."
        ),
    ]

    /// What the decoder met, with the model's expectation beside it.
    static let decoding: [Explanation] = [
        Explanation(
            .decoding,
            "missing-field",
            "The model asks for a member that is not there.",
            .text("body /session/user_id: expected string, got nothing"),
            "Ask the server's makers; where newer versions leave it out, the model must take it as optional."
        ),
        Explanation(
            .decoding,
            "wrong-type",
            "A value is of another JSON type than the model asks for.",
            .text("body /status_code: expected integer, got \"200\""),
            "A strict client fails here; see which side changed."
        ),
        Explanation(
            .decoding,
            "unexpected-null",
            "A value is null where the model asks for something.",
            .text("body /user/emails: expected array, got null"),
            "An empty list must be sent as [], or the model must take null."
        ),
        Explanation(
            .decoding,
            "unknown-enum",
            "A word is not among those that the model knows; a client that keeps unknown words goes on.",
            .text("body /session/authentication_factors/0/type: expected a known word, got \"palm\""),
            "Add the word to the model if the API has gained it."
        ),
        Explanation(
            .decoding,
            "bad-time",
            "A text is no RFC 3339 time.",
            .text("body /session/expires_at: expected RFC 3339 time, got \"2026-11-21 10:00\""),
            "Times look like 2026-11-21T10:00:00Z."
        ),
        Explanation(
            .decoding,
            "number-does-not-fit",
            "A number has a fraction or an exponent, or is too large, for the type that the model has for it.",
            .text("body /status_code: expected integer from -2147483648 to 2147483647, got 1e12"),
            "Many clients would refuse, cut or round it; send an integer as digits alone, within the bounds, or as text."
        ),
        Explanation(
            .decoding,
            "duplicate-key",
            "An object of the answer has a key twice; clients differ in which of the two they read.",
            .text("body /session/user_id: expected one member of this name, got \"user-test-2\""),
            "The server must send it once."
        ),
        Explanation(
            .decoding,
            "unknown-field",
            "A member is there that nothing in the model asks for.",
            .text("body /session/mood: expected a field that a model reads, got \"sunny\""),
            "Add the field to the model if it is meant to be read."
        ),
        Explanation(
            .decoding,
            "alternate-spelling",
            "A member is there under another spelling than the first one of the model, which takes both.",
            .text("body /keys/0/x5tS256: expected 'x5t_s256', got 'x5tS256'"),
            "Nothing breaks; know that clients which take only one spelling would miss it."
        ),
        Explanation(
            .decoding,
            "invalid-value",
            "The type of the model refused the value, by a rule of its own.",
            .text("body /n: expected base64url, got \"***\""),
            "See the words behind it, which are the type's own."
        ),
    ]

    /// Why a JWT is not taken; the first that applies.
    static let tokens: [Explanation] = [
        token("malformed", "The text is no signed token in compact form, or its header or claims lack what they need."),
        token("algorithm", "The header's 'alg' is not RS256; 'none' and HMAC are never taken."),
        token("unknown_key", "The header's 'kid' names no key of the target's key set.", "kid \"jwk-test-1\""),
        token(
            "signature",
            "The signature was not made by the named key over this header and these claims.",
            "kid \"jwk-test-1\""
        ),
        token("issuer", "'iss' is neither stytch.com/PROJECT nor the target's own address."),
        token("audience", "'aud' does not name the project."),
        token(
            "expired",
            "The time is 'exp' or later.",
            "exp 2026-11-21T09:25:00Z is 5 min before now, 2026-11-21T09:30:00Z"
        ),
        token(
            "not_yet_valid",
            "The time is before 'nbf'.",
            "nbf 2026-11-21T09:30:40Z is 40 s after now, 2026-11-21T09:30:00Z"
        ),
        token(
            "too_old",
            "More time than the case allows has passed since 'iat'.",
            "iat 2026-11-21T09:20:00Z is 10 min before now, 2026-11-21T09:30:00Z; at most 5 min old"
        ),
    ]

    private static func token(_ code: String, _ meaning: String, _ note: String? = nil) -> Explanation {
        Explanation(
            .token,
            code,
            meaning,
            .text(
                "body /session_jwt token: expected a JWT that verifies, got refused: \(code)\(note.map { " (\($0))" } ?? "")"
            ),
            "Look at the token's header and claims, and at the keys of /v1/sessions/jwks; times are the target's own."
        )
    }
}
