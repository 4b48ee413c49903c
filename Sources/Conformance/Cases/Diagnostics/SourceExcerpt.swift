import WireJSON

/// A line of a file as it is shown under a message: control characters made visible, long lines cut around the place.
package struct SourceExcerpt {
    /// The most scalars of a line that are shown.
    package static let width = 120

    package var line: String
    /// From 1, in Unicode scalars of `line`.
    package var caretColumn: Int

    /// Cuts a line around a column, which counts Unicode scalars from 1.
    package init(line: String, column: Int) {
        let scalars = line.unicodeScalars
        let count = scalars.count
        let place = max(0, min(column - 1, count))
        guard count > Self.width else {
            self.line = Self.text(scalars[...])
            caretColumn = place + 1
            return
        }
        let start = max(0, min(place - Self.width / 3, count - Self.width))
        let before = start > 0 ? "…" : ""
        let after = start + Self.width < count ? "…" : ""
        self.line = before + Self.text(scalars.dropFirst(start).prefix(Self.width)) + after
        caretColumn = place - start + before.unicodeScalars.count + 1
    }

    /// A line of blanks with `^` at a column; tabs stay tabs, so that it stands under the same letter.
    package static func caret(under line: String, at column: Int) -> String {
        let blanks = line.unicodeScalars.prefix(max(0, column - 1)).map { $0 == "\t" ? "\t" : " " }.joined()
        let missing = column - 1 - line.unicodeScalars.count
        return blanks + String(repeating: " ", count: max(0, missing)) + "^"
    }

    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09: scalar
        case 0x200C, 0x200D: "\u{FFFD}"
        default: VisibleText.hides(scalar) ? "\u{FFFD}" : scalar
        }
    }

    private static func text(_ scalars: Substring.UnicodeScalarView) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.map(visible))
        return String(view)
    }
}
