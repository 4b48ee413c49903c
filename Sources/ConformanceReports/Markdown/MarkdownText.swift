import Conformance
import WireJSON

/// Text as GitHub-flavoured Markdown holds it: each scalar that could be taken for markup is escaped, whatever combines with it.
///
/// > Source: CommonMark 0.31 §2.4, §4.5, §6.1; GitHub Flavored Markdown §4.10
enum MarkdownText {
    /// What keeps `@name` and `#12` from becoming a mention or a link, without being seen.
    private static let joiner = "\u{200B}"

    /// Untrusted text on one line of running text or in a cell of a table.
    static func inline(_ text: String) -> String {
        var result = ""
        let scalars = Array(VisibleText.line(text).unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let isFirst = place == 0
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(scalar)"
            case "+", "-", "=": result += isFirst ? "\\\(scalar)" : String(scalar)
            case "#", "@": result += (isFirst ? "\\" : "") + String(scalar) + joiner
            case ".", ")": result += isListMark(scalars[..<place]) ? "\\\(scalar)" : String(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Untrusted text as code within a line; in a cell of a table too, where a bar would end it.
    static func code(_ text: String, inTable: Bool = false) -> String {
        let line = VisibleText.line(text)
        guard !line.isEmpty else { return "(empty)" }
        // A backslash before a bar would be taken for its escape, and cannot be escaped itself within code.
        if inTable, line.utf8.contains(UInt8(ascii: "|")), line.utf8.contains(UInt8(ascii: "\\")) {
            return "<code>\(references(line))</code>"
        }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
        // A blank is taken off at each end where both have one; a line of blanks alone keeps them.
        let edges = [line.unicodeScalars.first, line.unicodeScalars.last]
        let needsBlank = edges.contains { $0 == "`" || $0 == " " }
        let content = needsBlank ? " \(line) " : line
        return fence + (inTable ? escapingBars(content) : content) + fence
    }

    /// Untrusted lines as a block of code, ending with a line feed.
    static func block(_ text: String, language: String = "") -> String {
        let lines = VisibleText.block(text)
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: lines) + 1))
        let end = lines.utf8.last == UInt8(ascii: "\n") ? "" : "\n"
        return "\(fence)\(language)\n\(lines)\(end)\(fence)\n"
    }

    /// Punctuation as character references, which nothing takes for markup.
    private static func references(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isWord = scalar.value >= 0x80 || scalar == " " || scalar.properties.isAlphabetic || isDigit(scalar)
            result += isWord ? String(scalar) : "&#\(scalar.value);"
        }
        return result
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The bars of a cell, also within code.
    private static func escapingBars(_ text: String) -> String {
        text.replacingExactly("|", with: "\\|")
    }

    /// Whether these begin a line of a numbered list: `12`.
    private static func isListMark(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        !scalars.isEmpty && scalars.count <= 9 && scalars.allSatisfy(isDigit)
    }

    private static func longestRun(of scalar: Unicode.Scalar, in text: String) -> Int {
        var longest = 0
        var run = 0
        for other in text.unicodeScalars {
            run = other == scalar ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
