/// A text to be found in others, each of whose bytes is looked at twice at most, whatever the two are like.
struct LiteralSearch: Sendable {
    private let literal: [UInt8]
    /// For each beginning of the literal, the length of the longest shorter one that it ends in.
    private let borders: [Int]

    init(_ literal: [UInt8]) {
        self.literal = literal
        var borders: [Int] = []
        borders.reserveCapacity(literal.count)
        var length = 0
        for (index, byte) in literal.enumerated() {
            if index > 0 { Self.advance(&length, over: byte, literal, borders) }
            borders.append(length)
        }
        self.borders = borders
    }

    /// Whether the literal stands anywhere in some bytes; an empty one does.
    func isIn(_ bytes: String.UTF8View) -> Bool {
        guard !literal.isEmpty else { return true }
        var length = 0
        for byte in bytes {
            Self.advance(&length, over: byte, literal, borders)
            if length == literal.count { return true }
        }
        return false
    }

    /// Makes of the length of what was found so far that with one byte more.
    private static func advance(_ length: inout Int, over byte: UInt8, _ literal: [UInt8], _ borders: [Int]) {
        while length > 0, literal[length] != byte { length = borders[length - 1] }
        if literal[length] == byte { length += 1 }
    }
}
