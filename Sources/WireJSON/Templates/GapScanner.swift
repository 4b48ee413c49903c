/// Tells where what stands in a gap ends, if it may stand there.
struct GapScanner {
    let text: UnsafeBufferPointer<UInt8>

    /// The byte after what a string holds: its closing quote; nil where a reader would refuse it or read on with care.
    ///
    /// Halves of surrogate pairs are left to the reader.
    func endOfText(from start: Int) -> Int? {
        var index = start
        while true {
            index = PlainRun.end(from: index, in: text)
            guard index < text.count else { return nil }
            switch text[index] {
            case .quote: return index
            case .backslash:
                guard let end = endOfEscape(at: index) else { return nil }
                index = end
            case 0..<0x20: return nil
            default:
                guard let length = UTF8Sequence.length(at: index, in: text) else { return nil }
                index += length
            }
        }
    }

    /// The same for a string without escapes.
    func endOfUnescapedText(from start: Int) -> Int? {
        var index = start
        while true {
            index = PlainRun.end(from: index, in: text)
            guard index < text.count else { return nil }
            if text[index] == .quote { return index }
            // Nil for a backslash and for a control character too.
            guard let length = UTF8Sequence.length(at: index, in: text) else { return nil }
            index += length
        }
    }

    /// The same for a string of plain bytes alone.
    func endOfPlainText(from start: Int) -> Int? {
        let end = PlainRun.end(from: start, in: text)
        return end < text.count && text[end] == .quote ? end : nil
    }

    private func endOfEscape(at index: Int) -> Int? {
        guard index + 1 < text.count else { return nil }
        switch text[index + 1] {
        case .quote, .backslash, .slash, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
            UInt8(ascii: "t"):
            return index + 2
        case UInt8(ascii: "u"):
            guard index + 6 <= text.count else { return nil }
            var unit: UInt32 = 0
            for place in index + 2..<index + 6 {
                guard let digit = text[place].hexadecimalValue else { return nil }
                unit = unit << 4 | digit
            }
            return 0xD800...0xDFFF ~= unit ? nil : index + 6
        default: return nil
        }
    }

    /// The byte after `true` or `false`.
    func endOfBoolean(from start: Int) -> Int? {
        if isWord("true", at: start) { return start + 4 }
        return isWord("false", at: start) ? start + 5 : nil
    }

    private func isWord(_ word: StaticString, at start: Int) -> Bool {
        guard start + word.utf8CodeUnitCount <= text.count else { return false }
        for place in 0..<word.utf8CodeUnitCount where text[start + place] != word.utf8Start[place] { return false }
        return true
    }

    /// The byte after an integer, as JSON writes it; what comes next must be what ends a number.
    func endOfInteger(from start: Int) -> Int? {
        let first = start < text.count && text[start] == .minus ? start + 1 : start
        guard let end = endOfDigits(from: first) else { return nil }
        return text[first] == .zero && end > first + 1 ? nil : end
    }

    /// The byte after a number with a point or an exponent.
    func endOfFraction(from start: Int) -> Int? {
        guard let whole = endOfInteger(from: start) else { return nil }
        var end = whole
        if end < text.count, text[end] == .dot {
            guard let digits = endOfDigits(from: end + 1) else { return nil }
            end = digits
        }
        if end < text.count, text[end] | 0x20 == UInt8(ascii: "e") {
            let sign = end + 1
            let isSigned = sign < text.count && (text[sign] == .plus || text[sign] == .minus)
            guard let digits = endOfDigits(from: isSigned ? sign + 1 : sign) else { return nil }
            end = digits
        }
        return end > whole ? end : nil
    }

    private func endOfDigits(from start: Int) -> Int? {
        var end = start
        while end < text.count, text[end].isDigit { end += 1 }
        return end > start ? end : nil
    }

    /// The value of an integer of at most 18 characters, which overflows nothing; nil for a longer one.
    func smallInteger(_ range: Range<Int>) -> Int? {
        guard range.count <= 18 else { return nil }
        var value = 0
        for place in range where text[place] != .minus { value = value &* 10 &+ Int(text[place] &- .zero) }
        return text[range.lowerBound] == .minus ? -value : value
    }
}
