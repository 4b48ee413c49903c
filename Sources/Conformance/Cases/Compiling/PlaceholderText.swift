import WireJSON

/// A text of a case file, taken apart at its placeholders.
enum PlaceholderText {
    enum Part: Sendable, Hashable {
        case literal(String)
        /// `name` is what stands between the braces.
        case placeholder(Placeholder, name: String)
        /// `{{` without `}}`.
        case unclosed
    }

    private static let brace = UInt8(ascii: "{")
    private static let closingBrace = UInt8(ascii: "}")
    private static let backslash = UInt8(ascii: "\\")

    /// The parts of a text, or nil where there is nothing to take apart: no `{{`, so also no `\{{`.
    static func parts(of text: String) -> [Part]? {
        guard holdsBraces(text) else { return nil }
        let bytes = Array(text.utf8)
        var parts: [Part] = []
        var literal: [UInt8] = []
        var place = 0
        while let open = braces(brace, in: bytes, from: place) {
            if open > place, bytes[open - 1] == backslash {
                literal += bytes[place..<open - 1]
                literal += [brace, brace]
                place = open + 2
                continue
            }
            literal += bytes[place..<open]
            if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
            literal = []
            guard let close = braces(closingBrace, in: bytes, from: open + 2) else { return parts + [.unclosed] }
            let name = String(decoding: bytes[open + 2..<close], as: UTF8.self)
            parts.append(.placeholder(Placeholder(name), name: name))
            place = close + 2
        }
        literal += bytes[place...]
        if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
        return parts
    }

    /// Whether `{{` is in a text.
    static func holdsBraces(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { holdsBraces($0) }
    }

    /// Whether a value may hold placeholders anywhere in it; true also where an escape may spell a brace.
    static func mayStand(in view: JSONView) -> Bool {
        view.document.bytes.withUnsafeBufferPointer { bytes in
            let part = UnsafeBufferPointer(rebasing: bytes[view.range])
            return holdsBraces(part) || holdsEscapedBrace(part)
        }
    }

    private static func holdsBraces(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == brace, previous == brace { return true }
            previous = byte
        }
        return false
    }

    /// Whether `\u007b` may be there, in any case.
    private static func holdsEscapedBrace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 6 else { return false }
        for place in 0...(bytes.count - 6) where bytes[place] == backslash && bytes[place + 1] == UInt8(ascii: "u") {
            if bytes[place + 4] == UInt8(ascii: "7"), bytes[place + 5] | 0x20 == UInt8(ascii: "b") { return true }
        }
        return false
    }

    private static func braces(_ brace: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= 2, start <= bytes.count - 2 else { return nil }
        return (start...(bytes.count - 2)).first { bytes[$0] == brace && bytes[$0 + 1] == brace }
    }
}
