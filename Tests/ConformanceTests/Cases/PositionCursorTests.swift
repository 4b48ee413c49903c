import Testing
import WireJSON

@testable import Conformance

@Suite struct PositionCursorTests {
    @Test func `positions in rising order count lines and scalars`() {
        var cursor = PositionCursor(Array("{\n  \"é\": 1,\r\n\"b\": 2}".utf8))
        #expect(cursor.position(at: 0) == JSONPosition(line: 1, column: 1))
        #expect(cursor.position(at: 4) == JSONPosition(line: 2, column: 3))
        #expect(cursor.position(at: 10) == JSONPosition(line: 2, column: 8))
        #expect(cursor.position(at: 14) == JSONPosition(line: 3, column: 1))
        #expect(cursor.position(at: 19) == JSONPosition(line: 3, column: 6))
    }

    @Test(arguments: [
        (0, 1, 1), (2, 1, 2), (10, 1, 6), (11, 2, 1), (19, 2, 9), (22, 2, 12), (26, 2, 13), (27, 3, 1), (28, 4, 1),
        (35, 4, 8),
    ])
    func `a line longer than a word is counted by scalars`(offset: Int, line: Int, column: Int) {
        let text = Array("ééééé\nabcdefghijk𝒳\n\nlmnopqr".utf8)
        var cursor = PositionCursor(text)
        #expect(cursor.position(at: offset) == JSONPosition(line: line, column: column))
        // Step by step it comes to the same.
        cursor = PositionCursor(text)
        for earlier in 0..<offset { _ = cursor.position(at: earlier) }
        #expect(cursor.position(at: offset) == JSONPosition(line: line, column: column))
    }

    @Test func `a place before the last one is found again`() {
        var cursor = PositionCursor(Array("a\nbc".utf8))
        #expect(cursor.position(at: 3) == JSONPosition(line: 2, column: 2))
        #expect(cursor.position(at: 0) == JSONPosition(line: 1, column: 1))
        #expect(cursor.position(at: 2) == JSONPosition(line: 2, column: 1))
    }
}
