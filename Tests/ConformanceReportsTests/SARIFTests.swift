import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// SARIF 2.1.0.
struct SARIFTests {
    @Test
    func `each result has a rule, a level, a text and a place`() throws {
        for (name, run) in try HardSamples.all() {
            let report = try self.run(run)
            let rules = try #require(report["tool"]?["driver"]?["rules"]).items.compactMap { $0["id"]?.string }
            #expect(Set(rules).count == rules.count, "\(name)")
            for result in try #require(report["results"]).items {
                #expect(rules.contains(try #require(result["ruleId"]?.string)), "\(name)")
                #expect(["error", "warning", "note"].contains(result["level"]?.string), "\(name)")
                #expect(result["message"]?["text"]?.string?.isEmpty == false, "\(name)")
                let place = result["locations"]?.items.first?["physicalLocation"]
                let uri = try #require(place?["artifactLocation"]?["uri"]?.string)
                #expect(
                    uri.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"<>\"\\^`{|}".utf8.contains($0) },
                    "\(name)"
                )
                #expect(place?["region"]?["startLine"]?.number?.int ?? 0 >= 1, "\(name)")
                #expect(result["partialFingerprints"]?.keys.count == 2, "\(name)")
                #expect(result["baselineState"] == nil, "\(name)")
            }
        }
    }

    @Test
    func `errors come first, then what is flaky, then what was only noted`() throws {
        let results = try results(try HardSamples.everyVerdict())
        #expect(
            results.map { "\($0["level"]?.string ?? "") \($0["ruleId"]?.string ?? "")" } == [
                "error status", "error body", "error transport", "error status", "error body", "error unexpected-pass",
                "error bad-time", "error known-failure-list", "warning flaky", "note unknown-field",
            ]
        )
    }

    @Test
    func `a known failure is suppressed, with its reason`() throws {
        let suppressed = try results(try HardSamples.everyVerdict()).filter { $0["suppressions"] != nil }
        #expect(suppressed.count == 2)
        let suppression = try #require(suppressed.first?["suppressions"]?.items.first)
        #expect(suppression["kind"]?.string == "external")
        #expect(suppression["status"]?.string == "accepted")
        #expect(
            suppression["justification"]?.string
                == "the answer is late | always (https://example.com/1, until 2026-12-31)"
        )
    }

    @Test
    func `a rule says what its code means, where that is known`() throws {
        let context = ReportContext(
            program: "0.1.0",
            meaning: { $0 == "status" ? ReportContext.Meaning(sentence: "Another status.", cure: "Look.") : nil }
        )
        let rules = try #require(try run(try Samples.run([Samples.failed]), context)["tool"]?["driver"]?["rules"])
            .items
        #expect(rules.map { $0["id"]?.string } == ["body", "status"])
        #expect(rules.map { $0["shortDescription"]?["text"]?.string } == ["body", "Another status."])
        #expect(rules[1]["help"]?["text"]?.string == "Look. More: stytch-conformance explain status")
    }

    @Test
    func `against a baseline each result is new, unchanged or updated, and what is gone is absent`() throws {
        let earlier = try Samples.run([Samples.failed, Samples.decodingFailed, Samples.errored])
        var changed = Samples.failed
        changed.findings[0].actual = "503"
        changed.findings.append(Finding(code: .header, subject: "header x", expected: "a", actual: "b"))
        var mended = Samples.decodingFailed
        (mended.outcome, mended.findings) = (.passed, [])
        var unknown = Samples.errored
        unknown.outcome = .notRun("interrupted")
        let context = ReportContext(program: "0.1.0", baseline: ReportBaseline(earlier))
        let results = try #require(try run(try Samples.run([changed, mended, unknown]), context)["results"]).items
        #expect(
            results.map { "\($0["ruleId"]?.string ?? "") \($0["baselineState"]?.string ?? "")" } == [
                "status updated", "body unchanged", "header new", "bad-time absent",
            ]
        )
    }

    @Test
    func `more results than GitHub takes are counted, and none of them is an error while notes are there`() throws {
        var noted = Samples.passed
        noted.notes = Array(repeating: noted.notes[0], count: 100)
        let report = try run(try Samples.run(Array(repeating: noted, count: 251) + [Samples.failed]))
        let results = try #require(report["results"]).items
        #expect(results.count == 25_000)
        #expect(results.prefix(3).map { $0["level"]?.string } == ["error", "error", "note"])
        let notice = report["invocations"]?.items.first?["toolExecutionNotifications"]?.items.first
        #expect(notice?["message"]?["text"]?.string == "102 more results left out, of which results.json tells")
    }

    @Test
    func `a run that was cut short says so`() throws {
        let invocation = try #require(try run(try HardSamples.everyVerdict())["invocations"]?.items.first)
        #expect(invocation["executionSuccessful"]?.bool == false)
        #expect(
            invocation["toolExecutionNotifications"]?.items.first?["message"]?["text"]?.string
                == "stopped early: interrupted by SIGINT"
        )
        #expect(invocation["startTimeUtc"]?.string == "2026-11-21T08:00:00.250Z")
        #expect(invocation["endTimeUtc"]?.string == "2026-11-21T08:00:01.490Z")
    }

    @Test
    func `a fingerprint is the same in every process`() {
        #expect(Fingerprint([]).text == "cbf29ce484222325")
        #expect(Fingerprint(["a", "b"]).text != Fingerprint(["ab"]).text)
        #expect(Fingerprint(["sessions/get/a", "status", "status"]).text.utf8.count == 16)
    }

    private func run(
        _ result: RunResult,
        _ context: ReportContext = ReportContext(program: "0.1.0")
    ) throws -> JSONView {
        let report = try JSONDocument(try result.written(as: "sarif", context)).root
        #expect(report["version"]?.string == "2.1.0")
        return try #require(report["runs"]?.items.first)
    }

    private func results(_ result: RunResult) throws -> [JSONView] {
        try #require(try run(result)["results"]).items
    }
}
