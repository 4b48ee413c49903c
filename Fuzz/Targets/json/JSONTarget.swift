import WireJSON

/// The JSON reader, its views, printing, numbers and the tracing decoder.
///
/// The input is the text itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    checkRefusal(of: bytes)
    checkLearnedReading(of: bytes)
    guard let document = try? JSONDocument(bytes) else { return 0 }
    let value = document.root.value
    checkPrinting(of: value)
    var walk = ViewWalk(document, value)
    walk.run()
    checkDecoding(of: document, value, hasDuplicates: walk.metDuplicates)
    return 0
}

/// Holds what the reader accepts and refuses against a reader written for this alone.
private func checkRefusal(of bytes: [UInt8]) {
    for depth in [512, 3] {
        let expected = PlainReader.accepts(bytes, depth: depth)
        do throws(JSONParseError) {
            _ = try JSONDocument(bytes, limits: JSONLimits(maximumDepth: depth))
            claim(expected, "the text is refused at depth \(depth)")
        } catch {
            claim(!expected, "the text is read at depth \(depth), got \(error)")
            checkPlace(of: error, in: bytes)
        }
    }
}

private func checkPlace(of error: JSONParseError, in bytes: [UInt8]) {
    claim((0...bytes.count).contains(error.offset), "offset \(error.offset) is in the text")
    let before = bytes.prefix(error.offset)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = before.count { $0 == 0x0A } + 1
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    claim(error.position == JSONPosition(line: line, column: column), "the place is \(line):\(column), got \(error)")
    claim(!error.message.isEmpty, "an error has words")
    claim(!error.message.unicodeScalars.contains { $0.value < 0x20 }, "words have no control characters: \(error)")
}

/// What is printed reads as an equal value, and the canonical text is one for all equal values.
private func checkPrinting(of value: JSONValue) {
    let canonical = value.bytes(.canonical)
    for style in JSONValue.Style.allCases {
        let printed = value.bytes(style)
        let again = claimed("what is printed as \(style) can be read") { try JSONDocument(printed).root.value }
        claim(again == value, "what is printed as \(style) is equal")
        claim(again.hashValue == value.hashValue, "what is equal has the same hash")
        claim(again.bytes(style) == printed, "printing as \(style) comes to rest")
        claim(again.bytes(.canonical) == canonical, "equal values have one canonical text")
        claim(JSONDifference.between(expected: value, actual: again).isEmpty, "what is equal has no difference")
    }
}
