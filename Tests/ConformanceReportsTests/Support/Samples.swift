import Conformance
import Testing
import WireJSON

/// Results to report on.
enum Samples {
    static func started() throws -> Timestamp {
        try #require(Timestamp("2026-11-21T08:00:00.250Z"))
    }

    /// A run with every outcome, in two files.
    static func run() throws -> RunResult {
        RunResult(
            target: "mock",
            baseURL: "http://127.0.0.1:40001",
            runID: "run-1",
            started: try started(),
            duration: .milliseconds(1_240),
            cases: [passed, failed, errored, skipped(1), skipped(2), decodingFailed, notRun],
            interruption: "interrupted by SIGINT",
            clockOffset: .seconds(-3),
            transfers: TransferTotals(
                requests: 12,
                reusedConnections: 9,
                newConnections: 2,
                httpVersions: ["HTTP/2": 10, "HTTP/1.1": 1],
                bytesReceived: 34_567
            ),
            selection: Selection(filters: ["sessions/*"], tags: ["!slow"]),
            order: .shuffled(seed: 7),
            times: [times],
            answers: [answers]
        )
    }

    /// Of one operation: a list whose elements have a word and, at times, nothing.
    static var answers: ObservedAnswers {
        ObservedAnswers(
            operation: "sessions.get",
            statuses: "2xx",
            count: 2,
            isCut: true,
            fields: [
                ObservedAnswers.Field(pointer: "", counts: [0, 0, 0, 0, 0, 0, 2], parents: 2),
                ObservedAnswers.Field(pointer: "/sessions", counts: [0, 0, 0, 0, 0, 2, 0], parents: 2),
                ObservedAnswers.Field(
                    pointer: "/sessions/*",
                    counts: [1, 0, 0, 0, 2, 0, 0],
                    parents: 2,
                    words: ["email"],
                    hasOtherWords: true
                ),
            ]
        )
    }

    /// Of one operation, two answers.
    static var times: OperationTimes {
        var times = OperationTimes(operation: "sessions.get")
        times.add(OperationTimes.Sample(endedAfter: .milliseconds(112), took: .microseconds(2_300)))
        times.add(OperationTimes.Sample(endedAfter: .milliseconds(190), took: .microseconds(1_800)))
        return times
    }

    static func run(_ cases: [CaseResult]) throws -> RunResult {
        RunResult(
            target: "mock",
            baseURL: "http://127.0.0.1:40001",
            runID: "run-1",
            started: try started(),
            duration: .seconds(1),
            cases: cases
        )
    }

    static func result(
        _ name: String,
        suite: String = "sessions/get",
        file: String = "cases/sessions/get.json",
        line: Int = 12,
        _ outcome: Outcome = .passed,
        findings: [Finding] = [],
        exchanges: [ExchangeRecord] = []
    ) -> CaseResult {
        CaseResult(
            id: "\(suite)/\(name)",
            suite: suite,
            position: FilePosition(file: file, line: line, column: 5),
            outcome: outcome,
            findings: findings,
            duration: .milliseconds(12),
            startedAfter: .milliseconds(100),
            exchangeCount: exchanges.count,
            exchanges: exchanges
        )
    }

    static var passed: CaseResult {
        var result = result("known-user")
        result.description = "The sessions of a user are listed."
        result.requirements = ["get-lists-sessions"]
        result.tags = ["smoke"]
        result.exchangeCount = 3
        result.notes = [
            Finding(
                code: .unknownField,
                detail: "unknown-field",
                subject: "body /sessions/0/colour",
                expected: "no such field",
                actual: "\"red\""
            )
        ]
        return result
    }

