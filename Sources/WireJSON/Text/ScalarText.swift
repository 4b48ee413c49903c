/// Text taken apart scalar by scalar.
///
/// Swift's own `split`, `contains` and `firstIndex` go by characters, and a mark that combines with a separator makes both another
/// character: who writes the text would decide whether it is taken apart. Nothing here normalizes: texts are equal byte by byte.
extension Substring {
    /// The parts between separators, as `split` gives them, whatever stands behind a separator.
    package func scalarSplit(
        separator: Unicode.Scalar,
        maxSplits: Int = .max,
        omittingEmptySubsequences: Bool = true
    ) -> [Substring] {
        unicodeScalars.split(
            separator: separator,
            maxSplits: maxSplits,
            omittingEmptySubsequences: omittingEmptySubsequences
        ).map { Substring($0) }
    }

    /// The first place of some text, byte by byte; nil where it does not stand there, and where it is empty.
    package func exactRange(of needle: some StringProtocol) -> Range<Index>? {
        let needle = Array(needle.utf8)
        guard let first = needle.first else { return nil }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: needle) {
                return start..<rest.index(start, offsetBy: needle.count)
            }
            rest = rest[rest.index(after: start)...]
        }
        return nil
    }
}

extension StringProtocol {
    /// Whether the first bytes are those of a text, whatever stands behind them.
    package func beginsExactly(with start: some StringProtocol) -> Bool { utf8.starts(with: start.utf8) }

    /// Whether the last bytes are those of a text.
    package func endsExactly(with end: some StringProtocol) -> Bool {
        utf8.count >= end.utf8.count && utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
    }
}

extension String {
    /// What stands behind the first bytes where these are some text; nil where they are not.
    package func rest(behind start: String) -> String? {
        beginsExactly(with: start) ? String(Substring(utf8.dropFirst(start.utf8.count))) : nil
    }

    /// The parts between separators, as `split` gives them, whatever stands behind a separator.
    package func scalarSplit(
        separator: Unicode.Scalar,
        maxSplits: Int = .max,
        omittingEmptySubsequences: Bool = true
    ) -> [Substring] {
        self[...].scalarSplit(
            separator: separator,
            maxSplits: maxSplits,
            omittingEmptySubsequences: omittingEmptySubsequences
        )
    }

    /// The first place of some text, byte by byte; nil where it does not stand there, and where it is empty.
    package func exactRange(of needle: some StringProtocol) -> Range<Index>? { self[...].exactRange(of: needle) }

    /// The text with another in place of each place of the first, byte by byte; an empty one stands nowhere.
    package func replacingExactly(_ needle: some StringProtocol, with replacement: some StringProtocol) -> String {
        var result = ""
        var rest = self[...]
        while let place = rest.exactRange(of: needle) {
            result.unicodeScalars += rest[..<place.lowerBound].unicodeScalars
            result.unicodeScalars += replacement.unicodeScalars
            rest = rest[place.upperBound...]
        }
        result.unicodeScalars += rest.unicodeScalars
        return result
    }
}
