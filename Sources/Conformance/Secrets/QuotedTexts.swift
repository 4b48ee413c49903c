import WireJSON

/// The quoted texts of what is nearly JSON, each with the key before it, as far as quotes, colons and brackets tell.
enum QuotedTexts {
    /// All texts that are no keys, in their order; one without a quote at its end reaches to the end of its line.
    static func all(in text: String) -> [PlacedText] {
        let bytes = Array(text.utf8)
        var found: [PlacedText] = []
        var key: String?
        var objects: [String?] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"): objects.append(key)
            case UInt8(ascii: "}"): _ = objects.popLast()
            case UInt8(ascii: "\""):
                let range = quoted(after: index, in: bytes)
                let value = unescaped(bytes[range])
                index = range.upperBound
                if isKey(endingAt: index, in: bytes) {
                    key = value
                } else if !value.isEmpty {
                    found.append(PlacedText(value: value, key: key, object: objects.last ?? nil))
                }
            default: break
            }
            index += 1
        }
        return found
    }

    private static func quoted(after start: Int, in bytes: [UInt8]) -> Range<Int> {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\n") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return start + 1..<min(index, bytes.count)
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return (try? JSONDocument("\"\(text)\""))?.root.string ?? text
    }

    /// Whether a colon comes after the quote at this place.
    private static func isKey(endingAt end: Int, in bytes: [UInt8]) -> Bool {
        bytes[min(end + 1, bytes.count)...].first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: ":")
    }
}
