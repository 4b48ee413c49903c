/// A piece of a page as it is written: markup comes from literals alone, everything else is escaped on its way in.
package struct HTMLBuffer: Sendable {
    /// The attributes of an element, in order; nil leaves one out, an empty text writes its name with nothing in it.
    package typealias Attributes = KeyValuePairs<StaticString, String?>

    private var bytes: [UInt8] = []

    package init() {}

    /// How many bytes it holds.
    package var count: Int { bytes.count }

    /// Adds markup of the program's own.
    package mutating func markup(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Adds text on one line: what hides, turns or breaks it is written out.
    package mutating func text(_ text: String) {
        HTMLText.append(line: text, to: &bytes)
    }

    /// Adds text with its line feeds and tabs, for `pre`.
    package mutating func block(_ text: String) {
        HTMLText.append(block: text, to: &bytes)
    }

    /// Begins an element.
    package mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
        markup("<")
        markup(name)
        for (name, value) in attributes {
            guard let value else { continue }
            markup(" ")
            markup(name)
            guard !value.isEmpty else { continue }
            markup("=\"")
            text(value)
            markup("\"")
        }
        markup(">")
    }

    /// Ends an element.
    package mutating func close(_ name: StaticString) {
        markup("</")
        markup(name)
        markup(">")
    }

    /// Adds an element with what `content` puts in it.
    package mutating func element(
        _ name: StaticString,
        _ attributes: Attributes = [:],
        _ content: (inout HTMLBuffer) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// Adds an element that holds one line of text.
    package mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ text: String) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// Adds what another holds.
    package mutating func append(_ other: HTMLBuffer) {
        bytes.append(contentsOf: other.bytes)
    }

    /// Gives what it holds, and holds nothing afterwards.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }
}
