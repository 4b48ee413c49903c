extension JSONReader {
    /// Reads a string, or key, whose opening quote is at `offset`.
    mutating func readString(_ flags: Node.Flags) throws(ReadFailure) {
        var index = offset + 1
        var flags = flags
        while true {
            index = PlainRun.end(from: index, in: bytes)
            guard index < bytes.count else { throw end("expected '\"' at the end of a string") }
            switch bytes[index] {
            case .quote:
                append(.string, end: index + 1, flags: flags)
                return
            case .backslash:
                flags.insert(.escaped)
                index = try endOfEscape(at: index)
            case 0..<0x20:
                throw ReadFailure(
                    code: .controlCharacter,
                    offset: index,
                    message: "expected control characters in a string to be escaped, found \(found(at: index))"
                )
            default:
                guard let length = UTF8Sequence.length(at: index, in: bytes) else {
                    throw ReadFailure(
                        code: .badUTF8,
                        offset: index,
                        message: "expected UTF-8, found \(found(at: index))"
                    )
                }
                index += length
            }
        }
    }

    /// Checks the escape at a backslash, with the second half of a surrogate pair, and gives the byte after it.
    private func endOfEscape(at index: Int) throws(ReadFailure) -> Int {
        guard index + 1 < bytes.count else { throw end("expected an escape after '\\'") }
        switch bytes[index + 1] {
        case .quote, .backslash, .slash, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
            UInt8(ascii: "t"):
            return index + 2
        case UInt8(ascii: "u"): return try endOfUnicodeEscape(at: index)
        default:
            throw ReadFailure(
                code: .badEscape,
                offset: index,
                message: "expected one of '\"\\/bfnrtu' after '\\', found \(found(at: index + 1))"
            )
        }
    }

    private func endOfUnicodeEscape(at index: Int) throws(ReadFailure) -> Int {
        let unit = try codeUnit(ofEscapeAt: index)
        guard 0xD800...0xDFFF ~= unit else { return index + 6 }
        let second = index + 6
        if unit < 0xDC00, second + 1 < bytes.count, bytes[second] == .backslash, bytes[second + 1] == UInt8(ascii: "u")
        {
            if try 0xDC00...0xDFFF ~= codeUnit(ofEscapeAt: second) { return second + 6 }
        } else if unit < 0xDC00, second + 1 >= bytes.count, bytes[second...].allSatisfy({ $0 == .backslash }) {
            throw end("expected the second half of a surrogate pair")
        }
        let expected = unit < 0xDC00 ? "a second half after" : "a first half before"
        throw ReadFailure(
            code: .loneSurrogate,
            offset: index,
            message: "expected \(expected) the surrogate '\(String(decoding: bytes[index..<index + 6], as: UTF8.self))'"
        )
    }

    private func codeUnit(ofEscapeAt index: Int) throws(ReadFailure) -> UInt32 {
        var unit: UInt32 = 0
        for place in index + 2..<index + 6 {
            guard place < bytes.count else { throw end("expected four hexadecimal digits after '\\u'") }
            guard let digit = bytes[place].hexadecimalValue else {
                throw ReadFailure(
                    code: .badEscape,
                    offset: index,
                    message: "expected four hexadecimal digits after '\\u', found \(found(at: place))"
                )
            }
            unit = unit << 4 | digit
        }
        return unit
    }
}

/// Well-formed UTF-8.
///
/// > Source: RFC 3629, section 4: no overlong form, no surrogate, nothing above U+10FFFF.
enum UTF8Sequence {
    /// The length, from 2 to 4, of the sequence of a byte that is no ASCII, or nil where it is ill-formed or cut off.
    static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[index] {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: length = 3
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= bytes.count, second ~= bytes[index + 1] else { return nil }
        for place in index + 2..<max(index + length, index + 2) where !bytes[place].isUTF8Continuation {
            return nil
        }
        return length
    }
}
