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

    @Test func `memory that is taken back is filled anew`() {
        var cutter = LineChunks(longestLine: 100)
        var found: [String] = []
        for piece in ["a longer line\nand", " more\nb", "\n", "c\nd"] {
            guard let chunk = cutter.take({ $0 += Array(piece.utf8) }) else { continue }
            found.append("\(chunk.linesBefore): \(String(decoding: chunk.bytes, as: UTF8.self))")
            cutter.reuse(chunk.bytes)
        }
        #expect(found == ["0: a longer line\n", "1: and more\n", "2: b\n", "3: c\n"])
        #expect(cutter.end()?.bytes == Array("d".utf8))
    }

    @Test(arguments: [0, 1, 7, 8, 9, 2_039, 2_040, 2_041, 5_000])
    func `lines are counted whatever the length`(count: Int) {
        var cutter = LineChunks(longestLine: 10_000)
        // Line feeds at places that differ in each word of eight bytes, beside bytes that differ from them by one bit.
        let bytes = (0..<count).map { UInt8($0 % 3 == 0 ? 0x0A : $0 % 3 == 1 ? 0x8A : 0x0B) } + [0x0A]
        _ = cutter.take(bytes)
        #expect(cutter.take([0x20, 0x0A])?.linesBefore == bytes.count { $0 == 0x0A })
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
