import Testing
import WireJSON

@testable import Conformance

/// Cases that can be run and show less than they say.
@Suite struct CaseReviewTests {
    private static let ask = #"{ "request": { "operation": "sessions.get" } }"#
    private static let fault = #"{ "mock": { "fault": { "status": 429 } } }"#
    private static let use = #"{ "use": "user" }"#

    private func found(_ cases: String, suite: String = "") throws -> [String] {
        let corpus = try CaseFiles().with(case: cases, suite: suite).corpus()
        return CorpusReview.diagnostics(of: corpus).map { "\($0.position.column): \($0.message) [\($0.code.rawValue)]" }
    }

    @Test(arguments: [
        #"{ "id": "a", "mock": { "advance": "5m" } }"#,
        #"{ "id": "a", "steps": [{ "use": "user" }] }"#,
        #"{ "id": "a", "steps": [{ "use": "user" }, { "mock": { "rotateKeys": true } }] }"#,
        #"{ "id": "a", "setup": [{ "request": { "operation": "sessions.get" } }], "mock": { "rotateKeys": true } }"#,
        #"{ "id": "a", "rows": [{ "id": "r", "x": 1 }, { "id": "s", "x": 2 }], "mock": { "advance": "{{x}}m" } }"#,
    ])
    func `a case that only prepares checks nothing, and is told so once`(text: String) throws {
        let lines = try found(text)
        #expect(lines.count == 1)
        #expect(lines.first?.hasSuffix(": the case checks nothing [nothing-checked]") == true)
    }

    @Test(arguments: [
        ask, #""check": [{ "value": 1, "matches": 1 }]"#, #""payload": "stored""#, #""steps": [\#(use), \#(ask)]"#,
        #""mock": { "advance": "5m" }, "skip": "not written yet""#,
    ])
    func `a case that asks, decodes or checks something, or is left out, is none of them`(keys: String) throws {
        let text = keys == Self.ask ? String(keys.dropFirst().dropLast()) : keys
        #expect(try found(#"{ "id": "a", \#(text) }"#) == [])
    }

    @Test func `a fault that no request follows is told at its place, in each case alone`() throws {
        let late = #"{ "id": "a", "steps": [\#(Self.ask), \#(Self.fault)] }"#
        let lines = try found(late)
        #expect(lines == ["112: no request follows this fault [unused-fault]"])
        #expect(try found(#"{ "id": "a", "steps": [\#(Self.fault), \#(Self.fault), \#(Self.ask)] }"#) == [])
        #expect(try found(#"{ "id": "a", "setup": [\#(Self.fault)], "steps": [\#(Self.ask)] }"#) == [])
        let check = #"{ "check": [{ "value": 1, "matches": 1 }] }"#
        #expect(try found(#"{ "id": "a", "steps": [\#(Self.fault), \#(Self.fault), \#(check)] }"#).count == 2)
        #expect(try found(#"{ "id": "a", "setup": [\#(Self.fault)], "steps": [\#(check)] }"#).count == 1)
    }

    @Test func `a fault of the suite's set-up that one case consumes and another does not is told of the other`() throws
    {
        let check = #"{ "check": [{ "value": 1, "matches": 1 }] }"#
        let lines = try found(
            #"{ "id": "a", "steps": [\#(Self.ask)] }, { "id": "b", "steps": [\#(check)] }"#,
            suite: #""setup": [\#(Self.fault)],"#
        )
        #expect(lines.map { $0.split(separator: ":")[1] } == [" no request follows this fault [unused-fault]"])
    }
}
