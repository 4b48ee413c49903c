/// Says whether bytes are a JSON text, as plainly as RFC 8259 does: one function a rule, nothing kept.
struct PlainReader {
    private let bytes: [UInt8]
    private var place = 0
    private let depth: Int

    /// Whether a strict reader takes the text: valid UTF-8, no lone surrogate, no byte order mark, nested so deep at most.
    static func accepts(_ bytes: [UInt8], depth: Int) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil else { return false }
        var reader = PlainReader(bytes: bytes, depth: depth)
        guard reader.value(0) else { return false }
        reader.skipSpace()
        return reader.place == bytes.count
    }

    private init(bytes: [UInt8], depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ byte: Character) -> Bool {
        guard let next, next == byte.asciiValue else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while let next, [0x20, 0x09, 0x0A, 0x0D].contains(next) { place += 1 }
    }

    private mutating func value(_ level: Int) -> Bool {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return level < depth && object(level + 1)
        case UInt8(ascii: "["): return level < depth && array(level + 1)
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func word(_ word: String) -> Bool {
        guard bytes[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }

    private mutating func object(_ level: Int) -> Bool {
        place += 1
        skipSpace()
        if take("}") { return true }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\""), string() else { return false }
            skipSpace()
            guard take(":"), value(level) else { return false }
            skipSpace()
        } while take(",")
        return take("}")
    }

    private mutating func array(_ level: Int) -> Bool {
        place += 1
        skipSpace()
        if take("]") { return true }
        repeat {
            guard value(level) else { return false }
            skipSpace()
        } while take(",")
        return take("]")
    }

    private mutating func string() -> Bool {
        place += 1
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"): guard escape() else { return false }
            case 0..<0x20: return false
            default: break
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard let byte = next else { return false }
        place += 1
        guard byte == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(byte) }
        guard let unit = hexadecimal() else { return false }
        switch unit {
        case 0xD800..<0xDC00:
            guard take("\\"), take("u"), let second = hexadecimal() else { return false }
            return (0xDC00..<0xE000).contains(second)
        case 0xDC00..<0xE000: return false
        default: return true
        }
    }

    private mutating func hexadecimal() -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        let digits = bytes[place..<place + 4]
        place += 4
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private mutating func digits() -> Bool {
        let start = place
        while let next, (0x30...0x39).contains(next) { place += 1 }
        return place > start
    }

    private mutating func number() -> Bool {
        _ = take("-")
        let start = place
        guard digits(), place == start + 1 || bytes[start] != 0x30 else { return false }
        if take("."), !digits() { return false }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            return digits()
        }
        return true
    }
}
