/// A matrix as plain text and as Markdown.
package enum SDKMatrixText {
    /// The widest label that stands beside its cells; a wider one has a line of its own.
    private static let widestLabel = 60
    private static let cellWidth = 5

    /// Lines of plain text: '.' is kept, 'lost' and 'FAIL' say themselves.
    package static func plain(_ grid: SDKGrid) -> String {
        let labels = grid.sections.flatMap { $0.rows.map { "  " + $0.subject.label } } + grid.totals.map(\.label)
        let width = min(labels.map(\.count).max() ?? 0, widestLabel) + 2
        var lines = ["\(grid.sdk), \(ShownValue.count(grid.payloads, "payload")) ('.' kept)", ""]
        lines.append(line("", grid.versions.map { "v\($0.major)" }, width))
        lines.append(line("", grid.versions.map { "\($0.minor).\($0.patch)" }, width))
        for total in grid.totals { lines.append(line(total.label, total.counts.map(String.init), width)) }
        for section in grid.sections {
            lines += ["", section.model]
            for row in section.rows { lines += plain(row, width) }
        }
        if !grid.legend.isEmpty { lines.append("") }
        lines += grid.legend.map { "\($0.reason): \($0.words)" } + grid.remarks
        return lines.joined(separator: "\n") + "\n"
    }

    private static func plain(_ row: SDKGrid.Row, _ width: Int) -> [String] {
        let cells = row.cells.map { verdict in
            switch verdict.state {
            case .kept: verdict.reason == nil ? "." : "text"
            case .lost: "lost"
            case .fails: "FAIL"
            }
        }
        let reasons = row.reasons.map(\.rawValue).joined(separator: ", ")
        let label = "  " + row.subject.label
        let isWide = label.count > width - 2
        let whole = line(isWide ? "" : label, cells + [reasons], width)
        return isWide ? [label, whole] : [whole]
    }

    private static func line(_ label: String, _ cells: [String], _ width: Int) -> String {
        var line = label + blanks(width - label.count)
        for cell in cells { line += cell + blanks(cellWidth - cell.count) }
        while line.last == " " { line.removeLast() }
        return line
    }

    private static func blanks(_ count: Int) -> String {
        String(repeating: " ", count: max(count, 0))
    }

    /// A Markdown table for each model, and one of the payloads.
    package static func markdown(_ grid: SDKGrid) -> String {
        let versions = grid.versions.map(\.description)
        var lines = ["# \(grid.sdk): field by version", "", "\(ShownValue.count(grid.payloads, "payload"))."]
        lines += ["", row(["payloads"] + versions), rule(versions.count)]
        lines += grid.totals.map { row([$0.label] + $0.counts.map(String.init)) }
        for section in grid.sections {
            lines += ["", "## \(section.model)", "", row(["field"] + versions + ["why"]), rule(versions.count + 1)]
            for item in section.rows {
                let cells = item.cells.map { $0.state == .kept ? "kept" : "**\($0.state.rawValue)**" }
                lines.append(
                    row([code(item.subject.label)] + cells + [item.reasons.map(\.rawValue).joined(separator: ", ")])
                )
            }
        }
        if !grid.legend.isEmpty { lines.append("") }
        lines += grid.legend.map { "- `\($0.reason)`: \($0.words)" } + grid.remarks.map { "- \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private static func rule(_ columns: Int) -> String {
        "|" + String(repeating: " --- |", count: columns + 1)
    }

    /// A pointer as code; none of its keys holds what would end the code or the cell.
    private static func code(_ label: String) -> String { "`\(label)`" }
}
