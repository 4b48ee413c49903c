import Conformance

/// Text as XML 1.0 holds it, with as few references as can be; some readers give up at a thousand of them.
///
/// > Source: XML 1.0 §2.2, §2.4, §2.7, §3.3.3
enum XMLText {
    /// The value of an attribute, without its quotes.
    ///
    /// A literal line feed there would be read as a space.
    static func attribute(_ text: String) -> String {
        guard !text.utf8.allSatisfy(isPlainInAttribute) else { return text }
        return replace(VisibleText.block(text)) { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case "\"": "&quot;"
            case "\n": "&#10;"
            case "\t": "&#9;"
            default: nil
            }
        }
    }

    /// The content of an element: as it is, else in one CDATA section, else (where `]]>` is in it) by references.
    static func content(_ text: String) -> String {
        let text = VisibleText.block(text)
        let bytes = Array(text.utf8)
        guard !holdsSectionEnd(bytes) else {
            let escaped = replace(text) { scalar in
                switch scalar {
                case "&": "&amp;"
                case "<": "&lt;"
                default: nil
                }
            }
            return escapingSectionEnds(escaped)
        }
        let needsSection = bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: "&"))
        return needsSection ? "<![CDATA[\(text)]]>" : text
    }

    /// Whether an ASCII byte stands for itself there.
    private static func isPlainInAttribute(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "\""): false
        default: (0x20..<0x7F).contains(byte)
        }
    }

    private static func replace(_ text: String, with reference: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let reference = reference(scalar) {
                result += reference
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func holdsSectionEnd(_ bytes: [UInt8]) -> Bool {
        var brackets = 0
        for byte in bytes {
            if byte == UInt8(ascii: "]") {
                brackets += 1
            } else if byte == UInt8(ascii: ">"), brackets >= 2 {
                return true
            } else {
                brackets = 0
            }
        }
        return false
    }

    private static func escapingSectionEnds(_ text: String) -> String {
        var brackets = 0
        return replace(text) { scalar in
            defer { brackets = scalar == "]" ? brackets + 1 : 0 }
            return scalar == ">" && brackets >= 2 ? "&gt;" : nil
        }
    }
}
