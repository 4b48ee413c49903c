import Testing

@testable import Conformance

struct AcceptedChangeReaderTests {
    private func read(_ text: String) -> AcceptedChangeReader.Reading {
        AcceptedChangeReader.read(path: "ci/accepted.json", Array(text.utf8))
    }

    @Test
    func `entries are read with their places`() {
        let reading = read(
            """
            [
              { "change": "removed", "case": "sessions/**", "reason": "retired", "until": "2027-01-31" },
              { "change": "field-gone", "operation": "sessions.*", "pointer": "/x", "reason": "r", "until": "2027-02-28" },
              { "change": "statement-broken", "statement": "s-*", "reason": "r", "until": "2027-02-28" }
            ]
            """
        )
        #expect(reading.diagnostics == [])
        #expect(
            reading.changes == [
                AcceptedChange(
                    kind: .removed,
                    subject: .cases("sessions/**"),
                    reason: "retired",
                    until: "2027-01-31",
                    position: FilePosition(file: "ci/accepted.json", line: 2, column: 3)
                ),
                AcceptedChange(
                    kind: .fieldGone,
                    subject: .operations("sessions.*", pointer: "/x"),
                    reason: "r",
                    until: "2027-02-28",
                    position: FilePosition(file: "ci/accepted.json", line: 3, column: 3)
                ),
                AcceptedChange(
                    kind: .statementBroken,
                    subject: .statements("s-*"),
                    reason: "r",
                    until: "2027-02-28",
                    position: FilePosition(file: "ci/accepted.json", line: 4, column: 3)
                ),
            ]
        )
    }

    @Test
    func `a file without entries is a file`() {
        #expect(read("[]").changes == [])
        #expect(read("[]").diagnostics == [])
    }

    @Test(arguments: [
        ("{}", "1:1: the file must be an array of objects, found an object [wrong-value]"),
        ("[", "1:2: "),
        (
            #"[{"change":"newly-failling","case":"a","reason":"r","until":"2027-01-31"}]"#,
            "1:12: 'change' must be one of"
        ),
        (
            #"[{"change":"removed","case":"a","until":"2027-01-31"}]"#,
            "1:2: an accepted change needs 'reason' [missing-key]"
        ),
        (
            #"[{"change":"removed","reason":"r","until":"2027-01-31"}]"#,
            "[missing-key]"
        ),
        (
            #"[{"change":"removed","case":"a","operation":"b","reason":"r","until":"2027-01-31"}]"#,
            "[conflicting-keys]"
        ),
        (
            #"[{"change":"removed","case":"a","pointer":"/b","reason":"r","until":"2027-01-31"}]"#,
            "[misplaced-key]"
        ),
        (
            #"[{"change":"slower","case":"a","reason":"r","until":"2027-01-31"}]"#,
            "the key of 'slower' must be 'operation', found 'case' [wrong-value]"
        ),
        (
            #"[{"change":"removed","case":"","reason":"r","until":"2027-01-31"}]"#,
            #"1:29: 'case' must be a text that is not empty, found "" [wrong-value]"#
        ),
        (
            #"[{"change":"removed","case":"a","reason":" ","until":"2027-01-31"}]"#,
            #"'reason' must be a text that is not empty, found " " [wrong-value]"#
        ),
        (
            #"[{"change":"removed","case":"a","reason":"r","until":"soon"}]"#,
            #"'until' must be a day such as "2026-11-21", found "soon" [wrong-value]"#
        ),
        (
            #"[{"change":"removed","case":"a","reason":"r","until":"2027-01-31","why":1}]"#,
            "[unknown-key]"
        ),
    ])
    func `a mistake is told with its place, and no entry is taken`(text: String, words: String) throws {
        let reading = read(text)
        #expect(reading.changes == [])
        let diagnostic = try #require(reading.diagnostics.first)
        #expect(reading.diagnostics.count == 1)
        #expect(diagnostic.rendered.hasPrefix("ci/accepted.json:1:"))
        #expect(diagnostic.rendered.contains(words))
    }

    @Test
    func `all mistakes are told at once`() {
        let reading = read(
            #"[{"change":"x","case":"a","reason":"r","until":"soon"},{"change":"removed","case":"a","reason":"r"}]"#
        )
        #expect(reading.diagnostics.map(\.code) == [.wrongValue, .wrongValue, .missingKey])
    }

    @Test
    func `an entry ends with its last day`() {
        let change = AcceptedChange(
            kind: .removed,
            subject: .cases("a"),
            reason: "r",
            until: "2026-11-21",
            position: FilePosition(file: "f", line: 1, column: 1)
        )
        #expect(!change.isEnded(on: "2026-11-21"))
        #expect(change.isEnded(on: "2026-11-22"))
    }
}
