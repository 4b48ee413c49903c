import Conformance
import WireJSON

/// Text as the content of an element or the value of a quoted attribute holds it; nothing in it begins markup.
///
/// > Source: HTML Living Standard §13.1.2, §13.1.3
enum HTMLText {
    /// Adds one line, in which line feeds and tabs are written out.
    static func append(line text: String, to bytes: inout [UInt8]) {
        guard !text.utf8.allSatisfy(isPlain) else { return bytes.append(contentsOf: text.utf8) }
        appendEscaped(VisibleText.line(text), to: &bytes)
    }

    /// Adds many lines, for an element that keeps them.
    static func append(block text: String, to bytes: inout [UInt8]) {
        appendEscaped(VisibleText.block(text), to: &bytes)
    }

    /// A name within the page as an address refers to it and as `id` holds it, the same letters in both.
    ///
    /// > Source: RFC 3986 §3.5
    static func anchor(_ name: String) -> String {
        guard !name.utf8.allSatisfy(isPlainInAnchor) else { return name }
        var result = ""
        for byte in name.utf8 {
            if isPlainInAnchor(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            // What needs no reference is copied as a whole.
            var copied = 0
            for place in 0..<source.count {
                guard let reference = reference(to: source[place]) else { continue }
                bytes.append(contentsOf: source[copied..<place])
                reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
                copied = place + 1
            }
            bytes.append(contentsOf: source[copied...])
        }
    }

    private static func reference(to byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: (0x20..<0x7F).contains(byte)
        }
    }

    private static func isPlainInAnchor(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-._~/:@!$()*+,;=".utf8.contains(byte)
        }
    }
}
