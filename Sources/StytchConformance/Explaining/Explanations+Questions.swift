/// What `decode` answers in place of findings.
extension Explanations {
    /// Why a version of an SDK loses a value, or refuses it.
    static let sdkReasons: [Explanation] = [
        reason("unknown-call", "The version has no such call, so its answer never reaches a caller.", newer),
        reason("unknown-field", "The version does not know the field, and drops it in silence.", newer),
        reason(
            "other-name",
            "The version looks for the field under a name that the API does not send, so it stays empty.",
            "Read the field from the body yourself; no version covered by the table reads it."
        ),
        reason(
            "unnamed-word",
            "The version has no constant for the word, and keeps it as text.",
            "Compare with the word itself, and be ready for words that come later."
        ),
        reason(
            "digits",
            "A number in an open map becomes a float64, which does not hold all its digits.",
            "Send such numbers as texts, or decode the map with a decoder that keeps number tokens."
        ),
        reason("wrong-type", "The value is of another kind than the field: the caller gets an error.", broken),
        reason("bad-time", "The text is no RFC 3339 time as the SDK reads it: the caller gets an error.", broken),
        reason(
            "number-does-not-fit",
            "The number is not written as an integer, or is out of range: the caller gets an error.",
            broken
        ),
        reason("not-json", "The body is no JSON: the caller gets an error that is none of the API's.", broken),
    ]

    private static let newer = "Use a version that knows it; 'decode --matrix' shows which."
    private static let broken = "Look at the answer: 'decode' without other options gives file, line and column."

    private static func reason(_ code: String, _ meaning: String, _ cure: String) -> Explanation {
        let example = "stytch-conformance decode --sdk-version v15.4.0 answers/"
        return Explanation(.sdkReason, code, meaning, .text(example), cure)
    }

    /// What happens to a value on a round trip.
    static let roundTripChanges: [Explanation] = [
        change(
            "lost",
            "The value was there before, and is gone after decoding and encoding.",
            "Add the field to the model; 'decode' shows the lines to add."
        ),
        change("null-dropped", "The value was null, and is absent after; the API means the same by both.", nothing),
        change(
            "invented",
            "The value was not there before: what a model always has, or the first spelling of a key.",
            "Make the field optional if answers may lack it."
        ),
        change(
            "changed",
            "The value is another one, or the same number with another token.",
            "Keep number tokens, for example as JSONNumber."
        ),
    ]

    private static let nothing = "Nothing has to be done."

    private static func change(_ code: String, _ meaning: String, _ cure: String) -> Explanation {
        Explanation(.roundTrip, code, meaning, .text("stytch-conformance decode --round-trip answers/"), cure)
    }

    /// How a field is changed under stress.
    static let mutations: [Explanation] = [
        mutation("dropped", "The field or element is taken out."),
        mutation("null", "The value becomes null."),
        mutation("unknown-neighbour", "The object gets a member that nobody knows."),
        mutation("other-word", "The text becomes a word that nobody knows."),
        mutation("beyond-int64", "The number becomes 9223372036854775808, one more than 64 bits hold."),
        mutation("fraction", "The number becomes 1.5."),
        mutation("huge-exponent", "The number becomes 1e400, which no float64 holds."),
        mutation("long-list", "The list gets 1,000 more of its first element, or as many as 1 MiB holds."),
        mutation("time-whole-seconds", "The time becomes one without a fraction."),
        mutation("time-nine-digits", "The time becomes one with nanoseconds."),
        mutation("time-offset", "The time becomes one with an offset from UTC."),
        mutation("time-without-zone", "The time becomes one that does not say its zone, which is no RFC 3339 time."),
        mutation("time-empty", "The time becomes an empty text."),
    ]

    private static func mutation(_ code: String, _ meaning: String) -> Explanation {
        let cure = "Where it breaks, decide whether the API may send that, and make the model take it if so."
        return Explanation(.mutation, code, meaning, .text("stytch-conformance decode --stress answers/"), cure)
    }
}
