extension JSONReader {
    /// Reads a number that begins at `offset` with a digit or a minus sign.
    mutating func readNumber() throws(ReadFailure) {
        var index = offset
        if bytes[index] == .minus { index += 1 }
        let first = index
        index = try endOfDigits(from: index, expected: "a digit after '-'")
        if bytes[first] == .zero, index > first + 1 {
            throw badNumber(at: first + 1, "expected no digit after a leading zero")
        }
        if index < bytes.count, bytes[index] == .dot {
            index = try endOfDigits(from: index + 1, expected: "a digit after '.'")
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == .plus || bytes[index] == .minus { index += 1 }
            index = try endOfDigits(from: index, expected: "a digit in the exponent")
        }
        if index < bytes.count, Self.continuesNumber(bytes[index]) {
            throw badNumber(at: index, "expected the end of a number")
        }
        append(.number, end: index)
    }

    private func endOfDigits(from start: Int, expected: String) throws(ReadFailure) -> Int {
        var index = start
        while index < bytes.count, bytes[index].isDigit { index += 1 }
        guard index > start else { throw badNumber(at: start, "expected \(expected)") }
        return index
    }

    /// Whether a byte right after a number shows that a longer number was meant, as in `1.2.3`, `0x1F` or `1-2`.
    private static func continuesNumber(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == .dot || byte == .plus || byte == .minus || byte == UInt8(ascii: "_")
    }

    private func badNumber(at offset: Int, _ expected: String) -> ReadFailure {
        ReadFailure(code: .badNumber, offset: offset, message: "\(expected), found \(found(at: offset))")
    }
}
