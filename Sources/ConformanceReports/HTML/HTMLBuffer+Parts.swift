import Conformance

/// How a badge, a row or a box is coloured; its words say the same, so that no one needs the colour.
package enum HTMLTone: Sendable, Hashable, CaseIterable {
    case good, bad, warning, note, quiet

    /// The class that gives the colour.
    package var className: String {
        switch self {
        case .good: "good"
        case .bad: "bad"
        case .warning: "warn"
        case .note: "note"
        case .quiet: "quiet"
        }
    }
}

/// The heading of a column, and how its cells stand.
package enum HTMLColumn: Sendable, Hashable {
    case words(String)
    /// Its cells have the class `number`.
    case number(String)
}

/// Parts that every page is made of.
extension HTMLBuffer {
    /// A short word on a coloured ground.
    package mutating func badge(_ words: String, _ tone: HTMLTone) {
        element("span", ["class": "badge \(tone.className)"], words)
    }

    /// A section with a heading, its name being what `#name` leads to.
    package mutating func section(
        _ name: String,
        heading: String,
        count: Int? = nil,
        _ content: (inout HTMLBuffer) -> Void
    ) {
        beginSection(name, heading: heading, count: count)
        content(&self)
        markup("</section>\n")
    }

    /// The beginning of such a section, whose end is to follow, for one that is written in pieces.
    package mutating func beginSection(_ name: String, heading: String, count: Int? = nil) {
        open("section", ["id": name, "aria-labelledby": "\(name)-heading"])
        element("h2", ["id": "\(name)-heading"]) { html in
            html.text(heading)
            guard let count else { return }
            html.markup(" ")
            html.element("span", ["class": "count"], Quantity.grouped(count))
        }
        markup("\n")
    }

    /// Something folded under a line of words.
    package mutating func details(
        _ summary: String,
        isOpen: Bool = false,
        class className: String? = nil,
        _ content: (inout HTMLBuffer) -> Void
    ) {
        open("details", ["class": className, "open": isOpen ? "" : nil])
        element("summary", [:], summary)
        content(&self)
        markup("</details>\n")
    }

    /// A table that may be wider than the screen; `rows` adds elements `tr`.
    ///
    /// `caption` says what it shows to those who do not see it.
    package mutating func table(
        caption: String,
        columns: [HTMLColumn],
        class className: String? = nil,
        _ rows: (inout HTMLBuffer) -> Void
    ) {
        open("div", ["class": "wide", "role": "region", "aria-label": caption, "tabindex": "0"])
        open("table", ["class": className])
        element("caption", ["class": "unseen"], caption)
        markup("<thead><tr>")
        for column in columns {
            switch column {
            case .words(let name): element("th", ["scope": "col"], name)
            case .number(let name): element("th", ["scope": "col", "class": "number"], name)
            }
        }
        markup("</tr></thead>\n<tbody>\n")
        rows(&self)
        markup("</tbody></table></div>\n")
    }

    /// A cell of a table that holds one line of text.
    package mutating func cell(_ text: String, class className: String? = nil) {
        element("td", ["class": className], text)
    }

    /// A command or a value as it is to be copied, with the button that a script makes work.
    package mutating func copyable(_ text: String, label: String) {
        open("div", ["class": "copyable"])
        element("code", [:]) { $0.block(text) }
        copyButton(label: label)
        markup("</div>\n")
    }

    /// A button that copies the element before it; unseen while no script makes it work.
    package mutating func copyButton(label: String) {
        open("button", ["type": "button", "class": "copy", "aria-label": label, "hidden": ""])
        markup("copy</button>")
    }

    /// A moment, in UTC; a script adds the reader's own time.
    package mutating func time(_ moment: String) {
        element("time", ["datetime": moment], moment)
    }

    /// A line that stands out, such as why a run stopped early.
    package mutating func callout(_ words: String, _ tone: HTMLTone) {
        element("p", ["class": "callout \(tone.className)"], words)
    }
}
