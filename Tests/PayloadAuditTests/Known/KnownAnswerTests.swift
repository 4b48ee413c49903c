import PayloadAudit
import Testing
import WireJSON

@Suite struct KnownAnswerTests {
    /// The report of lines, in pieces of so many; with a book, or each decoded.
    private func audit(
        _ lines: [[UInt8]],
        _ book: inout AnswerBook?,
        model: String? = nil,
        pieces: Int = 100
    ) -> (report: String, known: Int) {
        let options = AuditOptions(
            model: model.flatMap { table.index(ofModel: $0) },
            secretNames: ["session_token"]
        )
        var (tally, known) = (AuditTally(table), 0)
        for start in stride(from: 0, to: lines.count, by: pieces) {
            var auditor = Auditor(table, options, book: book?.lent())
            let some = lines[start..<min(start + pieces, lines.count)]
            let bytes: [UInt8] = some.reduce(into: []) { $0 += $1 + [0x0A] }
            auditor.audit(LineChunks.Chunk(bytes: bytes, linesBefore: start), of: "lines.ndjson")
            tally.merge(auditor.tally)
            known += auditor.knownLines
            if let copy = auditor.book { book?.takeBack(copy) }
        }
        let report = AuditReport(tally, table, AuditPolicy())
        return (AuditJSON.value(report, files: 1, problems: []).text(.pretty), known)
    }

    /// How many of some lines needed no decoding; that the report is the one of decoding each is claimed.
    private func known(
        _ lines: [String],
        model: String? = nil,
        pieces: Int = 100,
        _ location: Testing.SourceLocation = #_sourceLocation
    ) -> Int {
        var (none, book): (AnswerBook?, AnswerBook?) = (nil, AnswerBook())
        let bytes = lines.map { Array($0.utf8) }
        let each = audit(bytes, &none, model: model, pieces: pieces)
        let learned = audit(bytes, &book, model: model, pieces: pieces)
        #expect(each.report == learned.report, sourceLocation: location)
        #expect(each.known == 0, sourceLocation: location)
        return learned.known
    }

    private func session(_ members: String) -> String {
        #"{"operation":"users.get","status":200,"body":{"request_id":"r","status_code":200,\#(members)}}"#
    }

    @Test func `an answer that comes again with other values is known`() {
        #expect(known([session(#""name":"a","n":1"#), session(#""name":"b c","n":-20"#)]) == 1)
        #expect(known([session(#""ok":true"#), session(#""ok":false"#), session(#""ok":null"#)]) == 1)
        #expect(known([session(#""x":1.5"#), session(#""x":-2e9"#), session(#""x":2"#)]) == 1)
        #expect(known([session(#""name":"a""#), session(#""name":"é \u00e9 \n""#)]) == 1)
    }

