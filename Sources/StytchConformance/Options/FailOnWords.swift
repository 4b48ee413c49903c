import Conformance
import WireJSON

/// What `--fail-on` names, for every command that has it.
enum FailOnWords: Equatable {
    /// What nothing is named by.
    static let none = "none"
    /// What fails where the option is not given.
    static let usual = "default"

    case nothing
    /// Names, and whether what fails without the option fails too.
    case some(names: [String], besidesUsual: Bool)

    /// Reads words with `,` between, blanks around them left out; `what` is a name that they may have.
    ///
    /// - Throws: `CommandFailure` with status 2 where nothing is named, which an unset variable of a script would do, where
    ///   'none' stands beside others, and where a name is none of the known ones.
    init(_ text: String, known: [String], what: String) throws(CommandFailure) {
        let words = text.scalarSplit(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
        guard words.allSatisfy({ !$0.isEmpty }) else {
            throw CommandFailure(
                .wrongInput,
                words.count == 1 ? "'--fail-on' names nothing" : "a name is missing in '--fail-on \(text)'",
                hint: "'\(Self.none)' lets nothing fail, '\(Self.usual)' is what fails without the option"
            )
        }
        if words.contains(where: { $0.utf8.elementsEqual(Self.none.utf8) }) {
            guard words.count == 1 else {
                throw CommandFailure(
                    .wrongInput,
                    "'\(Self.none)' cannot stand beside other names in '--fail-on \(text)'",
                    hint: "give '\(Self.none)' alone, or leave it out"
                )
            }
            self = .nothing
            return
        }
        let names = words.filter { !$0.utf8.elementsEqual(Self.usual.utf8) }
        for name in names where !known.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
            throw CommandFailure.unknownName(what, name, known + [Self.usual, Self.none])
        }
        self = .some(names: names, besidesUsual: names.count < words.count)
    }

    private static func trimmed(_ word: Substring) -> String {
        let blanks: Set<UInt8> = [0x20, 0x09]
        let rest = word.utf8.drop { blanks.contains($0) }
        return String(Substring(rest.prefix(rest.count - rest.reversed().prefix { blanks.contains($0) }.count)))
    }
}

extension CommandFailure {
    /// A name that is none of some: with the one that may have been meant, else with all.
    static func unknownName(_ what: String, _ name: String, _ known: [String], hint: String? = nil) -> CommandFailure {
        let guess = ClosestName.of(name, among: known).map { "did you mean '\($0)'?" }
        let all = "one of \(known.joined(separator: ", "))"
        return CommandFailure(.wrongInput, "there is no \(what) '\(name)'", hint: hint ?? guess ?? all)
    }
}
