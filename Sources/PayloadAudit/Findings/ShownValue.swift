import WireJSON

/// What may be shown of payloads, which may be those of real users: never a text, but what tells nobody anything.
struct ShownValue: Sendable {
    /// The longest number that is shown, in characters.
    private static let longestNumber = 40
    /// The longest text that is shown as a bad time.
    private static let longestTime = 40

    /// Members whose values are never shown, whatever they are.
    let secretNames: [String]

    /// The value of a finding: scalars that say nothing of anybody, else kind and size.
    func text(_ view: JSONView, _ code: AuditCode, key: String?) -> String {
        let isSecret = key.map { key in secretNames.contains { $0.utf8.elementsEqual(key.utf8) } } ?? false
        switch view.kind {
        case .null: return "null"
        case .bool: return isSecret ? "a boolean" : view.text
        case .number: return isSecret || view.range.count > Self.longestNumber ? "a number" : view.text
        case .array: return "an array of \(Self.count(view.count, "element"))"
        case .object: return "an object of \(Self.count(view.count, "member"))"
        case .string:
            guard let text = view.string, !isSecret, Self.isHarmless(text, code) else {
                return "a string of \(Self.count(view.string?.unicodeScalars.count ?? 0, "character"))"
            }
            return JSONText.quoted(text)
        }
    }

    private static func isHarmless(_ text: String, _ code: AuditCode) -> Bool {
        switch code {
        case .decoding(.unknownEnum): PlainWord.matches(text)
        case .decoding(.badTime): text.isEmpty || isOfTime(text)
        default: text.isEmpty
        }
    }

    /// Whether a text begins as a date does and has the letters of a time alone: another number may be somebody's.
    private static func isOfTime(_ text: String) -> Bool {
        let pattern = "dddd-dd-"
        let begins =
            text.utf8.count >= pattern.utf8.count
            && zip(text.utf8, pattern.utf8).allSatisfy { byte, wanted in
                wanted == UInt8(ascii: "d") ? byte &- UInt8(ascii: "0") < 10 : byte == wanted
            }
        return begins && text.utf8.count <= longestTime && text.utf8.allSatisfy(isOfTime)
    }

    private static func isOfTime(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || "TtZz-+:. ".utf8.contains(byte)
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// What a model asks for, in words that hold nothing of the payload.
    static func expected(_ finding: DecodingFinding) -> String {
        switch finding.code {
        case .duplicateKey: "one member of this name"
        case .unknownEnum: "a known word"
        case .invalidValue: String(finding.expected.unicodeScalars.prefix { $0 != ":" })
        default: finding.expected
        }
    }
}

/// Keys that may be shown: names, not what somebody uses as a key of a map.
enum PlainKey {
    private static let longest = 64
    private static let mostDigits = 8

    static func matches(_ key: String) -> Bool {
        guard !key.isEmpty, key.utf8.count <= longest else { return false }
        let digits = key.utf8.count { $0 &- UInt8(ascii: "0") < 10 }
        let isLong = key.utf8.count > 32
        guard !isDrawn(key), !secretBeginnings.contains(where: { key.utf8.starts(with: $0.utf8) }) else { return false }
        return digits <= (isLong ? 2 : mostDigits) && key.utf8.allSatisfy(isOfNames)
    }

    /// What keys of APIs, tokens and JWTs begin with.
    private static let secretBeginnings = [
        "sk_", "pk_", "rk_", "sk-", "pk-", "secret-", "eyJ", "ghp_", "gho_", "ghs_", "github_pat_", "xox", "AKIA",
        "Bearer ",
        "Basic ",
    ]

    /// Whether letters change between small and capital as they do where they are drawn by chance; a word in camel case has a change
    /// every few letters at most.
    private static func isDrawn(_ key: String) -> Bool {
        let isSmall = key.utf8.map { $0 &- UInt8(ascii: "a") < 26 }
        let isCapital = key.utf8.map { $0 &- UInt8(ascii: "A") < 26 }
        let changes = isSmall.indices.dropFirst().count { isCapital[$0] && isSmall[$0 - 1] }
        return changes > 1 + key.utf8.count / 5
    }

    private static func isOfNames(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || "_-.:/$ ".utf8.contains(byte)
    }

    /// A key as it may be shown.
    static func shown(_ key: String) -> String {
        matches(key) ? key : "<key of \(ShownValue.count(key.utf8.count, "byte"))>"
    }
}

extension AuditModel {
    /// A pointer with `*` for places in arrays and `{*}` for every key in an open map, and no key that may be a secret.
    func folded(_ pointer: JSONPointer) -> JSONPointer {
        var folded = JSONPointer.root
        var isOpen = false
        for token in pointer.tokens {
            isOpen = isOpen || openMaps.contains(folded)
            if isOpen {
                folded = folded.appending("{*}")
            } else if declares(folded.appending("*")) || Self.isPlace(token) && !declares(folded.appending(token)) {
                folded = folded.appending("*")
            } else {
                folded = folded.appending(PlainKey.shown(token))
            }
        }
        return folded
    }

    private static func isPlace(_ token: String) -> Bool {
        !token.isEmpty && token.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    }
}
