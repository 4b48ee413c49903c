extension UInt8 {
    static var tab: UInt8 { 0x09 }
    static var lineFeed: UInt8 { 0x0A }
    static var carriageReturn: UInt8 { 0x0D }
    static var space: UInt8 { 0x20 }
    static var quote: UInt8 { 0x22 }
    static var plus: UInt8 { 0x2B }
    static var comma: UInt8 { 0x2C }
    static var minus: UInt8 { 0x2D }
    static var dot: UInt8 { 0x2E }
    static var slash: UInt8 { 0x2F }
    static var zero: UInt8 { 0x30 }
    static var nine: UInt8 { 0x39 }
    static var colon: UInt8 { 0x3A }
    static var openBracket: UInt8 { 0x5B }
    static var backslash: UInt8 { 0x5C }
    static var closeBracket: UInt8 { 0x5D }
    static var openBrace: UInt8 { 0x7B }
    static var closeBrace: UInt8 { 0x7D }

    var isDigit: Bool { self &- .zero < 10 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
    /// The value of a hexadecimal digit, or nil.
    package var hexadecimalValue: UInt32? {
        if isDigit { return UInt32(self &- .zero) }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? UInt32(letter) + 10 : nil
    }
}

extension StringProtocol {
    /// Whether two texts are the same Unicode scalars, which Swift's `==` does not ask.
    func hasSameScalars(as other: some StringProtocol) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}

extension String {
    /// Whether two texts are the same Unicode scalars: over plain memory, as this is asked of each key of each answer.
    package func hasSameScalars(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var other = other
        return other.withUTF8 { hasSameScalars(as: $0) }
    }

    /// Whether this text has these bytes in UTF-8.
    func hasSameScalars(as bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count == bytes.count else { return false }
        var text = self
        return text.withUTF8 { $0.hasSameBytes(as: bytes) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether both are as long and byte by byte the same: eight at a time, over plain memory.
    package func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let one = UnsafeRawPointer(baseAddress), let other = UnsafeRawPointer(other.baseAddress) else {
            return true
        }
        return Self.isSame(one, other, count)
    }

    /// Whether so many bytes are the same at two places.
    @inline(__always)
    static func isSame(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ count: Int) -> Bool {
        var offset = 0
        while offset &+ 8 <= count {
            guard
                one.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            else { return false }
            offset &+= 8
        }
        while offset < count {
            guard
                one.load(fromByteOffset: offset, as: UInt8.self) == other.load(fromByteOffset: offset, as: UInt8.self)
            else { return false }
            offset &+= 1
        }
        return true
    }
}
