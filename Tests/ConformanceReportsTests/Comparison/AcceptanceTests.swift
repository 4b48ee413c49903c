import Conformance
import Testing

@testable import ConformanceReports

/// Which changes an accept file agrees to.
struct AcceptanceTests {
    private static let position = FilePosition(file: "accepted.json", line: 1, column: 2)

    private func reason(_ change: Change, _ entries: (ChangeKind, AcceptedChange.Subject)...) -> String? {
        let accepted = entries.enumerated().map { place, entry in
            AcceptedChange(
                kind: entry.0,
                subject: entry.1,
                reason: "reason \(place)",
                until: "2026-11-21",
                position: Self.position
            )
        }
        var acceptances = Acceptances(ComparisonPolicy(accepted: accepted, day: "2026-11-21"))
        var changes = [change]
        acceptances.mark(&changes)
        return changes[0].acceptance
    }

    @Test
    func `the first entry that fits gives the reason`() {
        let change = Change(.removed, of: "sessions/get/a")
        #expect(reason(change, (.removed, .cases("users/*")), (.removed, .cases("sessions/get/*"))) == "reason 1")
        #expect(reason(change, (.removed, .cases("**")), (.removed, .cases("sessions/**"))) == "reason 0")
        #expect(reason(change, (.newlyFailing, .cases("**"))) == nil)
    }

    @Test
    func `an entry for a pointer agrees to that pointer alone`() {
        let change = Change(.fieldGone, of: "sessions.get", answers: "2xx", pointer: "/sessions/*/roles")
        #expect(reason(change, (.fieldGone, .operations("sessions.*", pointer: nil))) == "reason 0")
        #expect(reason(change, (.fieldGone, .operations("sessions.*", pointer: "/sessions/*/roles"))) == "reason 0")
        #expect(reason(change, (.fieldGone, .operations("sessions.*", pointer: "/sessions/*/id"))) == nil)
        let whole = Change(.slower, of: "sessions.get")
        #expect(reason(whole, (.slower, .operations("sessions.*", pointer: "/x"))) == nil)
    }

    @Test
    func `drift is agreed to only where every case in which it is noted is named`() {
        let change = Change(.driftAdded, of: "unknown-field body /x", cases: ["sessions/a", "users/b"])
        #expect(reason(change, (.driftAdded, .cases("sessions/*"))) == nil)
        #expect(reason(change, (.driftAdded, .cases("**"))) == "reason 0")
    }

    @Test
    func `an entry that has ended agrees to nothing, and is told whether the change is there or not`() {
        func problems(_ changes: [Change]) -> [AcceptedChangeProblem] {
            let entry = AcceptedChange(
                kind: .removed,
                subject: .cases("a"),
                reason: "r",
                until: "2026-11-20",
                position: Self.position
            )
            var acceptances = Acceptances(ComparisonPolicy(accepted: [entry], day: "2026-11-21"))
            var changes = changes
            acceptances.mark(&changes)
            #expect(changes.allSatisfy { $0.acceptance == nil })
            return acceptances.problems
        }
        #expect(problems([Change(.removed, of: "a")]).map(\.kind) == [.ended])
        #expect(problems([]).map(\.hint) == ["remove the entry: there is no such change any more"])
    }
}
