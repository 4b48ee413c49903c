/// Text in which nothing hides: what a terminal would obey, or an XML file may not hold, is written as `\u{1B}`.
///
/// Untrusted text (a server's answer, a header, a case file) passes through here before any report shows it.
package enum VisibleText {
    /// Many lines: line feeds and tabs stay, CRLF and CR become line feeds.
    package static func block(_ text: String) -> String {
        guard !isPlain(text, allowingLines: true) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var previousWasReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", previousWasReturn {
                previousWasReturn = false
                continue
            }
            previousWasReturn = scalar == "\r"
            switch scalar {
            case "\r", "\n": result.append(0x0A)
            case "\t": result.append(0x09)
            default: append(scalar, to: &result)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// One line: line feeds, returns and tabs are written as `\n`, `\r` and `\t`.
    package static func line(_ text: String) -> String {
        guard !isPlain(text, allowingLines: false) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n".utf8
            case "\r": result += "\\r".utf8
            case "\t": result += "\\t".utf8
            default: append(scalar, to: &result)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The form of a character that must not be written as it is.
    package static func escaped(_ scalar: Unicode.Scalar) -> String {
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }

    /// Whether a scalar is written out: controls, non-characters, those that turn the direction of writing, and those that show
    /// nothing, such as a space of no width.
    ///
    /// Left as they are, since they change what stands beside them: the joiner and the non-joiner of scripts and emoji, and the
    /// variation selectors.
    ///
    /// > Source: XML 1.0 §2.2; Unicode Standard Annex #44, Default_Ignorable_Code_Point
    package static func hides(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x20..<0xAD: false
        case 0x200C, 0x200D, 0xFE00...0xFE0F: false
        case 0x2028...0x202E, 0x2066...0x2069: true
        case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB: true
        case let value: value & 0xFFFE == 0xFFFE || scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
        if (0x20..<0x7F).contains(scalar.value) {
            result.append(UInt8(truncatingIfNeeded: scalar.value))
        } else if hides(scalar) {
            result += escaped(scalar).utf8
        } else {
            result += UTF8.encode(scalar) ?? UTF8.EncodedScalar()
        }
    }

    private static func isPlain(_ text: String, allowingLines: Bool) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var place = 0
            while place < raw.count {
                // Eight bytes at once where all of them are letters, digits and the like.
                if raw.count - place >= 8, isPrintable(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) {
                    place += 8
                    continue
                }
                let byte = raw[place]
                guard (0x20..<0x7F).contains(byte) || (allowingLines && (byte == 0x0A || byte == 0x09)) else {
                    return false
                }
                place += 1
            }
            return true
        }
    }

    /// Whether each of eight bytes lies between a space and a tilde, both included.
    private static func isPrintable(_ bytes: UInt64) -> Bool {
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        // Below 0x80 all of them, so that no sum or difference of one byte touches the next but for a borrow, which
        // only a byte that is refused anyway gives.
        guard bytes & tops == 0 else { return false }
        let isBelowSpace = (bytes &- ones &* 0x20) & tops
        let isDelete = (bytes &+ ones) & tops
        return isBelowSpace == 0 && isDelete == 0
    }
}
