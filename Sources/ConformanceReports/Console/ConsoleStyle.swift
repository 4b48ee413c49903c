/// How text is written to a terminal or a log.
package struct ConsoleStyle: Sendable, Hashable {
    /// Whether colours may be used.
    package var usesColor: Bool
    /// Columns of the terminal; nil where the output is no terminal, so that nothing is rewritten or cut.
    package var width: Int?

    package init(usesColor: Bool = false, width: Int? = nil) {
        self.usesColor = usesColor
        self.width = width
    }

    /// A meaning that has a colour; the words say it too, so nothing is lost without colours.
    enum Tone: String {
        case good = "32"
        case bad = "31"
        case warning = "33"
        case quiet = "2"
        case strong = "1"
    }

    func paint(_ text: String, _ tone: Tone) -> String {
        usesColor ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }
}
