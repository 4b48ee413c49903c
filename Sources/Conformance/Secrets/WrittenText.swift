import WireJSON

/// A text that may stand in another one in any mixture of escapes: what a server echoes is escaped as it likes.
///
/// Each scalar may be raw, a JSON escape (short or `\u003d`, of JSON inside JSON too), percent-encoded (`+` for a space), or an
/// HTML character reference.
struct WrittenText: Sendable {
    private let scalars: [Unicode.Scalar]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// Where the text ends that begins at `index`, at the latest; nil where it does not stand there.
    func end(at index: Int, in bytes: [UInt8]) -> Int? {
        // Nearly always there is one way at most to read on.
        var end = index
        for place in scalars.indices {
            let (raw, escaped) = Self.ends(of: scalars[place], at: end, in: bytes)
            guard raw == nil || escaped == nil || raw == escaped else {
                return farthestEnd(of: place, at: end, in: bytes)
            }
            guard let only = raw ?? escaped else { return nil }
            end = only
        }
        return end
    }

    /// Where the text from one of its scalars on ends, in all the ways that it can be read.
    private func farthestEnd(of first: Int, at index: Int, in bytes: [UInt8]) -> Int? {
        var ends: Set<Int> = [index]
        for scalar in scalars[first...] {
            ends = ends.reduce(into: []) { next, end in
                let (raw, escaped) = Self.ends(of: scalar, at: end, in: bytes)
                if let raw { next.insert(raw) }
                if let escaped { next.insert(escaped) }
            }
            guard !ends.isEmpty else { return nil }
        }
        return ends.max()
    }

    /// The bytes that the text could begin with, each once: its own first one, and those that begin an escape.
    var firstBytes: [UInt8] {
        guard let first = scalars.first.flatMap({ UTF8.encode($0)?.first }) else { return [] }
        return [first] + "\\%&+".utf8.filter { $0 != first }
    }

    /// The places at which one scalar may end: both where an escape also reads as raw text.
    private static func ends(
        of scalar: Unicode.Scalar,
        at index: Int,
        in bytes: [UInt8]
    ) -> (raw: Int?, escaped: Int?) {
        guard index < bytes.count else { return (nil, nil) }
        let escaped: Int? =
            switch bytes[index] {
            case UInt8(ascii: "\\"): jsonEscape(of: scalar, at: index, in: bytes)
            case UInt8(ascii: "%"): percentEscape(of: scalar, at: index, in: bytes)
            case UInt8(ascii: "+"): scalar == " " ? index + 1 : nil
            case UInt8(ascii: "&"): reference(to: scalar, at: index, in: bytes)
            default: nil
            }
        return (rawEnd(of: scalar, at: index, in: bytes), escaped)
    }

    private static func rawEnd(of scalar: Unicode.Scalar, at index: Int, in bytes: [UInt8]) -> Int? {
        if scalar.isASCII { return bytes[index] == UInt8(truncatingIfNeeded: scalar.value) ? index + 1 : nil }
        guard let encoded = UTF8.encode(scalar), ByteSearch.holds(Array(encoded), at: index, in: bytes) else {
            return nil
        }
        return index + encoded.count
    }

    /// The most backslashes before one escape, as JSON four times inside JSON has them.
    ///
    /// Without a bound a long run of them would take quadratic time.
    private static let mostBackslashes = 16

    /// JSON inside JSON doubles the backslash, so many of them may stand before an escape.
    private static func jsonEscape(of scalar: Unicode.Scalar, at index: Int, in bytes: [UInt8]) -> Int? {
        let run = bytes[index...].prefix(mostBackslashes).prefix { $0 == UInt8(ascii: "\\") }
        if scalar == "\\", run.count >= 2 { return index + 2 }
        let kind = run.endIndex
        guard kind < bytes.count else { return nil }
        guard bytes[kind] == UInt8(ascii: "u") else {
            return shortEscapes[bytes[kind]] == scalar ? kind + 1 : nil
        }
        guard let unit = hexadecimal(bytes, from: kind + 1, count: 4) else { return nil }
        let end = kind + 5
        if unit == scalar.value { return end }
        guard 0xD800..<0xDC00 ~= unit, scalar.value > 0xFFFF, end < bytes.count, bytes[end] == UInt8(ascii: "\\"),
            let low = bytes[end...].prefix(mostBackslashes).firstIndex(where: { $0 != UInt8(ascii: "\\") }),
            bytes[low] == UInt8(ascii: "u"),
            let second = hexadecimal(bytes, from: low + 1, count: 4), 0xDC00..<0xE000 ~= second
        else { return nil }
        return 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00) == scalar.value ? low + 5 : nil
    }

    private static let shortEscapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{08}", UInt8(ascii: "f"): "\u{0C}",
        UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    private static func percentEscape(of scalar: Unicode.Scalar, at index: Int, in bytes: [UInt8]) -> Int? {
        var place = index
        for byte in UTF8.encode(scalar) ?? UTF8.EncodedScalar() {
            guard place < bytes.count, bytes[place] == UInt8(ascii: "%"),
                hexadecimal(bytes, from: place + 1, count: 2) == UInt32(byte)
            else { return nil }
            place += 3
        }
        return place > index ? place : nil
    }

    /// `&amp;`, `&#38;`, `&#x26;`.
    private static func reference(to scalar: Unicode.Scalar, at index: Int, in bytes: [UInt8]) -> Int? {
        guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
        return referenced(name) == scalar.value ? end + 1 : nil
    }

    /// The scalar that a character reference names, such as `amp`, `#38` or `#x26`.
    static func referenced(_ name: String) -> UInt32? {
        guard name.utf8.first == UInt8(ascii: "#") else { return namedReferences[name]?.value }
        let isHexadecimal = name.utf8.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let digits = name.utf8.dropFirst(isHexadecimal ? 2 : 1)
        // Asked first, since a number may have a sign where a reference has none.
        guard let first = digits.first, first.hexadecimalValue != nil else { return nil }
        return UInt32(Substring(digits), radix: isHexadecimal ? 16 : 10)
    }

    private static let namedReferences: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]

    private static func hexadecimal(_ bytes: [UInt8], from start: Int, count: Int) -> UInt32? {
        guard start + count <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[start..<start + count] {
            guard let digit = byte.hexadecimalValue else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}
