import ArgumentParser
import Conformance
import ConformanceReports
import WireJSON

/// `FORMAT` or `FORMAT=PATH` of `--report`; which formats there are, the command says.
struct ReportArgument: Sendable, Hashable, ExpressibleByArgument {
    /// The word that leaves out what is written unasked.
    static let none = "none"

    var format: String
    /// What stands behind the first `=`; nil where there is none.
    var path: String?

    init?(argument: String) {
        let parts = argument.scalarSplit(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init
        )
        format = parts.first ?? ""
        path = parts.count == 2 ? parts.last : nil
    }

    /// The help of the option: how it is used, and the formats that a command knows, a line each.
    static func help<Subject>(_ formats: [ReportFormat<Subject>]) -> ArgumentHelp {
        let usual = formats.filter(\.isUsual).map(\.name).joined(separator: ", ")
        let width = formats.map(\.name.count).max() ?? 0
        let lines = formats.map { format in
            let place = format.fileName ?? "standard output"
            let name = format.name + String(repeating: " ", count: width - format.name.count)
            return "\(name)  \(format.about): \(place)"
        }
        return ArgumentHelp(
            "Writes a report in one more format, into the folder of --reports or to a path of its own. Repeatable.",
            discussion: """
                Without it: \(usual). These stay when others are named; a path for one of them replaces its place, and \
                'none' leaves out what is not named.
                \(lines.joined(separator: "\n"))
                """,
            valueName: "format[=path]"
        )
    }
}
