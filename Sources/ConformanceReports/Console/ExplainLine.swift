import Conformance
import WireJSON

/// The command that explains the codes of what did not pass: `explain: stytch-conformance explain status missing-field`.
struct ExplainLine {
    /// The most codes in one command.
    static let limit = 5

    var result: RunResult

    /// Nil where nothing has a code.
    var text: String? {
        var codes: [String] = []
        let broken = result.notableCases.filter { [.failed, .errored].contains($0.verdict) }
        for code in broken.flatMap(Self.codes) where !codes.contains(code) {
            codes.append(code)
            if codes.count == Self.limit { break }
        }
        guard !codes.isEmpty else { return nil }
        return "explain: stytch-conformance explain " + codes.map(ShellText.word).joined(separator: " ")
    }

    /// Why a case could not be judged, else its findings; the decoder's own codes say more than `model`.
    private static func codes(of result: CaseResult) -> [String] {
        guard case .errored(let cause) = result.outcome else {
            return result.findings.map { $0.code == .model ? $0.detail ?? $0.code.rawValue : $0.code.rawValue }
        }
        return [cause.code?.scalarSplit(separator: " ").last.map(String.init) ?? cause.kind.rawValue]
    }
}
