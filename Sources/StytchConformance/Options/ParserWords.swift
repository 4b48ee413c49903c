import ArgumentParser
import Conformance
import MockStytch
import WireJSON

/// What is said beside the argument parser's own words: what a person can do, and nothing that is a secret.
enum ParserWords {
    /// A message of the parser, with a hint where one is known, and without passwords that stand in arguments.
    static func message(_ text: String, of arguments: [String]) -> String {
        let shown = writingOutArguments(arguments, in: hidingPasswords(of: arguments, in: text))
        var lines = shown.scalarSplit(separator: "\n", omittingEmptySubsequences: false)
        if let hint = hint(for: text, arguments) { lines.insert("  hint: \(hint)", at: min(1, lines.count)) }
        return lines.joined(separator: "\n")
    }

    /// A mistake that the parser found, in its brief words, without passwords and values that stand in arguments.
    static func failure(saying brief: String, of arguments: [String]) -> CommandFailure {
        let shown = hidingPasswords(of: arguments, in: VariableArgument.hidingValues(of: arguments, in: brief))
        return CommandFailure(.wrongInput, shown.lowercasedFirst, hint: hint(for: "error: \(brief)", arguments))
    }

    /// What is to be said where help is asked for on a command that is none; nil where there is one.
    static func failure(ofHelp arguments: [String]) -> CommandFailure? {
        guard arguments.first == "help", let name = arguments.dropFirst().first, !name.beginsExactly(with: "-"),
            name != "help", !commands.contains(where: { $0.utf8.elementsEqual(name.utf8) })
        else { return nil }
        return CommandFailure(.wrongInput, "there is no command '\(name)'", hint: hint(forCommand: name))
    }

    /// The names of all commands that help tells of.
    private static var commands: [String] {
        var names: [String] = []
        for command in MainCommand.configuration.subcommands {
            let configuration = command.configuration
            guard configuration.shouldDisplay, let name = configuration.commandName else { continue }
            names.append(name)
        }
        return names
    }

    private static func hint(forCommand name: String) -> String {
        ClosestName.of(name, among: commands).map { "did you mean '\($0)'?" }
            ?? "the commands are \(commands.joined(separator: ", "))"
    }

    private static func hint(for message: String, _ arguments: [String]) -> String? {
        if let first = arguments.first, !first.hasPrefix("-"),
            message.lowercased().hasPrefix("error: unexpected argument '\(first.lowercased())'")
        {
            return hint(forCommand: first)
        }
        guard let start = message.exactRange(of: "is invalid for '--")?.upperBound else { return nil }
        let option = Substring(message.unicodeScalars[start...].prefix { $0 != " " && $0 != "'" })
        return values(of: String(option), in: arguments).lazy.compactMap { hint(for: $0, of: option) }.first
    }

    private static func hint(for value: String, of option: Substring) -> String? {
        switch option {
        case "target":
            return TargetChoice.hint(for: value)
        case "variable":
            return VariableArgument(argument: value) == nil ? VariableArgument.hint(for: value) : nil
        case "timeout", "connect-timeout", "keep-idle", "keep-lifetime", "slower-by":
            let isNumber = !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isNumber ? "a time has a unit: \(value)s, or \(value)ms" : "give a time such as 500ms, 10s or 2m"
        case "flaw":
            let flaws = MockFlaw.allCases.map(\.rawValue)
            return ClosestName.of(value, among: flaws).map { "did you mean '\($0)'?" }
                ?? "one of \(flaws.joined(separator: ", "))"
        case "jobs", "max-requests", "retries", "repeat", "shuffle-seed", "keep-connections", "port":
            return "give a whole number"
        case "rate":
            return "give a number of requests per second from 0.01 to 10000"
        case "body-limit":
            return "give a number of bytes such as 65536, 64k or 16m"
        case "connect-to":
            return "write it as host:port:address:port"
        case "proxy":
            return "give an address such as http://proxy:3128, or none"
        default:
            return nil
        }
    }

    /// The values that an option was given, in both ways of writing.
    static func values(of option: String, in arguments: [String]) -> [String] {
        var values: [String] = []
        for (index, argument) in arguments.enumerated() {
            if argument == "--\(option)", index + 1 < arguments.count { values.append(arguments[index + 1]) }
            if let value = argument.rest(behind: "--\(option)=") { values.append(value) }
        }
        return values
    }

    /// The message, in which each address with a user and a password lacks them.
    private static func hidingPasswords(of arguments: [String], in message: String) -> String {
        var message = message
        for argument in arguments {
            for value in argument.scalarSplit(separator: "=", maxSplits: 1).suffix(1) + [argument[...]] {
                guard let shown = withoutPassword(value) else { continue }
                message = message.replacingExactly(value, with: shown)
            }
        }
        return message
    }

    /// The message, in which what hides in a quoted argument, or in its name or value, is written out.
    private static func writingOutArguments(_ arguments: [String], in message: String) -> String {
        var message = message
        for argument in arguments {
            for part in [argument[...]] + argument.scalarSplit(separator: "=", maxSplits: 1) {
                let shown = VisibleText.line(String(part))
                guard !shown.utf8.elementsEqual(part.utf8) else { continue }
                message = message.replacingExactly("'\(part)'", with: "'\(shown)'")
            }
        }
        return message
    }

    /// `http://…@host` for `http://user:password@host`; nil where there is no password in it.
    private static func withoutPassword(_ text: Substring) -> String? {
        let start = text.exactRange(of: "://")?.upperBound ?? text.startIndex
        guard let end = text.utf8.lastIndex(of: UInt8(ascii: "@")), end >= start else { return nil }
        guard start > text.startIndex || text[..<end].utf8.contains(UInt8(ascii: ":")) else { return nil }
        return "\(text[..<start])…\(text[end...])"
    }
}
