import Conformance
import WireJSON

/// Text as XML 1.0 holds it, with as few references as can be; some readers give up at a thousand of them.
///
/// > Source: XML 1.0 §2.2, §2.4, §2.7, §3.3.3
enum XMLText {
    /// The value of an attribute, without its quotes.
    ///
    /// A literal line feed there would be read as a space.
    static func attribute(_ text: String) -> String {
        var text = text
        guard !text.withUTF8({ $0.allSatisfy(isPlainInAttribute) }) else { return text }
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
        var text = VisibleText.block(text)
        let (needsSection, holdsSectionEnd) = text.withUTF8(marks)
        guard !holdsSectionEnd else {
            let escaped = replace(text) { scalar in
                switch scalar {
                case "&": "&amp;"
                case "<": "&lt;"
                default: nil
                }
            }
            return escapingSectionEnds(escaped)
        }
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

    /// Whether there is `<` or `&`, and whether there is `]]>`.
    private static func marks(_ bytes: UnsafeBufferPointer<UInt8>) -> (needsSection: Bool, holdsSectionEnd: Bool) {
        var needsSection = false
        var brackets = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "]"):
                brackets += 1
                continue
            case UInt8(ascii: ">") where brackets >= 2: return (true, true)
            case UInt8(ascii: "<"), UInt8(ascii: "&"): needsSection = true
            default: break
            }
            brackets = 0
        }
        return (needsSection, false)
    }

    private static func escapingSectionEnds(_ text: String) -> String {
        var brackets = 0
        return replace(text) { scalar in
            defer { brackets = scalar == "]" ? brackets + 1 : 0 }
            return scalar == ">" && brackets >= 2 ? "&gt;" : nil
        }
    }
}