    @Test func `what was learned of a piece is known in the next`() {
        let lines = (1...9).map { session(#""drift":"\#($0)","emails":[{"email_id":"\#($0)"}]"#) }
        #expect(known(lines, pieces: 2) == 8)
    }

    @Test(arguments: [
        // Another key, order, kind, number of elements or white space.
        [#""a":1,"b":2"#, #""a":1,"c":2"#], [#""a":1,"b":2"#, #""b":2,"a":1"#], [#""a":1"#, #""a":"1""#],
        [#""a":[1]"#, #""a":[1,2]"#], [#""a":1"#, #""a": 1"#], [#""a":1,"b":2"#, #""a":1"#], [#""a":1"#, #""a":1.0"#],
        // Numbers that JSON does not allow, and texts that end elsewhere.
        [#""a":10"#, #""a":010"#], [#""a":10"#, #""a":-"#], [#""a":1.5"#, #""a":1.e5"#], [#""a":1.5"#, #""a":15e"#],
        [#""a":"x""#, #""a":"x"#], [#""a":"x""#, #""a":"\x""#], [#""a":"x""#, "\"a\":\"\u{1}\""],
        [#""a":"x""#, #""a":"\ud83d""#], [#""a":"x""#, #""a":"\u00e""#], [#""a":true"#, #""a":truE"#],
        // A time that is none, a word that is not known, a number that does not fit, and the other way round.
        [#""created_at":"2026-11-21T09:30:00Z""#, #""created_at":"2026-11-31T09:30:00Z""#],
        [#""created_at":"yesterday""#, #""created_at":"2026-11-21T09:30:00Z""#],
        [#""status":"active""#, #""status":"asleep""#], [#""status":"asleep""#, #""status":"active""#],
        [#""status_code":200"#, #""status_code":3000000000"#], [#""status_code":3000000000"#, #""status_code":200"#],
    ]) func `a line that differs in more than a value is decoded`(members: [String]) {
        #expect(known(members.map(session)) == 0)
    }

    @Test func `findings that hang on a text are known for texts that lead to them`() {
        let times = ["yesterday", "today", "2026-11-21 09:30:00"].map { session(#""created_at":"\#($0)""#) }
        #expect(known(times) == 2)
        #expect(known(["asleep", "away", "gone"].map { session(#""status":"\#($0)""#) }) == 2)
        #expect(known(["3000000000", "-3000000000"].map { session(#""status_code":\#($0)"#) }) == 1)
    }

    @Test func `operation, model and status tell what an answer is, so others are decoded`() {
        let body = #"{"request_id":"r","status_code":200}"#
        func line(_ operation: String, _ status: Int) -> String {
            #"{"operation":"\#(operation)","status":\#(status),"body":\#(body)}"#
        }
        #expect(known([line("users.get", 200), line("sessions.get", 200), line("users.get", 404)]) == 0)
        #expect(known([line("nobody.knows", 200), line("nobody.knows", 200), line("nobody.cares", 200)]) == 0)
        #expect(known([#"{"model":"errors.Error","body":{}}"#, #"{"model":"users.GetResponse","body":{}}"#]) == 0)
    }

    @Test func `bodies by themselves are known, while arrays, archives and texts in texts are decoded`() {
        #expect(known([#"{"request_id":"a","status_code":200}"#, #"{"request_id":"b","status_code":200}"#]) == 1)
        #expect(known(["[{\"request_id\":\"a\"}]", "[{\"request_id\":\"a\"}]"]) == 0)
        #expect(known([#"{"status":200,"rawBody":"{}"}"#, #"{"status":200,"rawBody":"{}"}"#]) == 0)
        #expect(known([#"{"log":{"entries":[]}}"#, #"{"log":{"entries":[]}}"#]) == 0)
        #expect(known(["7", "8", "\"x\"", "null", "null"], model: "users.GetResponse") == 2)
    }

    @Test func `with other questions every line is decoded`() {
        let line = Array("\(session(#""a":1"#))\n".utf8)
        let questions = PayloadQuestions(roundTrip: RoundTripReport())
        var auditor = Auditor(table, AuditOptions(questions: questions), book: AnswerBook())
        auditor.audit(LineChunks.Chunk(bytes: line + line, linesBefore: 0), of: "x")
        #expect(auditor.knownLines == 0)
        #expect(auditor.tally.questions.roundTrip?.payloads == 2)
    }

    @Test func `first and last place of drift are those of decoding each line`() {
        let lines = [
            session(#""é":1,"drift":{"a":[1,2]}"#), session(#""a":1"#), session(#""é":2,"drift":{"a":[7,8]}"#),
            session(#""drift":true"#), session(#""é":2,"drift":{"a":[7,8]}"#), session(#""drift":true"#),
        ]
        for pieces in 1...6 { #expect(known(lines, pieces: pieces) == 3) }
        #expect(known(lines + lines.reversed()) == 9)
    }

    @Test(arguments: 0..<8) func `changed in any way, stored answers come to the same`(part: Int) throws {
        let all = try StoredAnswer.lines()
        let own = all.indices.filter { $0 % 8 == part }
        var mutation = LineMutation(seed: UInt64(part))
        var lines: [[UInt8]] = []
        for place in own {
            let changed = (0..<24).map { mutation.changed(all[place], with: all[(place + $0) % all.count]) }
            lines += [all[place]] + changed + [all[place]] + changed
        }
        var (none, book): (AnswerBook?, AnswerBook?) = (nil, AnswerBook())
        let each = audit(lines, &none)
        let learned = audit(lines, &book)
        #expect(each.report == learned.report)
        #expect(learned.known > lines.count / 4)
    }
}

extension StoredAnswer {
    /// All of `cases/payloads`, each as a line.
    fileprivate static func lines() throws -> [[UInt8]] {
        try files().map { try Array(JSONDocument(Checkout.text($0)).root.value.text(.compact).utf8) }
    }
}
