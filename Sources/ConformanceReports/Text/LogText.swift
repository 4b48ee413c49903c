import Conformance
import WireJSON

/// Text for a log that a build server reads: nothing in it is taken for a command to that server.
///
/// GitHub's runner obeys `::name::` at the start of a line, blanks before it or not, and `##[name]` anywhere; Azure Pipelines obeys
/// `##vso[…]` and TeamCity `##teamcity[…]`. What GitLab obeys begins with an escape, which `VisibleText` writes out; what Buildkite
/// folds stands at the very start of a line, where no text of a case or a server stands.
///
/// > Source: the runner's ActionCommand; the pages on logging commands of Azure Pipelines, and on service messages of TeamCity
package enum LogText {
    /// The text with a blank put into whatever would be obeyed.
    package static func disarmed(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ":")) || text.utf8.contains(UInt8(ascii: "#")) else { return text }
        let marks = disarmedMarks(text)
        return marks.exactRange(of: "::") == nil ? marks : disarmedStarts(marks)
    }

    /// JSON text that says the same, and that no build server obeys: of each `##name[` the second `#` is escaped.
    ///
    /// A line of JSON begins with no `::`, and `##` stands within its texts alone.
    package static func disarmed(json text: String) -> String { replacingMarks(in: text, with: "#\\u0023") }

    /// The text with a blank behind the `##` of each `##name[`.
    static func disarmedMarks(_ text: String) -> String { replacingMarks(in: text, with: "## ") }

    private static func replacingMarks(in text: String, with mark: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "#")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var copied = 0
        for index in bytes.indices.dropLast(2) where isMark(at: index, in: bytes) {
            result += bytes[copied..<index] + mark.utf8
            copied = index + 2
        }
        guard copied > 0 else { return text }
        return String(decoding: result + bytes[copied...], as: UTF8.self)
    }

    /// Whether `##`, letters and `[` stand there.
    private static func isMark(at index: Int, in bytes: [UInt8]) -> Bool {
        guard bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "#") else { return false }
        // As long as the longest name there could be; a bound keeps a text of `##` and letters from taking quadratic time.
        let name = bytes[(index + 2)...].prefix(64).prefix { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || "-_.0123456789".utf8.contains(byte)
        }
        return name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: "[")
    }

    /// The text with a blank behind the first `:` of each line that would begin with `::`; a line begins behind a return, too.
    private static func disarmedStarts(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var (isAtStart, isBehindColon) = (true, false)
        for scalar in text.unicodeScalars {
            if isBehindColon, scalar == ":" { result.append(" ") }
            result.append(scalar)
            isBehindColon = isAtStart && scalar == ":"
            isAtStart = scalar == "\n" || scalar == "\r" || (isAtStart && scalar.properties.isWhitespace)
        }
        return String(result)
    }
}
