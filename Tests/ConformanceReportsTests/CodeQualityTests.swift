import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// GitLab's code quality.
struct CodeQualityTests {
    @Test
    func `an entry has the five members that GitLab reads, and no other`() throws {
        let entries = try HardSamples.everyVerdict().json(as: "codequality").items
        #expect(entries.count == 6)
        for entry in entries {
            #expect(entry.keys == ["description", "check_name", "fingerprint", "severity", "location"])
            #expect(entry["location"]?.keys == ["path", "lines"])
            #expect(entry["location"]?["lines"]?.keys == ["begin"])
            #expect(["info", "minor", "major", "critical", "blocker"].contains(entry["severity"]?.string))
            #expect(entry["location"]?["lines"]?["begin"]?.number?.int ?? 0 >= 1)
        }
    }

    @Test
    func `only what is not as expected has entries, one a finding`() throws {
        let entries = try HardSamples.everyVerdict().json(as: "codequality").items
        #expect(
            entries.map { $0["check_name"]?.string } == [
                "status", "body", "transport", "unexpected-pass", "bad-time", "known-failure-list",
            ]
        )
        #expect(
            entries.map { $0["severity"]?.string } == ["critical", "critical", "major", "major", "critical", "minor"]
        )
        #expect(entries.compactMap { $0["location"]?["lines"]?["begin"]?.number?.int } == [31, 32, 44, 60, 3, 9])
    }

    @Test
    func `fingerprints are unlike each other, and like those of another run with other values`() throws {
        let one = try HardSamples.everyVerdict()
        var other = one
        other.cases[2].findings[1].actual = "\"something else\""
        other.cases.remove(at: 0)
        let (first, second) = (try fingerprints(one), try fingerprints(other))
        #expect(Set(first).count == first.count)
        #expect(first == second)
    }

    @Test
    func `two findings of one kind about one thing have fingerprints of their own`() throws {
        var failed = Samples.failed
        failed.findings = [failed.findings[0], failed.findings[0], failed.findings[0]]
        #expect(Set(try fingerprints(try Samples.run([failed]))).count == 3)
    }

    @Test
    func `a case that could not be set up has one entry, which is major`() throws {
        var errored = Samples.errored
        errored.findings = Samples.failed.findings
        let entries = try Samples.run([errored]).json(as: "codequality").items
        #expect(entries.map { $0["check_name"]?.string } == ["transport"])
        #expect(entries.map { $0["severity"]?.string } == ["major"])
    }

    @Test
    func `a run where all is as expected is an empty list`() throws {
        #expect(try Samples.run([Samples.passed]).text(as: "codequality") == "[]\n")
    }

    private func fingerprints(_ run: RunResult) throws -> [String] {
        try run.json(as: "codequality").items.compactMap { $0["fingerprint"]?.string }
    }
}
