package import WireJSON

/// Why a template has no value now.
package enum TemplateProblem: Error, Sendable, Hashable {
    /// A variable that no step has set yet.
    case unset(String)
    /// A place that the answer under check does not have.
    case missing(JSONPointer)
    /// A status or body was asked for where there is no answer.
    case noAnswer
    /// An object, array or null inside longer text.
    case notText(String)
    /// A duration was wanted and something else came.
    case notDuration(String)

    /// One line for people; it holds names alone, never a value.
    package var message: String {
        switch self {
        case .unset(let name): "the variable '\(name)' was never set"
        case .missing(let pointer): "the answer has nothing at '\(pointer)'"
        case .noAnswer: "there is no answer to take a value from"
        case .notText(let name): "the value of '\(name)' cannot stand inside text; only texts, numbers and booleans can"
        case .notDuration(let text): "expected a duration such as \"5m\", found \(text)"
        }
    }
}
