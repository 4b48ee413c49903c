import WireJSON

/// Why a case did not pass, without anything that differs from run to run.
struct FailureReason: Hashable {
    private var words: [[UInt8]]

    /// Nil where the case neither failed nor was errored.
    init?(_ result: EncodedCase) {
        if let error = result.error {
            words = [error.kind, error.code ?? Self.withoutValues(error.message)].map { Array($0.utf8) }
        } else if let finding = result.findings?.first {
            words = [
                finding.code, finding.detail ?? "", FoldedSubject.text(finding.subject),
                Self.kind(finding.expected, of: finding),
                Self.kind(finding.actual, of: finding),
            ].map { Array($0.utf8) }
        } else {
            return nil
        }
    }

    /// A status or a type of error is a reason by itself; of any other value, only what it is.
    private static func kind(_ text: String, of finding: EncodedFinding) -> String {
        let isName = ["status", "error-type"].contains { finding.code.utf8.elementsEqual($0.utf8) }
        guard !isName else { return text }
        // What is cut for showing ends in an ellipsis and is no JSON any more, but begins as it did.
        let opening = text.utf8.first
        switch opening {
        case UInt8(ascii: "\""): return "string"
        case UInt8(ascii: "{"): return "object"
        case UInt8(ascii: "["): return "array"
        default: break
        }
        if let value = try? JSONDocument(text).root { return value.kind.word }
        return withoutValues(text)
    }

    /// Words with every number and every quoted or labelled text left out: `at least # characters`.
    static func withoutValues(_ text: String) -> String {
        var result = ""
        var closing: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let end = closing {
                if scalar == end { closing = nil }
                continue
            }
            switch scalar {
            case "\"": closing = "\""
            case "'": closing = "'"
            case "[": closing = "]"
            case "0"..."9":
                if result.unicodeScalars.last == "#" { continue }
                result.unicodeScalars.append("#")
                continue
            default: break
            }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// The first finding or the error in one line, for people.
    static func shown(_ result: EncodedCase) -> String? {
        if let error = result.error { return "\(error.kind): \(error.message)" }
        guard let findings = result.findings, let first = findings.first else { return result.reason }
        let words = "\(first.subject): expected \(first.expected), got \(first.actual)"
        let more = findings.count > 1 ? " (+\(findings.count - 1) more)" : ""
        return CutText.ellipsis(words, bytes: 300) + more
    }
}
