import ArgumentParser
import Conformance
import MockStytch
import WireJSON

/// `name=value` of `--variable`: JSON where the value is JSON, text where it is not.
struct VariableArgument: Sendable, Hashable, ExpressibleByArgument {
    var name: String
    var value: JSONValue
    /// As it was typed.
    var text: String

    init?(argument: String) {
        let parts = argument.scalarSplit(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init
        )
        guard parts.count == 2, let name = parts.first, let text = parts.last, Self.isWord(name),
            !text.utf8.elementsEqual(Self.hidden.utf8)
        else { return nil }
        self.name = name
        self.text = text
        value = (try? JSONDocument(text).root.value) ?? .string(text)
    }

    /// What stands for a value that is not shown, and is refused as one: a command that was copied would send it.
    static let hidden = "…"

    /// What is wrong with a text that is none, without its value, as that may be a secret.
    static func hint(for argument: String) -> String {
        let name = String(argument.unicodeScalars.prefix { $0 != "=" })
        guard name.utf8.count < argument.utf8.count else { return "write a name, '=' and a value" }
        guard isWord(name) else { return "a name has a-z, 0-9 and _, and begins with a letter" }
        return "'\(hidden)' stands for a value that is not shown: give the value itself"
    }

    /// A message of the argument parser without the values that `--variable` was given, which it would repeat: any may be a secret.
    static func hidingValues(of arguments: [String], in message: String) -> String {
        var message = message
        for (index, argument) in arguments.enumerated() {
            let isValue = index > 0 && arguments[index - 1] == "--variable"
            guard let text = isValue ? argument : argument.rest(behind: "--variable="), !text.isEmpty else { continue }
            let name = text.unicodeScalars.prefix { $0 != "=" }
            // What is no name may be a part of a value.
            let shown = !isWord(String(name)) ? "…" : name.endIndex < text.endIndex ? "\(name)=…" : String(name)
            message = message.replacingExactly("'\(text)'", with: "'\(shown)'")
            // Where a mark combines with the sign, the parser takes all of it for the name of an option.
            if !isValue { message = message.replacingExactly("'\(argument)'", with: "'--variable=\(shown)'") }
        }
        return message
    }

    private static func isWord(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
    }
}

/// A duration such as `10s` or `500ms`.
struct DurationArgument: Sendable, Hashable, ExpressibleByArgument, CustomStringConvertible {
    var duration: Duration
    var text: String

    init?(argument: String) {
        guard let duration = DurationText.parse(argument), duration > .zero else { return nil }
        self.duration = duration
        text = argument
    }

    var description: String { text }

    var defaultValueDescription: String { text }
}

/// A number of requests per second such as `5` or `0.5`.
struct RateArgument: Sendable, Hashable, ExpressibleByArgument {
    /// From 0.01 to 10000.
    var perSecond: Double
    /// As it was typed.
    var text: String

    init?(argument: String) {
        let isDecimal = argument.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        guard isDecimal, let number = Double(argument), (0.01...10_000).contains(number) else { return nil }
        perSecond = number
        text = argument
    }
}

/// Whether colours are used.
enum ColorChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
    case auto
    case always
    case never
}

/// What a target offers beside the API itself, as cases name it under `needs`.
enum Offer: String, Sendable, CaseIterable, ExpressibleByArgument {
    case clock
    case keys
    case userinfo
    case sessions
    case tokens
    case calls
    case faults
    case sandbox
    case tls
    case http2
    case projects
}

extension UnknownFieldPolicy: ExpressibleByArgument {}

extension EvidencePolicy: ExpressibleByArgument {}

extension MockFlaw: ExpressibleByArgument {
    /// None, as the list would fill a page of help.
    package static var allValueStrings: [String] { [] }
}
