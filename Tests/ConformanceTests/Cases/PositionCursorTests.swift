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

    @Test func `a place before the last one is found again`() {
        var cursor = PositionCursor(Array("a\nbc".utf8))
        #expect(cursor.position(at: 3) == JSONPosition(line: 2, column: 2))
        #expect(cursor.position(at: 0) == JSONPosition(line: 1, column: 1))
        #expect(cursor.position(at: 2) == JSONPosition(line: 2, column: 1))
    }
}
