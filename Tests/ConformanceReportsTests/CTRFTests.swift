import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// The Common Test Report Format, whose schema is closed: each object has these members and no others.
struct CTRFTests {
    private static let test: Set<String> = [
        "name", "status", "duration", "start", "stop", "suite", "message", "trace", "rawStatus", "tags", "type",
        "filePath", "line", "retries", "flaky", "retryAttempts", "extra",
    ]
    private static let attempt: Set<String> = [
        "attempt", "status", "duration", "message", "trace", "start", "stop",
    ]

    @Test
    func `every object has only members that the format names`() throws {
        for (name, run) in try HardSamples.all() {
            let report = try run.json(as: "ctrf")
            #expect(
                report.keys == ["reportFormat", "specVersion", "timestamp", "generatedBy", "results"]
            )
            let results = try #require(report["results"])
            #expect(results.keys == ["tool", "summary", "environment", "tests"], "\(name)")
            #expect(results["tool"]?.keys == ["name", "version"])
            #expect(results["environment"]?.keys == ["testEnvironment", "extra"])
            for test in try #require(results["tests"]).items {
                #expect(Set(test.keys).isSubset(of: Self.test), "\(name)")
                #expect(["name", "status", "duration"].allSatisfy { test[$0] != nil }, "\(name)")
                for attempt in test["retryAttempts"]?.items ?? [] {
                    #expect(Set(attempt.keys).isSubset(of: Self.attempt), "\(name)")
                }
                for key in test["extra"]?.keys ?? [] { #expect(key.hasPrefix("stytch-conformance.")) }
            }
        }
    }

    @Test
    func `verdicts become three words, and the summary counts them`() throws {
        let results = try #require(try HardSamples.everyVerdict().json(as: "ctrf")["results"])
        let tests = try #require(results["tests"]).items
        #expect(
            tests.map { "\($0["rawStatus"]?.string ?? "") \($0["status"]?.string ?? "")" } == [
                "passed passed", "flaky passed", "failed failed", "errored failed", "skipped skipped",
                "known-failure skipped", "unexpected-pass failed", "failed failed", "not-run skipped",
            ]
        )
        let summary = try #require(results["summary"])
        #expect(
            summary.members.map { "\($0.key) \($0.value.number?.int ?? -1)" } == [
                "tests 9", "passed 2", "failed 4", "skipped 3", "pending 0", "other 0", "flaky 1", "suites 2",
                "start 1795248000250", "stop 1795248001490", "duration 1240",
            ]
        )
    }

    @Test
    func `times are whole milliseconds`() throws {
        var result = Samples.result("a")
        result.duration = .microseconds(12_500)
        let test = try #require(try Samples.run([result]).json(as: "ctrf")["results"]?["tests"]?.items.first)
        #expect(test["duration"]?.number?.int == 13)
        #expect(test["start"]?.number?.int == 1_795_248_000_350)
        #expect(test["stop"]?.number?.int == 1_795_248_000_362)
    }

    @Test
    func `a flaky case passed, says so, and has its other attempts`() throws {
        let tests = try #require(try HardSamples.everyVerdict().json(as: "ctrf")["results"]?["tests"]).items
        let flaky = try #require(tests.first { $0["rawStatus"]?.isString("flaky") == true })
        #expect(flaky["flaky"]?.bool == true)
        #expect(flaky["retries"]?.number?.int == 1)
        let attempts = try #require(flaky["retryAttempts"]).items
        #expect(attempts.count == 1)
        #expect(attempts[0]["attempt"]?.number?.int == 1)
        #expect(attempts[0]["status"]?.string == "failed")
        #expect(attempts[0]["message"]?.string == "status: expected 404, got 500")
        #expect(tests.count { $0["flaky"] != nil } == 1)
    }

    @Test
    func `a suite is the parts of its name, the outermost first`() throws {
        let test = try #require(try Samples.run([Samples.passed]).json(as: "ctrf")["results"]?["tests"]?.items.first)
        #expect(test["suite"]?.items.map(\.string) == ["sessions", "get"])
        #expect(test["extra"]?["stytch-conformance.requirements"]?.items.map(\.string) == ["get-lists-sessions"])
    }
}
