import Conformance
import WireJSON

/// Why cases did not end as expected, each reason once however many cases share it.
struct BrokenReasons {
    struct Reason {
        /// What its cases say; where they ask for different things, without what they ask for.
        var words: String
        var verdict: Verdict
        /// What its cases say without what they ask for; nil where they say no such thing.
        fileprivate var common: String?
        var cases = 0
    }

    /// In the order of the first case of each.
    private(set) var all: [Reason] = []
    private var numbers: [String: Int] = [:]

    init(_ cases: [CaseResult]) {
        for result in cases where result.verdict.isToldFirst {
            let key = Self.key(result)
            let number = numbers[key] ?? all.count
            if number == all.count {
                numbers[key] = number
                all.append(Reason(words: Self.words(result), verdict: result.verdict, common: Self.common(result)))
            } else if let common = all[number].common,
                !all[number].words.utf8.elementsEqual(Self.words(result).utf8)
            {
                all[number].words = common
            }
            all[number].cases += 1
        }
    }

    /// The number of a case's reason, from 1; nil for a case that is not broken.
    func number(of result: CaseResult) -> Int? {
        guard result.verdict.isToldFirst else { return nil }
        return numbers[Self.key(result)].map { $0 + 1 }
    }

    /// What is the same in cases that share a reason, whatever the values that came.
    private static func key(_ result: CaseResult) -> String {
        let verdict = result.verdict.rawValue
        if case .errored(let cause) = result.outcome {
            guard let finding = result.findings.first else {
                // One code of libcurl has many reasons, which its words tell apart.
                let words = FoldedNumbers.text(withoutRequest(cause.message))
                return "\(verdict) \(cause.kind.rawValue) \(cause.code ?? "") \(words)"
            }
            return "\(verdict) \(cause.kind.rawValue) \(key(finding))"
        }
        return result.findings.first.map { "\(verdict) \(key($0))" } ?? verdict
    }

    private static func key(_ finding: Finding) -> String {
        "\(finding.code.rawValue) \(finding.detail ?? "") \(finding.subject) \(finding.position?.description ?? "")"
    }

    /// What happened to a request, without its method and path, which begin the message of what became of one.
    private static func withoutRequest(_ message: String) -> String {
        guard let colon = message.exactRange(of: ": ") else { return message }
        let method = message.unicodeScalars.prefix { ("A"..."Z").contains($0) }
        let path = message.unicodeScalars[method.endIndex..<colon.lowerBound]
        guard !method.isEmpty, path.starts(with: " /".unicodeScalars) else { return message }
        return String(message[colon.upperBound...])
    }

    /// What is told of an errored case that is not the only one with its reason; nil of others.
    private static func common(_ result: CaseResult) -> String? {
        guard case .errored(var cause) = result.outcome else { return nil }
        cause.message = withoutRequest(cause.message)
        return cause.summary
    }

    private static func words(_ result: CaseResult) -> String {
        if case .errored(let cause) = result.outcome { return cause.summary }
        if case .contradicted = result.allowance { return "it passed, though it is listed as a known failure" }
        return result.findings.first?.summary ?? "without a finding"
    }

    /// The first of those that many cases share, with their numbers from 1; the most common first.
    var shared: [(number: Int, reason: Reason)] {
        let told = all.indices.filter { all[$0].cases >= Self.many }
        let first = told.sorted { (all[$1].cases, $0) < (all[$0].cases, $1) }.prefix(Self.shown)
        return first.map { ($0 + 1, all[$0]) }
    }

    /// Writes the reasons that many cases share, each with what finds these.
    func write(_ html: inout HTMLBuffer) {
        let shared = shared
        guard !shared.isEmpty else { return }
        html.element("ol", ["class": "reasons", "aria-label": "reasons that cases share"]) { list in
            for (number, reason) in shared {
                list.element("li") { item in
                    item.element("b", ["class": "number"], "\(Quantity.grouped(reason.cases)) ×")
                    item.element("a", ["href": "#\(HTMLText.anchor("q=reason:\(number)"))"]) { link in
                        link.text(CutText.ellipsis(reason.words, bytes: 300))
                    }
                }
            }
            let more = all.count - shared.count
            if more > 0 { list.element("li", ["class": "muted"], "… \(Quantity.counted(more, "other reason"))") }
        }
        html.markup("\n")
    }

    /// From so many cases on a reason is told of before them.
    private static let many = 3
    private static let shown = 8
}
