import WireJSON

/// What stands between `{{` and `}}`.
enum Placeholder: Sendable, Hashable {
    case variable(String)
    /// A built-in that is a variable of the case: the same wherever its scope spells it so.
    case made(BuiltIn)
    case now(Duration)
    case status
    case body(JSONPointer)
    case malformed(reason: String)

    /// The names that cannot be defined.
    static let reservedNames = ["uuid", "email", "password", "run_id", "project_id", "text", "now", "status", "body"]
    /// The built-in names that a misspelt one may have meant.
    static let builtInNames = ["uuid", "email", "password", "run_id", "project_id", "now", "status"]
    /// The most letters of `text:N`.
    static let mostLetters = 1_048_576

    static func isReserved(_ name: String) -> Bool {
        reservedNames.contains { $0.hasSameScalars(as: name) }
    }

    init(_ name: String) {
        let bytes = name.utf8
        if bytes.contains(UInt8(ascii: "/")), let pointer = Self.bodyPointer(name) {
            self = pointer
        } else if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) {
            self = Self.labelled(name[..<hash], label: name[name.index(after: hash)...])
        } else if bytes.starts(with: "text:".utf8) {
            self = Self.letters(name.dropFirst(5))
        } else if bytes.starts(with: "now+".utf8) || bytes.starts(with: "now-".utf8) {
            self = Self.moved(name)
        } else if NameSyntax.isDottedWord(name) {
            self = Self.named(name)
        } else {
            self = .malformed(reason: "a name is words of a-z, 0-9 and '_' with '.' between")
        }
    }

    private static func named(_ name: String) -> Placeholder {
        switch name {
        case "uuid": .made(.uuid)
        case "email": .made(.email)
        case "password": .made(.password)
        case "run_id": .made(.runID)
        case "project_id": .made(.projectID)
        case "now": .now(.zero)
        case "status": .status
        case "body": .body(.root)
        case "text": .malformed(reason: "it needs a number of letters, as in '{{text:44}}'")
        default: .variable(name)
        }
    }

    private static func labelled(_ name: Substring, label: Substring) -> Placeholder {
        guard NameSyntax.isLabel(label) else {
            return .malformed(reason: "a label is letters, digits, '_' and '-'")
        }
        switch name {
        case "uuid": return .made(.uuid)
        case "email": return .made(.email)
        case "password": return .made(.password)
        default: return .malformed(reason: "only 'uuid', 'email' and 'password' take a label")
        }
    }

    private static func letters(_ digits: Substring) -> Placeholder {
        guard !digits.isEmpty, digits.utf8.allSatisfy(NameSyntax.isDigit), let count = Int(digits), count <= mostLetters
        else {
            return .malformed(reason: "expected a number of letters from 0 to \(mostLetters) after 'text:'")
        }
        return .made(.letters(count))
    }

    private static func moved(_ name: String) -> Placeholder {
        guard let duration = DurationText.parse(String(name.dropFirst(4))) else {
            return .malformed(reason: "expected a duration such as 5m after 'now+' or 'now-'")
        }
        return .now(name.utf8.dropFirst(3).first == UInt8(ascii: "-") ? .zero - duration : duration)
    }

    private static func bodyPointer(_ name: String) -> Placeholder? {
        guard name.utf8.starts(with: "body/".utf8) else { return nil }
        guard let pointer = try? JSONPointer(String(name.dropFirst(4))) else {
            return .malformed(reason: "expected a JSON pointer after 'body'")
        }
        return .body(pointer)
    }
}
