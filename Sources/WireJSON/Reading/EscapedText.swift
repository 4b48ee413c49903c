/// The scalars behind the escapes of a string that was read before, so is known to be well-formed.
enum EscapedText {
    /// Decodes `source` into `target`, which must be as large; gives the number of bytes written.
    static func decode(_ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var (read, written) = (0, 0)
        while read < source.count {
            let byte = source[read]
            guard byte == .backslash else {
                target[written] = byte
                read += 1
                written += 1
                continue
            }
            let (scalar, length) = scalar(ofEscapeAt: read, in: source)
            read += length
            for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                target[written] = unit
                written += 1
            }
        }
        return written
    }

    /// The decoded bytes of a string between its quotes.
    static func decoded(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
            count = decode(source, into: target)
        }
    }

    private static func scalar(
        ofEscapeAt index: Int,
        in source: UnsafeBufferPointer<UInt8>
    ) -> (scalar: Unicode.Scalar, length: Int) {
        switch source[index + 1] {
        case UInt8(ascii: "b"): return ("\u{8}", 2)
        case UInt8(ascii: "f"): return ("\u{C}", 2)
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        case UInt8(ascii: "u"): break
        default: return (Unicode.Scalar(source[index + 1]), 2)
        }
        let first = codeUnit(at: index + 2, in: source)
        if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
        let second = codeUnit(at: index + 8, in: source)
        let pair = 0x10000 + (first &- 0xD800) << 10 + (second &- 0xDC00)
        return (Unicode.Scalar(pair) ?? "\u{FFFD}", 12)
    }

    private static func codeUnit(at index: Int, in source: UnsafeBufferPointer<UInt8>) -> UInt32 {
        source[index..<index + 4].reduce(0) { $0 << 4 | ($1.hexadecimalValue ?? 0) }
    }
}
