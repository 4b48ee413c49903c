package import WireJSON

/// What an audit finds: what decoding reports, and what is wrong before there is anything to decode.
package enum AuditCode: Sendable, Hashable {
    case decoding(DecodingFinding.Code)
    case input(Input)

    /// What is wrong before there is anything to decode.
    package enum Input: String, Sendable, CaseIterable {
        /// A body that should be JSON is not.
        case notJSON = "not-json"
        /// A body that should be JSON is empty.
        case emptyBody = "empty-body"
        /// The body of an error is not JSON: most likely of a proxy or a gateway.
        case errorNotJSON = "error-not-json"
        /// The body of an error is empty.
        case emptyError = "empty-error"
        /// A file that holds an answer beside its operation has a member that is missing or of another kind.
        case badForm = "bad-form"
        /// No model has any member of the payload.
        case noModel = "no-model"
        /// The input names an operation or model that is not known, so the best fitting model is taken.
        case unknownOperation = "unknown-operation"
        /// A line is longer than is read.
        case lineTooLong = "line-too-long"
        /// The file begins with a byte order mark, which JSON does not allow.
        case byteOrderMark = "byte-order-mark"
    }

    /// Every code, as decoding orders them, then those of inputs.
    package static let all = DecodingFinding.Code.allCases.map(AuditCode.decoding) + Input.allCases.map(AuditCode.input)

    /// As it is printed: `missing-field`.
    package var word: String {
        switch self {
        case .decoding(let code): code.rawValue
        case .input(let code): code.rawValue
        }
    }

    /// The code of a word, or nil.
    package init?(word: String) {
        guard let code = Self.all.first(where: { $0.word.utf8.elementsEqual(word.utf8) }) else { return nil }
        self = code
    }

    /// How bad it is where no policy says otherwise.
    package var usualSeverity: Severity {
        switch self {
        case .decoding(.alternateSpelling), .input(.byteOrderMark): .note
        case .decoding(let code): code.breaks ? .breaking : .drift
        case .input(.errorNotJSON), .input(.emptyError), .input(.unknownOperation): .drift
        case .input: .breaking
        }
    }
}

/// How bad a finding is, worst first.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// A client that decodes strictly fails or loses something.
    case breaking = "breaking"
    /// The API has moved on: something is there that the models do not know.
    case drift = "drift"
    /// Worth knowing.
    case note = "note"
    /// Not shown, but counted.
    case ignored = "ignored"

    /// Those that can fail an audit.
    static let gates: [Severity] = [.breaking, .drift, .note]

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Orders the worse before the better.
    package static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }
}
