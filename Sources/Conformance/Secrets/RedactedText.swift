/// A text with labels in place of secrets, which no cut may leave a part of.
struct RedactedText: Sendable, Hashable {
    let scalars: [Unicode.Scalar]
    /// Where the labels stand, in scalars; in order and apart from each other.
    let labels: [Range<Int>]

    /// Takes a redacted text, with the places of its labels in bytes of UTF-8.
    init(_ text: String, labels: [Range<Int>] = []) {
        scalars = Array(text.unicodeScalars)
        self.labels = Self.inScalars(labels, of: text)
    }

    private static func inScalars(_ labels: [Range<Int>], of text: String) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var bytes = 0
        var count = 0
        var start = 0
        var left = labels[...]
        for scalar in text.unicodeScalars {
            guard let label = left.first else { break }
            if bytes == label.lowerBound { start = count }
            bytes += UTF8.width(scalar)
            count += 1
            if bytes == label.upperBound {
                places.append(start..<count)
                left.removeFirst()
            }
        }
        return places
    }

    /// The nearest place at or before an offset that is within no label.
    func start(near offset: Int) -> Int {
        label(around: offset)?.lowerBound ?? offset
    }

    /// The nearest place at or behind an offset that is within no label.
    func end(near offset: Int) -> Int {
        label(around: offset)?.upperBound ?? min(offset, scalars.count)
    }

    private func label(around offset: Int) -> Range<Int>? {
        labels.first { $0.lowerBound < offset && offset < $0.upperBound }
    }

    /// A part of the text.
    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
    }
}
