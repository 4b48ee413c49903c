import WireJSON

/// Text as one reads it who looks for a secret in it: escapes undone, and what writers put between letters left out.
///
/// Undone, also three times within each other: percent-encoding, the escapes of JSON, C and printf behind any number of backslashes,
/// character references. Left out: blanks, line ends and other controls, quotes, backslashes, and `+` and `-`, which stand for a
/// blank in forms and for each other in the two alphabets of Base64; `_` becomes `/` for the same reason. However a secret is
/// written, it folds to the same bytes, and folding never makes a text longer.
enum TextFolding {
    /// The most bytes that one escape reads ahead, those within it included.
    static let mostAhead = 256

    /// The most backslashes that are taken for one escape.
    private static let mostBackslashes = 16

    /// How often escapes are undone.
    private static let levels = 3

    private static let dropped: UInt8 = 0
    private static let escape: UInt8 = 1

    /// What each byte becomes; no byte that is kept becomes one of the two marks.
    private static let table: [UInt8] = (0...255).map { (byte: UInt8) -> UInt8 in
        switch byte {
        case 0...0x20, 0x7F: dropped
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "+"), UInt8(ascii: "-"): dropped
        case UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "&"): escape
        case UInt8(ascii: "_"): UInt8(ascii: "/")
        default: byte
        }
    }

    /// The folded text of some bytes.
    static func folded(_ bytes: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { raw in
            _ = fold(raw, isLast: true) { byte, _, _ in folded.append(byte) }
        }
        return folded
    }

    /// The folded text of some bytes, with the place that each of its bytes comes from.
    static func traced(_ bytes: [UInt8]) -> (folded: [UInt8], places: [Range<Int>]) {
        var folded: [UInt8] = []
        var places: [Range<Int>] = []
        bytes.withUnsafeBufferPointer { raw in
            _ = fold(raw, isLast: true) { byte, start, end in
                folded.append(byte)
                places.append(start..<end)
            }
        }
        return (folded, places)
    }

    /// Gives each folded byte with the place it comes from.
    ///
    /// - Returns: How many bytes were read: all, unless more are to follow and an escape near the end may not be whole.
    @inline(__always)
    static func fold(
        _ raw: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        _ emit: (_ byte: UInt8, _ start: Int, _ end: Int) -> Void
    ) -> Int {
        table.withUnsafeBufferPointer { table in
            var index = 0
            while index < raw.count {
                let letter = table[Int(raw[index])]
                if letter > escape {
                    emit(letter, index, index + 1)
                    index += 1
                } else if letter == dropped {
                    index += 1
                } else {
                    guard isLast || raw.count - index >= mostAhead else { return index }
                    let unit = unit(at: index, in: raw, level: levels)
                    let start = index
                    unit.forEachByte { byte in
                        let letter = table[Int(byte)]
                        // What is left of an escape sign stands for itself, but for a backslash.
                        let shown = letter == escape && byte != UInt8(ascii: "\\") ? byte : letter
                        if shown > escape { emit(shown, start, unit.end) }
                    }
                    index = unit.end
                }
            }
            return index
        }
    }

    /// A byte or a scalar that was read, and where the next begins.
    private struct Unit {
        var value: UInt32
        var isScalar = false
        var end: Int

        var ascii: UInt8? { value < 0x80 ? UInt8(value) : nil }

        var hexadecimal: UInt32? {
            ascii?.hexadecimalValue
        }

        func forEachByte(_ body: (UInt8) -> Void) {
            guard isScalar, value >= 0x80 else { return body(UInt8(truncatingIfNeeded: value)) }
            guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
            for byte in encoded { body(byte) }
        }
    }

    /// What stands at a place once escapes are undone so many times; the place is within the text.
    private static func unit(at index: Int, in raw: UnsafeBufferPointer<UInt8>, level: Int) -> Unit {
        guard level > 0 else { return Unit(value: UInt32(raw[index]), end: index + 1) }
        let first = unit(at: index, in: raw, level: level - 1)
        return switch first.ascii {
        case UInt8(ascii: "%"): number(2, behind: first.end, in: raw, level) ?? first
        case UInt8(ascii: "\\"): escaped(behind: first.end, in: raw, level)
        case UInt8(ascii: "&"): reference(behind: first.end, in: raw, level) ?? first
        default: first
        }
    }

    private static func inner(_ index: Int, _ raw: UnsafeBufferPointer<UInt8>, _ level: Int) -> Unit? {
        index < raw.count ? unit(at: index, in: raw, level: level - 1) : nil
    }

    /// So many hexadecimal digits.
    private static func number(
        _ count: Int,
        behind start: Int,
        in raw: UnsafeBufferPointer<UInt8>,
        _ level: Int
    ) -> Unit? {
        var number = Unit(value: 0, end: start)
        for _ in 0..<count {
            guard let digit = inner(number.end, raw, level), let value = digit.hexadecimal else { return nil }
            number = Unit(value: number.value << 4 | value, end: digit.end)
        }
        return number
    }

    /// What a run of backslashes and the letters behind it stand for; a blank, which is left out, where that is nothing.
    private static func escaped(behind start: Int, in raw: UnsafeBufferPointer<UInt8>, _ level: Int) -> Unit {
        var end = start
        for _ in 0..<mostBackslashes {
            guard let next = inner(end, raw, level), next.ascii == UInt8(ascii: "\\") else { break }
            end = next.end
        }
        let nothing = Unit(value: 0x20, end: end)
        guard let kind = inner(end, raw, level), let letter = kind.ascii else { return nothing }
        switch letter {
        case UInt8(ascii: "u"):
            return braced(behind: kind.end, in: raw, level) ?? codeUnit(behind: kind.end, in: raw, level) ?? nothing
        case UInt8(ascii: "x"): return number(2, behind: kind.end, in: raw, level) ?? nothing
        case UInt8(ascii: "0")...UInt8(ascii: "3"): return octal(at: end, in: raw, level) ?? nothing
        case _ where "nrtbfv".utf8.contains(letter): return Unit(value: 0x20, end: kind.end)
        default: return nothing
        }
    }

    /// `{1F511}` behind `\u`.
    private static func braced(behind start: Int, in raw: UnsafeBufferPointer<UInt8>, _ level: Int) -> Unit? {
        guard let brace = inner(start, raw, level), brace.ascii == UInt8(ascii: "{") else { return nil }
        var number = Unit(value: 0, isScalar: true, end: brace.end)
        for _ in 0..<7 {
            guard let next = inner(number.end, raw, level) else { return nil }
            if next.ascii == UInt8(ascii: "}") { return Unit(value: number.value, isScalar: true, end: next.end) }
            guard let digit = next.hexadecimal else { return nil }
            number = Unit(value: number.value << 4 | digit, isScalar: true, end: next.end)
        }
        return nil
    }

    /// Four digits behind `\u`, with the second half where they are the first of a pair.
    private static func codeUnit(behind start: Int, in raw: UnsafeBufferPointer<UInt8>, _ level: Int) -> Unit? {
        guard let high = number(4, behind: start, in: raw, level) else { return nil }
        let alone = Unit(value: high.value, isScalar: true, end: high.end)
        guard 0xD800..<0xDC00 ~= high.value else { return alone }
        var end = high.end
        for _ in 0..<mostBackslashes {
            guard let next = inner(end, raw, level), next.ascii == UInt8(ascii: "\\") else { break }
            end = next.end
        }
        guard end > high.end, let mark = inner(end, raw, level), mark.ascii == UInt8(ascii: "u"),
            let low = number(4, behind: mark.end, in: raw, level), 0xDC00..<0xE000 ~= low.value
        else { return alone }
        return Unit(value: 0x10000 + (high.value - 0xD800) << 10 + (low.value - 0xDC00), isScalar: true, end: low.end)
    }

    private static func octal(at start: Int, in raw: UnsafeBufferPointer<UInt8>, _ level: Int) -> Unit? {
        var number = Unit(value: 0, end: start)
        for _ in 0..<3 {
            guard let digit = inner(number.end, raw, level), let value = digit.hexadecimal, value < 8 else {
                return nil
            }
            number = Unit(value: number.value << 3 | value, end: digit.end)
        }
        return number
    }

    /// `amp;`, `#38;` or `#x26;` behind `&`.
    private static func reference(behind start: Int, in raw: UnsafeBufferPointer<UInt8>, _ level: Int) -> Unit? {
        var name: [UInt8] = []
        var end = start
        while name.count < 10 {
            guard let next = inner(end, raw, level), let letter = next.ascii else { return nil }
            end = next.end
            if letter == UInt8(ascii: ";") {
                return WrittenText.referenced(String(decoding: name, as: UTF8.self)).map {
                    Unit(value: $0, isScalar: true, end: end)
                }
            }
            name.append(letter)
        }
        return nil
    }
}
