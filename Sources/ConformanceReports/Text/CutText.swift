/// Text cut to a limit without splitting a character's bytes.
enum CutText {
    /// The longest start of a text with at most `limit` bytes of UTF-8.
    static func prefix(_ text: String, bytes limit: Int) -> String {
        let bytes = text.utf8
        guard bytes.count > limit else { return text }
        var end = bytes.index(bytes.startIndex, offsetBy: max(limit, 0))
        while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 {
            end = bytes.index(before: end)
        }
        return String(text[..<end])
    }

    /// The text, or its start and `…`, together at most `limit` bytes of UTF-8.
    static func ellipsis(_ text: String, bytes limit: Int) -> String {
        text.utf8.count <= limit ? text : prefix(text, bytes: limit - 3) + "…"
    }

    /// The longest start of a text with at most `limit` UTF-16 units, the measure of the strictest reader of names.
    static func prefix(_ text: String, units limit: Int) -> String {
        // No text has more UTF-16 units than bytes.
        guard text.utf8.count > limit else { return text }
        var units = 0
        var end = text.startIndex
        while end < text.endIndex {
            units += text[end].utf16.count
            guard units <= limit else { break }
            end = text.index(after: end)
        }
        return String(text[..<end])
    }
}
