import Testing
import WireJSON

/// Pairs that differ in what is neither a case nor an answer.
extension SeededPair {
    private static let drift = EditedResults.finding(
        "unknown-field",
        "body /sessions/3/region",
        expected: "no such field",
        actual: "\"eu\""
    )

    static let ofOthers: [SeededPair] = [
        SeededPair(
            name: "a field that no model reads",
            head: { try $0.set($0.testCase(known) + ["notes"], .array([drift])) },
            changes: ["drift-added unknown-field body /sessions/*/region"]
        ),
        SeededPair(
            name: "a field that no model reads is gone",
            base: { try $0.set($0.testCase(known) + ["notes"], .array([drift])) },
            changes: ["drift-gone unknown-field body /sessions/*/region"]
        ),
        SeededPair(
            name: "a statement of the contract does not hold",
            head: { try $0.set($0.passedStatement() + ["verdict"], "failed") },
            changes: ["statement-broken"]
        ),
        SeededPair(
            name: "nothing is learnt of a statement of the contract",
            head: { try $0.set($0.passedStatement() + ["verdict"], "not-run") },
            changes: ["statement-unproved"]
        ),
        SeededPair(
            name: "a member of a model is seen no more",
            head: { try $0.move("/sessions/*/started_at", of: "sessions.GetResponse", from: "seen", to: "never") },
            changes: ["coverage-lost sessions.GetResponse /sessions/*/started_at"]
        ),
        SeededPair(
            name: "a member of a model is seen no more, which is not agreed to",
            head: { try $0.move("/sessions/*/started_at", of: "sessions.GetResponse", from: "seen", to: "null") },
            options: ["--fail-on", "coverage-lost"],
            changes: ["coverage-lost sessions.GetResponse /sessions/*/started_at"],
            status: 5
        ),
        SeededPair(
            name: "a member of a model is seen for the first time",
            base: { try $0.move("/sessions/*/started_at", of: "sessions.GetResponse", from: "seen", to: "never") },
            changes: ["coverage-gained sessions.GetResponse /sessions/*/started_at"]
        ),
        SeededPair(
            name: "a model of which no answers come",
            head: { try $0.set($0.model("users.GetResponse"), nil) },
            changes: ["coverage-lost users.GetResponse"]
        ),
        SeededPair(
            name: "a program that declares another member",
            head: {
                let path = try $0.model("sessions.GetResponse") + ["never"]
                try $0.set(path, .array(($0.value(at: path).array ?? []) + ["/brand_new"]))
            }
        ),
        SeededPair(
            name: "an operation is slower",
            head: { try $0.map($0.times("passwords.create") + ["tookMicroseconds"]) { $0 * 4 + 1_000_000 } },
            changes: ["slower passwords.create"]
        ),
        SeededPair(
            name: "an operation is faster",
            base: { try $0.map($0.times("passwords.create") + ["tookMicroseconds"]) { $0 * 4 + 1_000_000 } },
            changes: ["faster passwords.create"]
        ),
        SeededPair(
            name: "everything takes five times as long",
            head: { results in
                for place in try #require(results.value(at: ["times"]).array).indices {
                    for member in ["tookMicroseconds", "endedAfterMicroseconds"] {
                        try results.map(["times", String(place), member]) { $0 * 5 }
                    }
                }
            }
        ),
        SeededPair(
            name: "a file of an older program tells no times, no answers and no models",
            base: {
                try $0.set(["times"], nil)
                try $0.set(["answers"], nil)
                try $0.set(["models"], nil)
            }
        ),
    ]

    static let ofSides: [SeededPair] = [
        SeededPair(name: "another target", head: { try $0.set(["target"], "http://127.0.0.1:9") }),
        SeededPair(name: "another order", head: { try $0.set(["shuffleSeed"], "7") }),
        SeededPair(
            name: "other cases were asked for, which is allowed",
            head: {
                try $0.set(["selection"], .object(["filters": .array([.string("!\(known)")])]))
                try $0.set($0.testCase(known), nil)
            },
            options: ["--allow-partial"],
            changes: ["not-selected \(known)"]
        ),
        SeededPair(
            name: "a part of the run, which is allowed",
            head: {
                try $0.set(
                    ["shard"],
                    ["index": 1, "total": 2, "corpus": "digest", "command": "stytch-conformance run", "plan": []]
                )
                try $0.set($0.testCase(known), nil)
            },
            options: ["--allow-partial"],
            changes: ["not-selected \(known)"]
        ),
    ]
}

extension EditedResults {
    /// The path of the first statement that was shown to hold.
    fileprivate func passedStatement() throws -> [String] {
        let statements = try #require(value(at: ["coverage", "statements"]).array)
        let place = try #require(statements.firstIndex { $0["verdict"]?.string == "passed" })
        return ["coverage", "statements", String(place)]
    }
}
