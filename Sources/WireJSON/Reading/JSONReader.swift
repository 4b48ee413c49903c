/// Reads a text into nodes: one pass, no recursion, so its stack does not grow with the nesting.
///
/// > Source: RFC 8259, sections 2 to 9.
struct JSONReader {
    /// What may stand at the next byte that is no white space.
    private enum State {
        case value, firstElement, firstKey, key, separator
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let maximumDepth: Int
    var offset = 0
    var nodes: [Node] = []
    /// The first byte of each line but the first.
    var lineStarts: [UInt32] = []
    private var openContainers: [Node.Index] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        nodes.reserveCapacity(min(bytes.count / 8 + 4, 1 << 20))
    }

    /// Reads the whole text.
    mutating func read() throws(ReadFailure) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw ReadFailure(code: .byteOrderMark, offset: 0, message: "expected a value, found a byte order mark")
        }
        var state = State.value
        while true {
            skipWhiteSpace()
            guard offset < bytes.count else {
                if state == .separator, openContainers.isEmpty { return }
                throw end(in: state)
            }
            switch state {
            case .value, .firstElement: state = try readValue(orEnd: state == .firstElement)
            case .key, .firstKey: state = try readKey(orEnd: state == .firstKey)
            case .separator: state = try readSeparator()
            }
        }
    }

    private mutating func skipWhiteSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case .space, .tab, .carriageReturn: offset += 1
            case .lineFeed:
                offset += 1
                lineStarts.append(UInt32(truncatingIfNeeded: offset))
            default: return
            }
        }
    }

    private mutating func readValue(orEnd: Bool) throws(ReadFailure) -> State {
        let byte = bytes[offset]
        switch byte {
        case .quote: try readString([])
        case .openBrace:
            try open(.object)
            return .firstKey
        case .openBracket:
            try open(.array)
            return .firstElement
        case .closeBracket where orEnd: close()
        case .minus, .zero ... .nine: try readNumber()
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): try readLiteral()
        default: throw noValue(orEnd: orEnd)
        }
        return .separator
    }

    private mutating func readKey(orEnd: Bool) throws(ReadFailure) -> State {
        if orEnd, bytes[offset] == .closeBrace {
            close()
            return .separator
        }
        guard bytes[offset] == .quote else {
            throw unexpected(orEnd ? "expected a key or '}'" : "expected a key after ','")
        }
        try readString(.key)
        skipWhiteSpace()
        guard offset < bytes.count else { throw end("expected ':' after a key") }
        guard bytes[offset] == .colon else { throw unexpected("expected ':' after a key") }
        offset += 1
        return .value
    }

    private mutating func readSeparator() throws(ReadFailure) -> State {
        guard let container = openContainers.last else {
            throw ReadFailure(
                code: .trailingText,
                offset: offset,
                message: "expected the end after the value, found \(found(at: offset))"
            )
        }
        let isObject = nodes[container].kind == .object
        switch bytes[offset] {
        case .comma:
            offset += 1
            return isObject ? .key : .value
        case .closeBrace where isObject, .closeBracket where !isObject:
            close()
            return .separator
        default: throw unexpected(Self.separators(isObject: isObject))
        }
    }

    private mutating func open(_ kind: JSONKind) throws(ReadFailure) {
        guard openContainers.count < maximumDepth else {
            throw ReadFailure(
                code: .tooDeep,
                offset: offset,
                message: "expected at most \(maximumDepth) open arrays and objects, found one more"
            )
        }
        openContainers.append(nodes.count)
        nodes.append(Node(kind, start: offset, end: offset, next: 0))
        offset += 1
    }

    private mutating func close() {
        offset += 1
        guard let container = openContainers.popLast() else { return }
        nodes[container].close(end: offset, next: nodes.count)
    }

    private mutating func readLiteral() throws(ReadFailure) {
        let (word, kind): (StaticString, JSONKind) =
            switch bytes[offset] {
            case UInt8(ascii: "t"): ("true", .bool)
            case UInt8(ascii: "f"): ("false", .bool)
            default: ("null", .null)
            }
        let end = offset + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw badLiteral() }
        for index in 0..<word.utf8CodeUnitCount where bytes[offset + index] != word.utf8Start[index] {
            throw badLiteral()
        }
        if end < bytes.count, bytes[end].isLetter || bytes[end].isDigit { throw badLiteral() }
        append(kind, end: end)
    }

    /// Adds a scalar that began at `offset`, and moves on to its end.
    mutating func append(_ kind: JSONKind, end: Int, flags: Node.Flags = []) {
        nodes.append(Node(kind, start: offset, end: end, next: nodes.count + 1, flags: flags))
        offset = end
    }
}

// MARK: - Problems

extension JSONReader {
    private static func separators(isObject: Bool) -> String {
        isObject ? "expected ',' or '}' after a member" : "expected ',' or ']' after an element"
    }

    private func end(in state: State) -> ReadFailure {
        switch state {
        case .value where nodes.isEmpty:
            ReadFailure(code: .empty, offset: bytes.count, message: "expected a value, found the end")
        case .value: end("expected a value")
        case .firstElement: end("expected a value or ']'")
        case .firstKey: end("expected a key or '}'")
        case .key: end("expected a key after ','")
        case .separator:
            end(Self.separators(isObject: openContainers.last.map { nodes[$0].kind } == .object))
        }
    }

    func end(_ expected: String) -> ReadFailure {
        ReadFailure(code: .unexpectedEnd, offset: bytes.count, message: "\(expected), found the end")
    }

    func unexpected(_ expected: String) -> ReadFailure {
        let isText = bytes[offset] < 0x80 || UTF8Sequence.length(at: offset, in: bytes) != nil
        return ReadFailure(
            code: isText ? .unexpectedCharacter : .badUTF8,
            offset: offset,
            message: "\(expected), found \(found(at: offset))"
        )
    }

    private func noValue(orEnd: Bool) -> ReadFailure {
        switch bytes[offset] {
        case .plus, .dot:
            ReadFailure(
                code: .badNumber,
                offset: offset,
                message: "expected a number to begin with a digit or '-', found \(found(at: offset))"
            )
        case let byte where byte.isLetter: badLiteral()
        default: unexpected(orEnd ? "expected a value or ']'" : "expected a value")
        }
    }

    private func badLiteral() -> ReadFailure {
        let word = bytes[offset...].prefix(24).prefix { $0.isLetter || $0.isDigit }
        return ReadFailure(
            code: .badLiteral,
            offset: offset,
            message: "expected true, false or null, found '\(String(decoding: word, as: UTF8.self))'"
        )
    }

    /// What stands at a byte, for a message: `'x'`, `U+0000`, `byte 0xFF` or `the end`.
    func found(at offset: Int) -> String {
        guard offset < bytes.count else { return "the end" }
        let byte = bytes[offset]
        guard byte >= 0x80 else {
            return byte < 0x20 || byte == 0x7F ? "U+00\(byte.hexadecimal)" : "'\(Unicode.Scalar(byte))'"
        }
        guard let length = UTF8Sequence.length(at: offset, in: bytes) else { return "byte 0x\(byte.hexadecimal)" }
        return "'\(String(decoding: bytes[offset..<offset + length], as: UTF8.self))'"
    }
}

extension UInt8 {
    /// Two hexadecimal digits in upper case.
    var hexadecimal: String {
        let digits = String(self, radix: 16, uppercase: true)
        return self < 16 ? "0" + digits : digits
    }
}
