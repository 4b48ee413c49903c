import Conformance

/// How long the answers of each operation took, as figures and as a plot on one scale for all.
struct HTMLLatencies {
    var times: [OperationTimes]

    /// The quantiles of one operation.
    private struct Row {
        var times: OperationTimes
        var median: Duration
        var ninetieth: Duration
        var ninetyNinth: Duration

        /// Nil where nothing was measured.
        init?(_ times: OperationTimes) {
            let sorted = times.samples.map(\.took).sorted()
            guard let quantiles = Quantiles(sorted) else { return nil }
            self.times = times
            median = quantiles[50]
            ninetieth = quantiles[90]
            ninetyNinth = quantiles[99]
        }
    }

    func write(_ html: inout HTMLBuffer) {
        let rows = times.compactMap(Row.init)
        guard let scale = LogScale(rows.flatMap { [$0.median, $0.times.longest] }) else { return }
        html.element("h3", [:], "answers of each operation")
        let thinned = rows.contains { $0.times.every > 1 } ? ", of samples spread evenly over the run" : ""
        let words = "time from the request being ready to the last byte of the answer, without connecting\(thinned)"
        html.element("p", ["class": "muted"], words)
        let columns: [HTMLColumn] = [
            .words("operation"), .number("answers"), .number("half below"), .number("90 % below"),
            .number("99 % below"), .number("longest"), .words("on a scale by powers of ten"),
        ]
        html.table(caption: "answers of each operation", columns: columns, class: "latencies") { body in
            for row in rows { write(row, scale, &body) }
        }
    }

    private func write(_ row: Row, _ scale: LogScale, _ html: inout HTMLBuffer) {
        html.element("tr") { cells in
            cells.element("th", ["scope": "row"]) { $0.element("code", [:], row.times.operation) }
            cells.cell(Quantity.grouped(row.times.answers), class: "number")
            for time in [row.median, row.ninetieth, row.ninetyNinth, row.times.longest] {
                cells.cell(Quantity.duration(time), class: "number")
            }
            cells.element("td", ["class": "plot", "aria-hidden": "true"]) { plot in
                plot.element("div", ["class": "track"]) { track in
                    for mark in scale.marks { track.element("s", ["style": "left:\(scale.place(mark))"], "") }
                    span(row.median, row.times.longest, "tail", scale, &track)
                    span(row.median, row.ninetieth, "body", scale, &track)
                    track.element("i", ["class": "middle", "style": "left:\(scale.place(row.median))"], "")
                }
            }
        }
        html.markup("\n")
    }

    private func span(
        _ start: Duration,
        _ end: Duration,
        _ name: String,
        _ scale: LogScale,
        _ html: inout HTMLBuffer
    ) {
        let width = Share(scale.share(end) - scale.share(start))
        html.element("i", ["class": name, "style": "left:\(scale.place(start));width:\(width)"], "")
    }
}

/// Values below which a part of a sorted list lies.
struct Quantiles {
    private let sorted: [Duration]

    /// Nil for an empty list; the list must be sorted.
    init?(_ sorted: [Duration]) {
        guard !sorted.isEmpty else { return nil }
        self.sorted = sorted
    }

    /// The smallest value that at least so many of a hundred do not exceed.
    subscript(percent: Int) -> Duration {
        let rank = (sorted.count * percent + 99) / 100
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }
}

/// Times on a scale by powers of ten, from the power below the least of them to the one above the longest.
struct LogScale {
    private let first: Int
    private let last: Int

    /// Nil where there are no times.
    init?(_ times: [Duration]) {
        guard let least = times.min(), let most = times.max() else { return nil }
        first = Self.power(Quantity.microseconds(least))
        last = Self.power(Quantity.microseconds(most)) + 1
    }

    /// Where a time stands, from 0 to 1.
    func share(_ time: Duration) -> Double {
        var value = Double(max(1, Quantity.microseconds(time)))
        let power = Self.power(Int64(value))
        for _ in 0..<power { value /= 10 }
        // Between two powers the scale is even, which needs no logarithm and keeps the order.
        return (Double(power - first) + (value - 1) / 9) / Double(last - first)
    }

    func place(_ time: Duration) -> Share { Share(share(time)) }

    /// The powers of ten within the scale.
    var marks: [Duration] {
        (first...last).map { power in
            .microseconds((0..<power).reduce(Int64(1)) { value, _ in value * 10 })
        }
    }

    private static func power(_ microseconds: Int64) -> Int {
        var power = 0
        var value = max(1, microseconds)
        while value >= 10 {
            value /= 10
            power += 1
        }
        return power
    }
}
