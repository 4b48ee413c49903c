import Testing
import WireJSON

/// Two results files that differ in one thing, and what `compare` is to say of them.
struct SeededPair: Sendable, CustomTestStringConvertible {
    typealias Edit = @Sendable (inout EditedResults) throws -> Void

    var name: String
    var base: Edit = { _ in }
    var head: Edit = { _ in }
    var options: [String] = []
    /// Kind and subject, with class of statuses and pointer where there are any, of each change.
    var changes: [String] = []
    var status: Int32 = 0

    var testDescription: String { name }
}

extension SeededPair {
    static let known = "sessions/get/one"

    static let all: [SeededPair] = ofCases + ofAnswers + ofOthers + ofSides

    private static let ofCases: [SeededPair] = [
        SeededPair(name: "nothing"),
        SeededPair(
            name: "a case fails",
            head: { try $0.setOutcome(known, "failed", ["findings": EditedResults.findings(status: 500)]) },
            changes: ["newly-failing \(known)"],
            status: 5
        ),
        SeededPair(
            name: "a case is errored",
            head: {
                try $0.setOutcome(
                    known,
                    "errored",
                    ["error": .object(["kind": "timeout", "message": "no answer within 10 s"])]
                )
            },
            changes: ["newly-errored \(known)"],
            status: 5
        ),
        SeededPair(
            name: "a failed case fails with another status",
            base: { try $0.setOutcome(known, "failed", ["findings": EditedResults.findings(status: 500)]) },
            head: { try $0.setOutcome(known, "failed", ["findings": EditedResults.findings(status: 404)]) },
            changes: ["failing-differently \(known)"]
        ),
        SeededPair(
            name: "a failed case fails with another value of the same kind",
            base: {
                let finding = EditedResults.finding("body", "body /user_id", expected: "\"u-1\"", actual: "\"u-17\"")
                try $0.setOutcome(known, "failed", ["findings": .array([finding])])
            },
            head: {
                let finding = EditedResults.finding("body", "body /user_id", expected: "\"u-2\"", actual: "\"u-23\"")
                try $0.setOutcome(known, "failed", ["findings": .array([finding])])
            },
            changes: ["still-failing \(known)"]
        ),
        SeededPair(
            name: "a failed case fails with a value of another kind",
            base: {
                let finding = EditedResults.finding("body", "body /user_id", expected: "\"u-1\"", actual: "\"u-17\"")
                try $0.setOutcome(known, "failed", ["findings": .array([finding])])
            },
            head: {
                let finding = EditedResults.finding("body", "body /user_id", expected: "\"u-2\"", actual: "null")
                try $0.setOutcome(known, "failed", ["findings": .array([finding])])
            },
            changes: ["failing-differently \(known)"]
        ),
        SeededPair(
            name: "a failed case passes",
            base: { try $0.setOutcome(known, "failed", ["findings": EditedResults.findings(status: 500)]) },
            changes: ["fixed \(known)"]
        ),
        SeededPair(
            name: "a case is skipped",
            head: { try $0.setOutcome(known, "skipped", ["reason": "needs a clock"]) },
            changes: ["newly-skipped \(known)"]
        ),
        SeededPair(
            name: "a case does not run",
            head: { try $0.setOutcome(known, "not-run", ["reason": "interrupted by SIGINT"]) },
            changes: ["no-longer-run \(known)"],
            status: 5
        ),
        SeededPair(
            name: "a case that was skipped passes",
            base: { try $0.setOutcome(known, "skipped", ["reason": "needs a clock"]) },
            changes: ["newly-run \(known)"]
        ),
        SeededPair(
            name: "a case is gone",
            head: { try $0.set($0.testCase(known), nil) },
            changes: ["removed \(known)"],
            status: 5
        ),
        SeededPair(
            name: "a case is new",
            base: { try $0.set($0.testCase(known), nil) },
            changes: ["new \(known)"]
        ),
        SeededPair(
            name: "a new case fails",
            base: { try $0.set($0.testCase(known), nil) },
            head: { try $0.setOutcome(known, "failed", ["findings": EditedResults.findings(status: 500)]) },
            changes: ["newly-failing \(known)"],
            status: 5
        ),
        SeededPair(
            name: "a case is flaky",
            head: { try $0.setOutcome(known, "flaky") },
            changes: ["newly-flaky \(known)"]
        ),
        SeededPair(
            name: "a flaky case fails a comparison that is told so",
            head: { try $0.setOutcome(known, "flaky") },
            options: ["--fail-on", "newly-flaky"],
            changes: ["newly-flaky \(known)"],
            status: 5
        ),
        SeededPair(
            name: "a case passes though it is known to fail",
            head: { try $0.setOutcome(known, "unexpected-pass") },
            changes: ["unexpected-pass \(known)"]
        ),
        SeededPair(
            name: "a case is excused",
            head: { try $0.setOutcome(known, "known-failure", ["findings": EditedResults.findings(status: 500)]) },
            changes: ["newly-excused \(known)"]
        ),
        SeededPair(
            name: "a case stands in another file",
            head: { try $0.set($0.testCase(known) + ["position", "file"], "cases/sessions/moved.json") }
        ),
        SeededPair(
            name: "the cases stand in another order",
            head: { try $0.set(["cases"], .array($0.value(at: ["cases"]).array?.reversed() ?? [])) }
        ),
    ]

