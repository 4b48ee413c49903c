import Testing
import WireJSON

@testable import Conformance

@Suite struct KnownFailureUpdateTests {
    private func update(
        _ entries: [KnownFailure],
        _ results: [CaseResult],
        others: [String] = []
    ) throws -> KnownFailureUpdate {
        let started = try #require(Timestamp("2026-11-21T08:00:00Z"))
        let run = RunResult(
            target: "mock",
            baseURL: "",
            runID: "r",
            started: started,
            duration: .zero,
            cases: results
        )
        return KnownFailureUpdate(entries, after: run, of: (results.map(\.id) + others).map { Sketch.entry(of: $0) })
    }

    /// `case|targets|reason|message` of each entry.
    private func lines(_ update: KnownFailureUpdate) -> [String] {
        (update.json.array ?? []).map { entry in
            let targets = (entry["targets"]?.array ?? []).compactMap(\.string).joined(separator: ",")
            let texts = ["reason", "message"].map { entry[$0]?.string ?? "" }
            return "\(entry["case"]?.string ?? "")|\(targets)|\(texts[0])|\(texts[1])"
        }
    }

    @Test func `a list that holds stays as it is`() throws {
        let entries = [Sketch.entry("a/*", message: "status"), Sketch.entry("b", targets: ["live"])]
        let update = try update(entries, [Sketch.failed("a/one", got: "500")], others: ["b/one"])
        #expect(update.isEmpty)
        #expect(lines(update) == ["a/*||a reason|status", "b|live|a reason|status: expected 404, got 500"])
    }

    @Test func `a new failure is added at the end, with words to fill in and ninety days`() throws {
        let update = try update(
            [Sketch.entry("b/one")],
            [Sketch.failed("a/one", got: "500"), Sketch.failed("b/one", got: "500")]
        )
        #expect(
            update.json.text() == """
                [{"case":"b/one","reason":"a reason","link":"https://example.com/1","until":"2026-12-31",\
                "message":"status: expected 404, got 500"},\
                {"case":"a/one","targets":["mock"],"reason":"FILL IN: why it fails",\
                "link":"FILL IN: where it is reported","until":"2027-02-19","message":"status: expected 404, got 500"}]
                """
        )
        #expect((update.added, update.changed, update.removed) == (1, 0, 0))
    }

    @Test func `what passes or names nothing is removed, and what fails otherwise corrected`() throws {
        let entries = [
            Sketch.entry("a/gone"), Sketch.entry("a/mended"), Sketch.entry("a/other", reason: "kept", message: "body"),
        ]
        let update = try update(entries, [Sketch.result("a/mended", .passed), Sketch.failed("a/other", got: "500")])
        #expect(lines(update) == ["a/other||kept|status: expected 404, got 500"])
        #expect((update.added, update.changed, update.removed) == (0, 1, 2))
    }

    @Test func `a pattern that is too wide becomes the cases that may still fail`() throws {
        let results = [
            Sketch.result("a/1", .passed), Sketch.failed("a/2", got: "500"), Sketch.result("a/3", .skipped("r")),
            Sketch.failed("a/4", got: "501"),
        ]
        let update = try update([Sketch.entry("a/*")], results)
        #expect(
            lines(update) == [
                "a/2||a reason|status: expected 404, got 500", "a/3||a reason|status: expected 404, got 500",
                "a/4||a reason|status: expected 404, got 501",
            ]
        )
        #expect((update.added, update.changed, update.removed) == (0, 1, 0))
    }

    @Test func `what an entry says of other targets stays`() throws {
        let entries = [
            Sketch.entry("a/1", targets: ["mock", "live"]),
            Sketch.entry("a/2", targets: ["mock", "test"], message: "body"),
        ]
        let update = try update(entries, [Sketch.result("a/1", .passed), Sketch.failed("a/2", got: "500")])
        #expect(
            lines(update) == [
                "a/1|live|a reason|status: expected 404, got 500", "a/2|test|a reason|body",
                "a/2|mock|a reason|status: expected 404, got 500",
            ]
        )
    }

    @Test func `what could not be judged, and what has ended or is not filled in, is not touched`() throws {
        let entries = [
            Sketch.entry("a/1"), Sketch.entry("a/2", until: "2020-01-01"), Sketch.entry("a/3", reason: "FILL IN: x"),
        ]
        let errored = Sketch.result("a/1", .errored(ErrorCause(kind: .timeout, message: "m")))
        let update = try update(entries, [errored, Sketch.failed("a/2", got: "500"), Sketch.failed("a/3", got: "500")])
        #expect(update.isEmpty)
        #expect(lines(update).count == 3)
    }

    @Test(arguments: [
        (Finding.Code.errorType, "s: expected e, got a"), (.body, "s: expected "), (.header, "s: expected "),
        (.token, "s: expected "), (.check, "s: expected "), (.model, "s: expected e"), (.notJSON, "s: expected e"),
        (.duration, "s: expected e"),
    ])
    func `the message of a new entry leaves out what may change`(code: Finding.Code, message: String) throws {
        let finding = Finding(code: code, subject: "s", expected: "e", actual: "a", note: "n")
        let update = try update([], [Sketch.result("a/1", .failed, findings: [finding])])
        #expect(lines(update) == ["a/1|mock|FILL IN: why it fails|\(message)"])
    }
}
