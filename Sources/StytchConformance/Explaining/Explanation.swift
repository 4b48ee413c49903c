import Conformance
import Foundation
import WireJSON

/// What a word that the program prints means, how it comes about, and what to do.
struct Explanation: Sendable {
    /// What prints the word; one word may be of several kinds.
    enum Kind: String, Sendable, CaseIterable {
        case mistake = "mistakes in case files"
        case finding = "findings"
        case decoding = "findings of decoding"
        case payload = "findings in stored answers"
        case severity = "how bad findings in stored answers are"
        case sdkReason = "why an SDK version loses or refuses a value"
        case roundTrip = "changes of a round trip"
        case mutation = "changes of a field under stress"
        case effect = "what decoding makes of a change, or a gate of a finding"
        case token = "reasons to refuse a token"
        case trouble = "why a case is errored"
        case transport = "codes of the transport"
        case verdict = "verdicts"
        case failureType = "types of a failure in JUnit"
        case listed = "codes of reports that list problems"
        case change = "changes between two runs"
        case acceptance = "what is wrong with an accept file"
        case listProblem = "what is wrong with the list of known failures"
        case status = "exit statuses"

        /// Of one of them: `finding`.
        var singular: String {
            switch self {
            case .mistake: "a mistake in a case file"
            case .finding: "a finding"
            case .decoding: "a finding of decoding"
            case .payload: "a finding in stored answers"
            case .severity: "how bad a finding in stored answers is"
            case .sdkReason: "why an SDK version loses or refuses a value"
            case .roundTrip: "a change of a round trip"
            case .mutation: "a change of a field under stress"
            case .effect: "what decoding makes of a change, or a gate of a finding"
            case .token: "a reason to refuse a token"
            case .trouble: "why a case is errored"
            case .transport: "a code of the transport"
            case .verdict: "a verdict"
            case .failureType: "a type of a failure in JUnit"
            case .listed: "a code of reports that list problems"
            case .change: "a change between two runs"
            case .acceptance: "what is wrong with an accept file"
            case .listProblem: "what is wrong with an entry of the list of known failures"
            case .status: "an exit status"
            }
        }
    }

    /// What shows the word at work.
    enum Example: Sendable, Hashable {
        /// A case with the mistake.
        case testCase(String)
        /// A file of the corpus with the mistake.
        case file(String, String)
        /// What is printed, or a command.
        case text(String)
    }

    var kind: Kind
    /// As it is printed.
    var code: String
    /// Other spellings that are taken, such as `7` for `CURLE_COULDNT_CONNECT`.
    var aliases: [String] = []
    /// What it means, in one sentence.
    var meaning: String
    var example: Example
    /// What a person can do.
    var cure: String

    init(
        _ kind: Kind,
        _ code: String,
        aliases: [String] = [],
        _ meaning: String,
        _ example: Example,
        _ cure: String
    ) {
        self.kind = kind
        self.code = code
        self.aliases = aliases
        self.meaning = meaning
        self.example = example
        self.cure = cure
    }

    /// Whether a person who writes this word means this code; capitals do not matter.
    func answers(to word: String) -> Bool {
        ([code] + aliases).contains { $0.lowercased().utf8.elementsEqual(word.lowercased().utf8) }
    }

    /// The whole explanation, ending with a line feed.
    var text: String {
        var lines = ["\(code): \(kind.singular)", "  \(meaning)", ""]
        switch example {
        case .testCase: lines.append("  for example, in 'cases':")
        case .file(let name, _): lines.append("  for example, as \(name):")
        case .text: lines.append("  for example:")
        }
        lines += exampleText.scalarSplit(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        return (lines + ["", "  what to do: \(cure)"]).joined(separator: "\n") + "\n"
    }

    private var exampleText: String {
        switch example {
        case .testCase(let text), .file(_, let text), .text(let text): text
        }
    }
}

/// Every explanation, and how a word finds its own.
enum Explanations {
    static let all: [Explanation] =
        mistakesInFiles + mistakesInNames + mistakesInSteps + mistakesInPatterns + findings + decoding + payloads
        + severities + sdkReasons + roundTripChanges + mutations + effects
        + tokens + statuses + troubles + transport + otherTransport + verdicts + failureTypes + listed
        + changes + acceptances + listProblems

    /// All that a word stands for; `curl 7 CURLE_COULDNT_CONNECT` as it is printed is taken as well as a part of it.
    static func of(_ word: String) -> [Explanation] {
        // As it stands in a message: in brackets, or with libcurl's number before it.
        let words = word.trimmingCharacters(in: ["[", "]"]).scalarSplit(separator: " ").map(String.init)
        let name = words.count == 3 && words[0] == "curl" ? words[2] : words.joined(separator: " ")
        return all.filter { $0.answers(to: name) }
    }

    /// The known code that is nearest to a word, if any is near.
    static func nearest(to word: String) -> String? {
        ClosestName.of(word, among: all.map(\.code))
    }

    /// Every code with its meaning, a line each, under the heading of its kind.
    static var list: String {
        Explanation.Kind.allCases.map { kind in
            let entries = all.filter { $0.kind == kind }
            let width = entries.map(\.code.count).max() ?? 0
            return "\(kind.rawValue)\n"
                + entries.map { entry in
                    "  \(entry.code)\(String(repeating: " ", count: width - entry.code.count))  \(entry.meaning)\n"
                }.joined()
        }.joined(separator: "\n")
    }
}
