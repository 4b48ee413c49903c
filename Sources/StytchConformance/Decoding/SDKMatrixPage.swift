import ConformanceReports
import PayloadAudit

/// A matrix as a page that is one file.
enum SDKMatrixPage {
    /// The whole page.
    static func html(_ grid: SDKGrid) -> String {
        var html = HTMLBuffer()
        let title = "\(grid.sdk): field by version"
        let page = HTMLPage(title: title, generator: "stytch-conformance \(Program.version)")
        page.begin(&html)
        html.element("header", ["class": "top"]) { html in
            html.element("h1", [:], title)
            html.element("p", [:], "Payloads: \(grid.payloads). Versions: \(grid.versions.count).")
        }
        html.element("main") { html in
            for remark in grid.remarks { html.callout(remark, .warning) }
            totals(grid, &html)
            for (place, section) in grid.sections.enumerated() { fields(section, place, grid, &html) }
            legend(grid, &html)
        }
        page.end(&html)
        return String(decoding: html.take(), as: UTF8.self)
    }

    private static func totals(_ grid: SDKGrid, _ html: inout HTMLBuffer) {
        html.section("payloads", heading: "Payloads") { html in
            let columns = [HTMLColumn.words("payloads")] + grid.versions.map { .number($0.description) }
            html.table(caption: "How many payloads each version reads", columns: columns) { html in
                for total in grid.totals {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"], total.label)
                        for count in total.counts { html.cell(String(count), class: "number") }
                    }
                }
            }
        }
    }

    private static func fields(_ section: SDKGrid.Section, _ place: Int, _ grid: SDKGrid, _ html: inout HTMLBuffer) {
        html.section("model-\(place)", heading: section.model, count: section.rows.count) { html in
            let columns = ["field"] + grid.versions.map(\.description) + ["why"]
            html.table(caption: "Fields of \(section.model) by version", columns: columns.map { .words($0) }) { html in
                for row in section.rows {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) { $0.element("code", [:], row.subject.label) }
                        for verdict in row.cells {
                            html.element("td") { $0.badge(verdict.state.rawValue, tone(of: verdict)) }
                        }
                        html.cell(row.reasons.map(\.rawValue).joined(separator: ", "))
                    }
                }
            }
        }
    }

    private static func tone(of verdict: SDKVerdict) -> HTMLTone {
        switch verdict.state {
        case .kept: verdict.reason == nil ? .quiet : .note
        case .lost: .warning
        case .fails: .bad
        }
    }

    private static func legend(_ grid: SDKGrid, _ html: inout HTMLBuffer) {
        guard !grid.legend.isEmpty else { return }
        html.section("reasons", heading: "Reasons") { html in
            html.table(caption: "What the reasons mean", columns: [.words("reason"), .words("meaning")]) { html in
                for entry in grid.legend {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"], entry.reason)
                        html.cell(entry.words)
                    }
                }
            }
        }
    }
}
