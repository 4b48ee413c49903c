extension JSONValue {
    /// How a value is written.
    public enum Style: Sendable, CaseIterable {
        /// Without white space, members in their order, numbers as their tokens.
        case compact
        /// A member or element a line, two spaces a level, no line feed at the end.
        case pretty
        /// One text for all equal values: compact, keys sorted by scalars, each number in its canonical spelling.
        case canonical
    }

    /// The value as JSON text.
    public func text(_ style: Style = .compact) -> String {
        String(decoding: bytes(style), as: UTF8.self)
    }

    /// The value as JSON text in UTF-8.
    public func bytes(_ style: Style = .compact) -> [UInt8] {
        var printer = JSONPrinter(style)
        printer.write(self, depth: 0)
        return printer.bytes
    }
}

/// Writing of JSON text.
public enum JSONText {
    /// A JSON string literal of a text: quotes, backslashes and control characters are escaped, all else stays.
    public static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds a JSON string literal of a text to bytes, as ``quoted(_:)`` writes it.
    package static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(.quote)
        defer { bytes.append(.quote) }
        var text = text
        text.withUTF8 { source in
            // What needs no escape is copied as a whole.
            var copied = 0
            var place = -1
            while true {
                place = PlainRun.end(from: place + 1, in: source)
                guard place < source.count else { break }
                let byte = source[place]
                guard byte < 0x80 else { continue }
                bytes.append(contentsOf: source[copied..<place])
                copied = place + 1
                if byte < 0x20 {
                    appendControl(byte, to: &bytes)
                } else {
                    bytes.append(.backslash)
                    bytes.append(byte)
                }
            }
            bytes.append(contentsOf: source[copied...])
        }
    }

    private static func appendControl(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(.backslash)
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case .tab: bytes.append(UInt8(ascii: "t"))
        case .lineFeed: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case .carriageReturn: bytes.append(UInt8(ascii: "r"))
        default: bytes += "u00\(byte.hexadecimal.lowercased())".utf8
        }
    }
}

/// Writes values as bytes.
struct JSONPrinter {
    private let style: JSONValue.Style
    private(set) var bytes: [UInt8] = []

    init(_ style: JSONValue.Style) {
        self.style = style
    }

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .number(let value): bytes += (style == .canonical ? value.canonical : value.token).utf8
        case .string(let value): write(value)
        case .array(let elements):
            writeList(elements, between: (.openBracket, .closeBracket), depth: depth) { printer, element in
                printer.write(element, depth: depth + 1)
            }
        case .object(let object):
            let members = style == .canonical ? object.members.sorted(by: Self.precedes) : object.members
            writeList(members, between: (.openBrace, .closeBrace), depth: depth) { printer, member in
                printer.write(member.key)
                printer.bytes.append(.colon)
                if printer.style == .pretty { printer.bytes.append(.space) }
                printer.write(member.value, depth: depth + 1)
            }
        }
    }

    mutating func write(_ text: String) {
        JSONText.append(text, to: &bytes)
    }

    private mutating func writeList<Item>(
        _ items: [Item],
        between ends: (UInt8, UInt8),
        depth: Int,
        _ write: (inout JSONPrinter, Item) -> Void
    ) {
        bytes.append(ends.0)
        for (place, item) in items.enumerated() {
            if place > 0 { bytes.append(.comma) }
            indent(to: depth + 1)
            write(&self, item)
        }
        if !items.isEmpty { indent(to: depth) }
        bytes.append(ends.1)
    }

    private mutating func indent(to depth: Int) {
        guard style == .pretty else { return }
        bytes.append(.lineFeed)
        bytes += repeatElement(.space, count: depth * 2)
    }

    /// UTF-8 bytes sort as the scalars do.
    private static func precedes(_ one: (key: String, value: JSONValue), _ other: (key: String, value: JSONValue))
        -> Bool
    {
        one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
    }
}