    static var failed: CaseResult {
        var result = result(
            "unknown-user/row-1",
            .failed,
            findings: [
                Finding(
                    code: .status,
                    subject: "status",
                    expected: "404",
                    actual: "500",
                    position: FilePosition(file: "cases/sessions/get.json", line: 31, column: 21),
                    step: 1
                ),
                Finding(
                    code: .body,
                    subject: "body /error_type",
                    expected: "\"user_not_found\"",
                    actual: "nothing",
                    note: "the answer is no JSON",
                    position: FilePosition(file: "cases/sessions/get.json", line: 32, column: 28),
                    step: 1
                ),
            ],
            exchanges: [created, broken]
        )
        result.description = "A user nobody knows is refused."
        return result
    }

    static var created: ExchangeRecord {
        ExchangeRecord(
            step: 0,
            operation: "passwords.create",
            method: "POST",
            url: "http://127.0.0.1:40001/v1/passwords",
            requestBody: "{\"email\":\"a@b.example\",\"password\":\"[password 1]\"}",
            status: 200,
            httpVersion: "HTTP/1.1",
            responseBody: "{}",
            responseBytes: 2,
            timings: TransferTimings(total: .milliseconds(80)),
            curl: "curl -sS -X POST http://127.0.0.1:40001/v1/passwords"
        )
    }

    static var broken: ExchangeRecord {
        ExchangeRecord(
            step: 1,
            operation: "sessions.get",
            method: "GET",
            url: "http://127.0.0.1:40001/v1/sessions?user_id=user-1&limit=2",
            requestHeaders: [HeaderList.Field(name: "authorization", value: "[authorization 1]")],
            status: 500,
            httpVersion: "HTTP/1.1",
            responseHeaders: [HeaderList.Field(name: "content-type", value: "text/html")],
            responseBody: "<h1>boom & bang</h1>",
            responseBytes: 20,
            timings: TransferTimings(
                nameLookup: .microseconds(10),
                connect: .microseconds(120),
                firstByte: .milliseconds(130),
                total: .microseconds(132_400)
            ),
            reusedConnection: true,
            curl:
                "curl -sS 'http://127.0.0.1:40001/v1/sessions?user_id=user-1&limit=2' -u \"$STYTCH_PROJECT_ID:$STYTCH_SECRET\""
        )
    }

    static var errored: CaseResult {
        result(
            "slow-answer",
            line: 40,
            .errored(
                ErrorCause(
                    kind: .transport,
                    message: "nothing listens on 127.0.0.1:9",
                    hint: "start the mock with 'stytch-conformance serve', or give --target",
                    code: "curl 7 CURLE_COULDNT_CONNECT",
                    position: FilePosition(file: "cases/sessions/get.json", line: 44, column: 9)
                )
            ),
            exchanges: [
                ExchangeRecord(
                    step: 0,
                    operation: "sessions.get",
                    method: "GET",
                    url: "http://127.0.0.1:9/v1/sessions",
                    timings: TransferTimings(total: .microseconds(400))
                )
            ]
        )
    }

    static func skipped(_ number: Int) -> CaseResult {
        var result = result(
            "sandbox-\(number)",
            line: 50 + number,
            .skipped("needs 'sandbox', which mock does not offer")
        )
        result.duration = .zero
        result.startedAfter = .zero
        return result
    }

    static var decodingFailed: CaseResult {
        var result = result(
            "payload",
            suite: "models",
            file: "cases/models.json",
            line: 3,
            .failed,
            findings: [
                Finding(
                    code: .model,
                    detail: "bad-time",
                    subject: "body /session/started_at",
                    expected:
                        "a time by RFC 3339, such as \"2026-11-21T08:00:00Z\", in UTC and with its zone given as Z",
                    actual: "\"2026-11-21T08:00:00\", which names no zone and so no moment"
                )
            ]
        )
        result.startedAfter = .milliseconds(1_100)
        result.duration = .milliseconds(4)
        return result
    }

    static var notRun: CaseResult {
        var result = result(
            "later",
            suite: "models",
            file: "cases/models.json",
            line: 9,
            .notRun("interrupted by SIGINT")
        )
        result.duration = .zero
        result.startedAfter = .zero
        return result
    }
}
