extension Explanations {
    /// Why nothing was learnt of the target.
    static let troubles: [Explanation] = [
        Explanation(
            .trouble,
            "transport",
            "No whole answer came; libcurl's own code stands beside it and has a page of its own.",
            .text("transport: GET /v1/sessions: curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:8080"),
            "Follow the hint; the same request as a curl command stands below the case."
        ),
        Explanation(
            .trouble,
            "timeout",
            "No whole answer came within the time limit.",
            .text(
                "timeout: GET /v1/sessions: curl 28 CURLE_OPERATION_TIMEDOUT: 127.0.0.1:8080 sent no answer within 10 s"
            ),
            "If the server is slow by nature, give a longer 'timeout' where the request has one, else a longer --timeout."
        ),
        Explanation(
            .trouble,
            "setup",
            "A step of the set-up did not hold, so that what the case is about was never tried.",
            .text("set-up: status: expected 200, got 400 (invalid_email: Email format is invalid.)"),
            "Run the fragment's own operation first; where set-up fails for many cases, mend that alone."
        ),
        Explanation(
            .trouble,
            "teardown",
            "A step of the teardown did not hold: what the case made may still be there.",
            .text("teardown: status: expected 200, got 404 (user_not_found: User could not be found.)"),
            "On a real project, look for users that the run left; their e-mail addresses begin with 'conformance-' and the run's id."
        ),
        Explanation(
            .trouble,
            "mock",
            "The mock could not do what a 'mock' step asks, or does not offer it.",
            .text("mock: POST /mock/projects: the mock answered 404"),
            "See docs/mock.md; a server of yours that offers this must answer as described there."
        ),
        Explanation(
            .trouble,
            "internal",
            "The program itself could not go on; the exit status is then 70.",
            .text("internal: the model 'sessions.Other' is not known to this program"),
            "Report it with the case, please; it is no fault of the target."
        ),
    ]

    /// What a case came to.
    static let verdicts: [Explanation] = [
        verdict("passed", "Every step of the case came out as it says.", "Nothing."),
        verdict(
            "flaky",
            "The case was repeated (--retries, --repeat), passed in one attempt and did not in another.",
            "Read what went wrong in 'attempts'; it fails the run only with --fail-on-flaky."
        ),
        verdict(
            "failed",
            "The target answered, and an answer was wrong.",
            "Read the findings: expected and actual value, with the place in the case."
        ),
        verdict(
            "errored",
            "The case could not be judged: set-up, teardown, transport or mock went wrong. Nothing is known of the target.",
            "Mend what the message names, and run it again; an errored case is never excused."
        ),
        verdict(
            "skipped",
            "The case was not run, for the reason that is given: it says 'skip', or needs what the target does not offer.",
            "Nothing; or choose a target that offers it, or say so with --offers."
        ),
        verdict(
            "not-run",
            "The case was planned and did not begin, or was cut short: a signal, --fail-fast, or --max-requests.",
            "Run it again."
        ),
        verdict(
            "known-failure",
            "The case failed just as known-failures.json says, which does not fail the run.",
            "Nothing, until the entry ends; docs/known-failures.md says how entries are kept."
        ),
        verdict(
            "unexpected-pass",
            "The case passed, though known-failures.json says that it fails; a list that is out of date fails the run.",
            "Remove the entry, or let 'run --update-known-failures' do it."
        ),
    ]

    private static func verdict(_ code: String, _ meaning: String, _ cure: String) -> Explanation {
        Explanation(.verdict, code, meaning, .text("\"outcome\":\"\(code)\" in results.json"), cure)
    }

    /// The 'type' of a 'failure' or 'error' in JUnit; those of an error are why a case is errored.
    static let failureTypes: [Explanation] = [
        Explanation(
            .failureType,
            "assertion",
            "An answer was not as the case says.",
            .text("<failure type=\"assertion\" message=\"status: expected 200, got 404\">"),
            "Read the findings in the text of the element."
        ),
        Explanation(
            .failureType,
            "schema",
            "An answer did not decode into its model, or drifted where that is refused.",
            .text("<failure type=\"schema\" message=\"body /session/user_id: expected string, got nothing\">"),
            "Read the findings in the text of the element; each has a code in results.json."
        ),
        Explanation(
            .failureType,
            "unexpected-pass",
            "A case passed that known-failures.json expects to fail.",
            .text("<failure type=\"unexpected-pass\" message=\"passed, though an entry expects it to fail\">"),
            "Remove the entry, or let 'run --update-known-failures' do it."
        ),
    ]

    /// The codes of SARIF and code quality that nothing else prints.
    static let listed: [Explanation] = [
        Explanation(
            .listed,
            "known-failure-list",
            "An entry of known-failures.json is wrong by itself: it names no case, or its reason was never filled in.",
            .text("\"ruleId\":\"known-failure-list\",\"level\":\"error\" in results.sarif"),
            "Mend or remove the entry, or let 'run --update-known-failures' do it; docs/known-failures.md tells the rules."
        )
    ]

    /// How the program ends.
    static let statuses: [Explanation] = [
        status("0", "All came out as expected.", "Nothing."),
        status(
            "1",
            "A case failed, was errored or did not run, or (with --fail-on-flaky) was flaky, or the list of known failures is out of date.",
            "Read the cases above the last lines."
        ),
        status(
            "2",
            "Options or case files are wrong, or results to be merged are no whole run; nothing was sent or written.",
            "Mend what the messages name."
        ),
        status(
            "3",
            "The target could not be reached, or a report or output could not be written.",
            "Check the address, the network, the disk, and where standard output goes."
        ),
        status(
            "4",
            "The selection matches no case, or 'decode' found nothing to decode.",
            "'stytch-conformance list' names all cases; 'decode' takes files, folders and standard input."
        ),
        status(
            "5",
            "A comparison found a regression by its policy, or an accept file that is out of date.",
            "Read the first lines of the comparison; agree to what is meant with --accept."
        ),
        status(
            "70",
            "A fault of the program itself, or a secret that was about to be written and was not.",
            "Take the secret out of the case files, options and paths; else report it with the command, please."
        ),
        status(
            "129",
            "Stopped by SIGHUP, as a terminal was closed; reports of what ran are written.",
            "Run it under nohup, or in a session that outlives the terminal."
        ),
        status("130", "Stopped by SIGINT (Ctrl-C); reports of what ran are written.", "Run it again."),
        status("143", "Stopped by SIGTERM; reports of what ran are written.", "Run it again, with more time."),
    ]

    private static func status(_ code: String, _ meaning: String, _ cure: String) -> Explanation {
        Explanation(.status, code, aliases: ["exit-\(code)"], meaning, .text("echo $?   # prints \(code)"), cure)
    }
}
