import WireJSON

/// JSON text as lines, each with the place of what begins on it; every token stays as it came.
///
/// It reads what is cut short or wrong as far as it goes, since it only lays out text and judges nothing.
struct JSONLines {
    struct Line {
        var depth: Int
        var text: String
        /// The pointer of the value that begins on the line; nil where one ends on it.
        var pointer: String?
    }

    private(set) var lines: [Line] = []
    private var scopes: [Scope] = []
    private var line: [UInt8] = []
    private var pointer: String?

    private struct Scope {
        var isObject: Bool
        var pointer: String
        var place = 0
        /// Whether the next string is a key.
        var awaitsKey: Bool
    }

    /// Nil where the text does not begin as an object or an array does.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let first = bytes.first(where: { !Self.isSpace($0) }), "[{".utf8.contains(first) else { return nil }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case _ where Self.isSpace(byte): index += 1
            case UInt8(ascii: "{"), UInt8(ascii: "["): index = open(bytes, at: index)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): index = close(byte, after: index)
            case UInt8(ascii: ","):
                separate()
                index += 1
            case UInt8(ascii: ":"):
                line += Array(": ".utf8)
                index += 1
            default:
                let end = Self.endOfToken(bytes, from: index)
                token(bytes[index..<end])
                index = end
            }
        }
        flush()
    }

    private mutating func open(_ bytes: [UInt8], at index: Int) -> Int {
        let isObject = bytes[index] == UInt8(ascii: "{")
        let place = beginValue()
        line.append(bytes[index])
        let next = bytes[(index + 1)...].firstIndex { !Self.isSpace($0) }
        if let next, "]}".utf8.contains(bytes[next]) {
            line.append(bytes[next])
            return next + 1
        }
        flush()
        scopes.append(Scope(isObject: isObject, pointer: place, awaitsKey: isObject))
        return index + 1
    }

    private mutating func close(_ byte: UInt8, after index: Int) -> Int {
        flush()
        _ = scopes.popLast()
        line.append(byte)
        return index + 1
    }

    private mutating func separate() {
        line.append(UInt8(ascii: ","))
        flush()
        guard let last = scopes.indices.last else { return }
        scopes[last].place += 1
        scopes[last].awaitsKey = scopes[last].isObject
    }

    private mutating func token(_ bytes: ArraySlice<UInt8>) {
        if let last = scopes.indices.last, scopes[last].awaitsKey, bytes.first == UInt8(ascii: "\"") {
            scopes[last].awaitsKey = false
            // Written as a pointer writes it; an escape within a key stays as it is, and then no finding is put there.
            let key = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
            pointer = scopes[last].pointer + "/" + Self.pointerToken(key)
        } else {
            _ = beginValue()
        }
        line += bytes
    }

    private mutating func beginValue() -> String {
        guard let scope = scopes.last else {
            pointer = ""
            return ""
        }
        if !scope.isObject { pointer = "\(scope.pointer)/\(scope.place)" }
        return pointer ?? scope.pointer
    }

    private mutating func flush() {
        guard !line.isEmpty else { return }
        lines.append(Line(depth: scopes.count, text: String(decoding: line, as: UTF8.self), pointer: pointer))
        line.removeAll(keepingCapacity: true)
        pointer = nil
    }

    /// A key as it stands in a pointer.
    ///
    /// > Source: RFC 6901 §3
    private static func pointerToken(_ key: String) -> String {
        guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
        return key.replacingExactly("~", with: "~0").replacingExactly("/", with: "~1")
    }

    private static func endOfToken(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        guard bytes[start] == UInt8(ascii: "\"") else {
            while index < bytes.count, !",:]}".utf8.contains(bytes[index]), !isSpace(bytes[index]) { index += 1 }
            return index
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
