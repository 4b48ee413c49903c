package import WireJSON

/// Which findings fail an audit, and how bad each is.
package struct AuditPolicy: Sendable {
    /// One thing that fails an audit.
    package enum Gate: Sendable, Hashable {
        case severity(Severity)
        case code(AuditCode)

        /// The gate of a word: a severity or a code.
        package init?(word: String) {
            if let severity = Severity.gates.first(where: { $0.rawValue.utf8.elementsEqual(word.utf8) }) {
                self = .severity(severity)
            } else if let code = AuditCode(word: word) {
                self = .code(code)
            } else {
                return nil
            }
        }

        /// Every word of a gate.
        package static let words = Severity.gates.map(\.rawValue) + AuditCode.all.map(\.word)

        package var word: String {
            switch self {
            case .severity(let severity): severity.rawValue
            case .code(let code): code.word
            }
        }
    }

    /// Another severity for some findings.
    package struct Rule: Sendable {
        /// Nil: any.
        package var code: AuditCode?
        /// The name of a model; nil: any.
        package var model: String?
        /// The tokens of a folded pointer; nil: any.
        package var pointer: PointerPattern?
        package var severity: Severity

        /// Makes a rule; what is left out does not matter.
        package init(code: AuditCode? = nil, model: String? = nil, pointer: PointerPattern? = nil, severity: Severity) {
            self.code = code
            self.model = model
            self.pointer = pointer
            self.severity = severity
        }

        func applies(to key: AuditFinding.Key, model name: String?) -> Bool {
            if let code, code != key.code { return false }
            if let model, name.map({ $0.utf8.elementsEqual(model.utf8) }) != true { return false }
            return pointer?.matches(key.pointer) ?? true
        }
    }

    /// The first that applies counts.
    package var rules: [Rule]
    /// Findings of these fail the audit.
    package var gates: [Gate]

    /// Makes a policy; without arguments, what breaks fails.
    package init(rules: [Rule] = [], gates: [Gate] = [.severity(.breaking)]) {
        self.rules = rules
        self.gates = gates
    }

    func severity(of key: AuditFinding.Key, model: String?) -> Severity {
        rules.first { $0.applies(to: key, model: model) }?.severity ?? key.code.usualSeverity
    }

    /// Whether a finding fails the audit; one that is ignored does not, whatever its code.
    func fails(_ code: AuditCode, _ severity: Severity) -> Bool {
        severity != .ignored && gates.contains { $0 == .severity(severity) || $0 == .code(code) }
    }
}

/// A folded pointer, or the beginning of some: `/user/*` is the place, `/user/**` it and all below.
package struct PointerPattern: Sendable {
    private let tokens: [String]
    private let isPrefix: Bool

    /// Reads a pattern; fails where the text is no JSON pointer.
    package init(_ text: String) throws(JSONPointerError) {
        let tokens = try JSONPointer(text).tokens
        isPrefix = tokens.last.map { $0.utf8.elementsEqual("**".utf8) } ?? false
        self.tokens = isPrefix ? tokens.dropLast() : tokens
    }

    func matches(_ pointer: JSONPointer) -> Bool {
        let other = pointer.tokens
        guard isPrefix ? other.count >= tokens.count : other.count == tokens.count else { return false }
        return zip(tokens, other).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }
}
