import Conformance

/// A command to GitHub's runner, as one line of the log: `::error file=a.json,line=3,title=T::message`.
///
/// > Source: GitHub's page on workflow commands
struct WorkflowCommand {
    var name: String
    /// Parameters in order; those without a value are left out.
    var parameters: [(name: String, value: String?)] = []
    var message: String

    /// The line, with its line feed; nothing in it is taken for another command.
    var text: String {
        let shown = parameters.compactMap { parameter in
            parameter.value.map { "\(parameter.name)=\(Self.property($0))" }
        }
        let head = ([name] + (shown.isEmpty ? [] : [shown.joined(separator: ",")])).joined(separator: " ")
        return LogText.disarmedMarks("::\(head)::\(Self.data(message))\n")
    }

    private static func data(_ text: String) -> String {
        escaped(text) { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: nil
            }
        }
    }

    private static func property(_ text: String) -> String {
        escaped(data(text)) { scalar in
            switch scalar {
            case ":": "%3A"
            case ",": "%2C"
            default: nil
            }
        }
    }

    private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let escape = escape(scalar) {
                result += escape
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
