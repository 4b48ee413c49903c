import WireJSON

/// Places in a document that are asked for in the order of the text: all together in one walk over the bytes.
struct LocationCursor {
    let document: JSONDocument
    private let place: PayloadPlace
    private var offset = 0
    private var position: JSONPosition

    init(_ document: JSONDocument, _ place: PayloadPlace) {
        self.document = document
        self.place = place
        position = JSONPosition(line: 1, column: 1)
    }

    /// Where a byte is in its file; of a body that is a string in another text, where that string is.
    mutating func location(of target: Int) -> AuditLocation {
        if place.holder != nil { return place.start(of: nil) }
        if target < offset { position = document.position(at: target) } else { walk(to: target) }
        offset = target
        return AuditLocation(file: place.file, line: position.line + place.linesBefore, column: position.column)
    }

    private mutating func walk(to target: Int) {
        for byte in document.bytes[offset..<target] {
            if byte == 0x0A {
                position = JSONPosition(line: position.line + 1, column: 1)
            } else if byte & 0xC0 != 0x80 {
                position.column += 1
            }
        }
    }
}
