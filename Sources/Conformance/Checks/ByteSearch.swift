/// Finding bytes in bytes.
enum ByteSearch {
    /// The first place of `needle` in `bytes` at or after `start`; an empty needle is found at once.
    static func firstRange(of needle: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Range<Int>? {
        guard let first = needle.first else { return start..<start }
        var index = start
        while index + needle.count <= bytes.count {
            if bytes[index] == first, holds(needle, at: index, in: bytes) {
                return index..<(index + needle.count)
            }
            index += 1
        }
        return nil
    }

    /// Whether `needle` stands in `bytes` at `index`.
    static func holds(_ needle: [UInt8], at index: Int, in bytes: [UInt8]) -> Bool {
        guard index + needle.count <= bytes.count else { return false }
        for offset in needle.indices where bytes[index + offset] != needle[offset] {
            return false
        }
        return true
    }
}
