extension Explanations {
    /// What `decode` finds before there is anything to decode.
    static let payloads: [Explanation] = [
        Explanation(
            .payload,
            "not-json",
            "The body of an answer that is no error, or a line, is no JSON.",
            .text(
                "not-json  payload  1x\n  expected JSON, found a word that is none of true, false and null\n  first at answers.ndjson:3:1"
            ),
            "Look at the place; a capture that was cut or a page of a proxy looks like this."
        ),
        Explanation(
            .payload,
            "empty-body",
            "The body of an answer that is no error is empty, or blanks alone.",
            .text("empty-body  payload  1x\n  expected JSON, found nothing\n  first at capture.har:120:20"),
            "Look whether the capture kept bodies; every operation answers with JSON."
        ),
        Explanation(
            .payload,
            "error-not-json",
            "The body of an error is no JSON, as those of proxies and gateways are.",
            .text(
                "error-not-json  payload  2x  (reported)\n  expected JSON, found a character that cannot stand there, at 1:1 of the body"
            ),
            "A client must cope with it: look at what yours says of an answer 502 with a page in it."
        ),
        Explanation(
            .payload,
            "empty-error",
            "The body of an error is empty.",
            .text("empty-error  payload  1x  (reported)\n  expected JSON, found nothing"),
            "A client must cope with it; the status alone tells what happened."
        ),
        Explanation(
            .payload,
            "bad-form",
            "A file that holds an answer beside its operation or status has a member that is missing or of another kind.",
            .text("bad-form  payload  1x\n  expected an integer as 'status', found string\n  first at get.json:3:13"),
            "Correct the member; docs/decode.md shows the form."
        ),
        Explanation(
            .payload,
            "no-model",
            "No model has any member of the answer, or it is no object.",
            .text("no-model  payload  1x\n  expected a member of any model, found an object of 2 members"),
            "Name the model with '--model' or '--operation', or leave the file out."
        ),
        Explanation(
            .payload,
            "unknown-operation",
            "The input names an operation or model that is not known, so the best fitting model was taken.",
            .text(
                "unknown-operation  payload  1x  (reported)\n  expected a name of the catalogue, found sessions.list"
            ),
            "Correct the name, or add the operation to operations.json and name its folder with '--cases'."
        ),
        Explanation(
            .payload,
            "line-too-long",
            "A line of a file with one text a line is longer than 16 MiB; it is left out.",
            .text("line-too-long  payload  1x\n  expected a line of 16777216 bytes at most, found a longer one"),
            "Store the answer in a file of its own, whose name ends in '.json'."
        ),
        Explanation(
            .payload,
            "byte-order-mark",
            "The file begins with a byte order mark, which JSON does not allow; it was passed over.",
            .text("byte-order-mark  payload  1x  (reported)\n  expected no byte order mark, found one"),
            "Save the file without it; strict readers refuse the whole text."
        ),
    ]
}
