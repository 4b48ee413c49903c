import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

struct HTMLPartsTests {
    @Test
    func `JSON is laid out with every token as it came, and each line knows its place`() throws {
        let lines = try #require(JSONLines(#"{"a":1.0,"b~/":[true,{}, [ ]],"c":{"d":"x\"y,{"}}"#)).lines
        #expect(
            lines.map { String(repeating: " ", count: $0.depth) + $0.text } == [
                "{", " \"a\": 1.0,", " \"b~/\": [", "  true,", "  {},", "  []", " ],", " \"c\": {",
                "  \"d\": \"x\\\"y,{\"", " }", "}",
            ]
        )
        #expect(
            lines.map(\.pointer) == [
                "", "/a", "/b~0~1", "/b~0~1/0", "/b~0~1/1", "/b~0~1/2", nil, "/c", "/c/d", nil, nil,
            ]
        )
    }

    @Test(arguments: [
        (#"{"a":"b… (12 more bytes)"#, ["{", "\"a\": \"b… (12 more bytes)"]),
        (#"[1,"#, ["[", "1,"]),
        (#"{"a":"\"#, ["{", "\"a\": \"\\"]),
        (#"]}"#, []),
        (#"[}]"#, ["[}", "]"]),
    ])
    func `text that is cut or wrong is laid out as far as it goes`(_ text: String, _ expected: [String]) {
        #expect(JSONLines(text)?.lines.map(\.text) ?? [] == expected)
    }

    @Test(arguments: ["", "   ", "no", "\"text\"", "12"])
    func `what is no object or array stays as it is`(_ text: String) {
        #expect(JSONLines(text).map { _ in true } == nil)
    }

    private func marked(_ body: String, _ subjects: [String]) -> String {
        var html = HTMLBuffer()
        let findings = subjects.map { Finding(code: .body, subject: $0, expected: "\"x\"", actual: "?") }
        HTMLMarkedBody(body: body, findings: findings).write(&html)
        let text = String(decoding: html.take(), as: UTF8.self)
        return String(
            text.prefix(
                text.firstRange(of: "</pre>").map { text.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
            )
        )
    }

    @Test
    func `what was expected stands before the line that is otherwise`() {
        #expect(
            marked(#"{"a":{"b":1}}"#, ["body /a/b", "status"])
                == "<pre>  {\n    &quot;a&quot;: {\n<del>-     /a/b: expected &quot;x&quot;</del>\n"
                + "<ins>+     &quot;b&quot;: 1</ins>\n    }\n  }\n"
        )
    }

    @Test
    func `what is not there is told at the nearest place that is`() {
        #expect(
            marked(#"{"a":{}}"#, ["body /a/b/c", "body /z token /exp"])
                == "<pre>  {\n<del>-   /z token /exp: expected &quot;x&quot;</del>\n    &quot;a&quot;: {}\n"
                + "<del>-     /a/b/c: expected &quot;x&quot;</del>\n  }\n"
        )
    }

    @Test
    func `two texts are told apart where they differ, unless they share little`() {
        let apart = CommonParts("user-test-1234-end", "user-test-99-end")
        #expect(apart.start == "user-test-")
        #expect(apart.expected == "1234")
        #expect(apart.actual == "99")
        #expect(apart.end == "-end")
        #expect(!CommonParts("404", "400").sharesAny)
        #expect(CommonParts("aaaaaaaaaa", "aaaaaaaaaaaa").actual == "aa")
        #expect(!CommonParts("same same same", "same same same").sharesAny)
    }

    @Test
    func `two objects are told apart place by place`() {
        var html = HTMLBuffer()
        let finding = Finding(
            code: .body,
            subject: "body /a",
            expected: #"{"b":1,"c":[1,2],"d":0}"#,
            actual: #"{"b":1,"c":[1,3],"e":0}"#
        )
        HTMLFinding(finding: finding, context: ReportContext(program: "1")).write(&html)
        let text = String(decoding: html.take(), as: UTF8.self)
        let rows = text.split(separator: "<tr><td>").dropFirst().map { $0.split(separator: "</tr>")[0] }
        #expect(
            rows == [
                "<code>/c/1</code></td><td><code><del>2</del></code></td><td><code><ins>3</ins></code></td>",
                "<code>/d</code></td><td><code><del>0</del></code></td><td><span class=\"muted\">nothing</span></td>",
                "<code>/e</code></td><td><span class=\"muted\">nothing</span></td><td><code><ins>0</ins></code></td>",
            ]
        )
    }

    private func ran(_ spans: [(Int, Int)]) -> [CaseResult] {
        spans.enumerated().map { index, span in
            var result = Samples.result("\(index)")
            result.startedAfter = .milliseconds(span.0)
            result.duration = .milliseconds(span.1 - span.0)
            return result
        }
    }

    @Test
    func `cases get the first lane that is free, and those that did not run none`() {
        let lanes = RunLanes(ran([(0, 10), (5, 8), (8, 20), (10, 12), (3, 3), (9, 30)]))
        #expect(lanes.entries.map(\.index) == [0, 1, 2, 5, 3])
        #expect(lanes.entries.map(\.lane) == [0, 1, 1, 2, 0])
        #expect(lanes.count == 3)
    }

    @Test
    func `each attempt at a case is drawn when it was`() throws {
        var cases = ran([(30, 40), (0, 35)])
        cases[0].attempts = [
            CaseAttempt(number: 1, outcome: .failed, duration: .milliseconds(10), startedAfter: .zero),
            CaseAttempt(number: 2, outcome: .failed, duration: .milliseconds(10), startedAfter: .milliseconds(12)),
        ]
        let lanes = RunLanes(cases)
        #expect(
            lanes.entries.map { "\($0.index) \($0.attempt.map(String.init) ?? "-") \($0.lane)" } == [
                "0 0 0", "1 - 1", "0 1 0", "0 - 0",
            ]
        )
        #expect((lanes.cases, lanes.count, lanes.end) == (2, 2, .milliseconds(40)))
        var html = HTMLBuffer()
        HTMLReportTimes(result: try Samples.run(cases)).write(&html)
        let text = String(decoding: html.take(), as: UTF8.self)
        #expect(text.contains("2 cases in 4 attempts, at most 2 at once, in 40 ms"))
        #expect(text.contains("title=\"sessions/get/0, attempt 2 of 3: failed, 10 ms\""))
        #expect(text.contains("title=\"sessions/get/0, attempt 3 of 3: flaky, 10 ms\""))
        #expect(text.contains("title=\"sessions/get/1: passed, 35 ms\""))
    }

    @Test
    func `a run of many cases draws those that did not pass and the longest`() throws {
        var cases = ran((0..<2_000).map { ($0 * 10, $0 * 10 + 1 + $0 % 7) })
        cases[3].outcome = .failed
        var html = HTMLBuffer()
        HTMLReportTimes(result: try Samples.run(cases)).write(&html)
        let text = String(decoding: html.take(), as: UTF8.self)
        #expect(text.contains("drawn are the 600 longest and those that did not pass"))
        #expect(text.contains("title=\"sessions/get/3: failed, 4 ms\""))
        #expect(text.split(separator: "style=\"left:").count - 1 == 600)
    }

    @Test
    func `a quantile is the least value that so many do not exceed`() throws {
        let quantiles = try #require(Quantiles((1...100).map { .milliseconds($0) }))
        #expect([50, 90, 99, 100].map { quantiles[$0] } == [50, 90, 99, 100].map { .milliseconds($0) })
        #expect(try #require(Quantiles([.seconds(7)]))[50] == .seconds(7))
        #expect(Quantiles([]).map { _ in true } == nil)
    }

    @Test
    func `a scale goes by powers of ten and keeps the order`() throws {
        let scale = try #require(LogScale([.microseconds(150), .milliseconds(20)]))
        #expect(scale.marks == [.microseconds(100), .milliseconds(1), .milliseconds(10), .milliseconds(100)])
        #expect(scale.place(.microseconds(100)).description == "0.00%")
        #expect(scale.place(.milliseconds(1)).description == "33.33%")
        #expect(scale.place(.milliseconds(100)).description == "100.00%")
        let shares = [150, 999, 1_000, 1_001, 20_000].map { scale.share(.microseconds($0)) }
        #expect(shares == shares.sorted())
        #expect(LogScale([]).map { _ in true } == nil)
    }
}