    private static let session = ["sessions.get", "2xx", "/sessions/*/user_id"]
    private static let place = "sessions.get 2xx /sessions/*/user_id"

    private static let ofAnswers: [SeededPair] = [
        SeededPair(
            name: "a member of answers is gone",
            head: { try $0.set($0.field(session[0], session[1], session[2]), nil) },
            changes: ["field-gone \(place)"]
        ),
        SeededPair(
            name: "a member that is gone fails a comparison that is told so",
            head: { try $0.set($0.field(session[0], session[1], session[2]), nil) },
            options: ["--fail-on", "default,field-gone"],
            changes: ["field-gone \(place)"],
            status: 5
        ),
        SeededPair(
            name: "a member of answers is new",
            base: { try $0.set($0.field(session[0], session[1], session[2]), nil) },
            changes: ["field-added \(place)"]
        ),
        SeededPair(
            name: "a value is of another kind",
            head: {
                let path = try $0.field(session[0], session[1], session[2])
                try $0.set(path + ["kinds"], .object(["integer": $0.value(at: path + ["kinds", "string"])]))
            },
            changes: ["type-changed \(place)"]
        ),
        SeededPair(
            name: "a value is always null",
            head: {
                let path = try $0.field(session[0], session[1], session[2])
                try $0.set(path + ["kinds"], .object(["null": $0.value(at: path + ["kinds", "string"])]))
            },
            changes: ["became-null \(place)"]
        ),
        SeededPair(
            name: "a value is null at times",
            head: {
                let path = try $0.field(session[0], session[1], session[2])
                try $0.set(path + ["kinds", "null"], 1)
                try $0.set(
                    path + ["parents"],
                    .number(JSONNumber(($0.value(at: path + ["parents"]).number?.int ?? 0) + 1))
                )
            },
            changes: ["became-nullable \(place)"]
        ),
        SeededPair(
            name: "a member is missing at times",
            head: { try $0.set($0.field(session[0], session[1], session[2]) + ["kinds", "string"], 1) },
            changes: ["became-optional \(place)"]
        ),
        SeededPair(
            name: "a closed list has another word",
            head: {
                let path = try $0.field("sessions.get", "2xx", "/sessions/*/authentication_factors/*/type")
                try $0.set(path + ["words"], .array(($0.value(at: path + ["words"]).array ?? []) + ["telepathy"]))
            },
            changes: ["word-added sessions.get 2xx /sessions/*/authentication_factors/*/type"]
        ),
        SeededPair(
            name: "an operation answers with a status of another class",
            base: { try $0.set($0.answers("sessions.get", "4xx"), nil) },
            changes: ["answers-added sessions.get 4xx"]
        ),
        SeededPair(
            name: "an operation no longer answers with a class of statuses",
            head: { try $0.set($0.answers("sessions.get", "4xx"), nil) },
            changes: ["answers-gone sessions.get 4xx"]
        ),
    ]
}
