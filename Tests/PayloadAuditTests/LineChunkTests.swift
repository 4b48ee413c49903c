import PayloadAudit
import Testing
import WireJSON

private func chunks(_ pieces: [String], longestLine: Int = 100) -> [String] {
    var cutter = LineChunks(longestLine: longestLine)
    var found = pieces.compactMap { cutter.take(Array($0.utf8)) }
    if let last = cutter.end() { found.append(last) }
    return found.map { chunk in
        let text = String(decoding: chunk.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let long = chunk.tooLong.isEmpty ? "" : " long \(chunk.tooLong)"
        return "\(chunk.linesBefore): \(text.joined(separator: "|"))\(long)"
    }
}

@Suite struct LineChunkTests {
    @Test func `pieces are cut at the last line feed, and lines are counted`() {
        #expect(chunks(["a\nb", "c\nd\n", "e"]) == ["0: a|", "1: bc|d|", "3: e"])
        #expect(chunks(["a\n"]) == ["0: a|"])
        #expect(chunks([]) == [])
    }

    @Test func `a line that is too long is left out, and those after it keep their numbers`() {
        #expect(chunks(["a\n123456\nb\n"], longestLine: 5) == ["0: a||b| long [2]"])
        #expect(chunks(["a\n", "123", "456", "789", "\nb\n"], longestLine: 5) == ["0: a|", "1:  long [2]", "1: |b|"])
        #expect(chunks(["12345\n"], longestLine: 5) == ["0: 12345|"])
        #expect(chunks(["123456"], longestLine: 5) == ["0:  long [1]"])
    }

    @Test func `each line is a payload, and a bad one does not hide those after it`() {
        let good = #"{"request_id":"r","status_code":200,"keys":[]}"#
        var auditor = Auditor(table, AuditOptions())
        let bytes = Array("\(good)\n\n{\"a\":\n\(good)\r\n\u{FEFF}\n".utf8)
        auditor.audit(LineChunks.Chunk(bytes: bytes, linesBefore: 10, tooLong: [3]), of: "x.ndjson")
        let found = AuditReport(auditor.tally, table, AuditPolicy())
        #expect(choices(found) == ["sessions.GetJWKSResponse 2 fit"])
        #expect(
            lines(found) == [
                "breaking line-too-long -  1x at x.ndjson:3:1: expected a line of 16777216 bytes at most, found a longer one",
                "breaking not-json -  2x at x.ndjson:13:6: expected JSON, found the end of the text within a value",
            ]
        )
    }
}
