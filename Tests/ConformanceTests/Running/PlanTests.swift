import Testing
import WireJSON

@testable import Conformance

@Suite struct GlobTests {
    @Test(arguments: [
        ("sessions/get", "sessions/get/several", true),
        ("sessions/get", "sessions/getter/several", false),
        ("sessions/*", "sessions/get/several/row", true),
        ("*/get", "sessions/get/several", true),
        ("*/several", "sessions/get/several", false),
        ("**/several", "sessions/get/several", true),
        ("**/sev*", "sessions/get/several/row-1", true),
        ("sessions/get/several", "sessions/get/several", true),
        ("sessions/get/s?veral", "sessions/get/several", true),
        ("sessions?get", "sessions/get", false),
        ("**", "a/b/c", true),
        ("*", "a/b/c", true),
        ("a/b/c/d", "a/b/c", false),
        ("", "a/b", false),
        ("s*n*/g*t", "sessions/get/x", true),
    ])
    func `a glob selects what it matches and all below it`(pattern: String, id: String, selected: Bool) {
        #expect(Glob(pattern).selects(id) == selected)
    }

    @Test(arguments: [
        ("sessions/", "sessions/get/one", true), ("sessions/get//", "sessions/get/one", true),
        ("sessions/", "sessions", true),
        ("sessions/*/", "sessions/get/one", true), ("sessions/", "sessions-2/get", false), ("/", "sessions/get", false),
    ])
    func `a slash at the end of a pattern over cases does not count`(pattern: String, id: String, selected: Bool) {
        #expect(Glob(cases: pattern).selects(id) == selected)
    }

    @Test func `matching is of the whole id`() {
        #expect(Glob("sessions/*").matches("sessions/get"))
        #expect(!Glob("sessions/*").matches("sessions/get/several"))
        #expect(Glob("sessions/**").matches("sessions/get/several"))
    }

    @Test func `many stars are matched in linear time`() {
        let pattern = String(repeating: "*a", count: 40) + "b"
        #expect(!Glob(pattern).selects(String(repeating: "a", count: 2_000)))
    }
}

@Suite struct RunPlanTests {
    private static let cases = [
        TestCase(id: "sessions/get/one", tags: ["sessions", "fast"]),
        TestCase(id: "sessions/get/two", tags: ["sessions"], needs: ["clock"]),
        TestCase(id: "sessions/revoke/one", tags: ["sessions"], skip: "the service is down"),
        TestCase(id: "jwt/keys/rotation", tags: ["jwt"], needs: ["clock", "keys"]),
    ]

    private func plan(_ selection: Selection, offers: Set<String> = []) -> RunPlan {
        var run = TestRun(cases: Self.cases)
        run.offers = offers
        return RunPlan(entries: run.material.entries, selection: selection, target: run.target)
    }

    @Test(arguments: [
        (Selection(), [0, 1, 2, 3]),
        (Selection(filters: ["sessions/get"]), [0, 1]),
        (Selection(filters: ["**/one"]), [0, 2]),
        (Selection(filters: ["sessions", "!sessions/revoke"]), [0, 1]),
        (Selection(filters: ["!sessions"]), [3]),
        (Selection(tags: ["fast", "jwt"]), [0, 3]),
        (Selection(tags: ["sessions", "!fast"]), [1, 2]),
        (Selection(paths: ["sessions/"]), [0, 1, 2]),
        (Selection(paths: ["sessions/get", "jwt"]), [0, 1, 3]),
        (Selection(paths: ["sess"]), []),
        (Selection(filters: ["**/one"], tags: ["fast"], paths: ["sessions"]), [0]),
    ])
    func `filters, tags and paths narrow each other down`(selection: Selection, entries: [Int]) {
        #expect(plan(selection).items.map(\.entry) == entries)
    }

    @Test func `a case is skipped for the author's reason or for what the target lacks`() {
        #expect(
            plan(Selection()).items.map(\.action) == [
                .run, .skip("needs 'clock', which 'test' does not offer"), .skip("the service is down"),
                .skip("needs 'clock' and 'keys', which 'test' does not offer"),
            ]
        )
        #expect(plan(Selection(), offers: ["clock", "keys"]).items.count { $0.action == .run } == 3)
    }
}
