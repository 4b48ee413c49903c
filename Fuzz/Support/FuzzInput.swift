/// The bytes of one input, taken from the front; an empty rest gives zeros, so that every input means something.
struct FuzzInput {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    var isEmpty: Bool { rest.isEmpty }

    /// What was not taken yet.
    var remaining: [UInt8] { Array(rest) }

    mutating func byte() -> UInt8 {
        rest.popFirst() ?? 0
    }

    mutating func bool() -> Bool {
        byte() & 1 == 1
    }

    /// A number from 0 to `limit - 1`, at most 256 different ones.
    mutating func number(below limit: Int) -> Int {
        Int(byte()) % max(limit, 1)
    }

    /// Any number at all, of eight bytes.
    mutating func anyNumber() -> Int {
        Int(truncatingIfNeeded: (0..<8).reduce(UInt64(0)) { sum, _ in sum << 8 | UInt64(byte()) })
    }

    mutating func element<Element>(of choices: [Element], else fallback: Element) -> Element {
        let place = number(below: choices.count)
        return choices.indices.contains(place) ? choices[place] : fallback
    }

    /// At most `limit` bytes, their number said by one byte before them.
    mutating func bytes(atMost limit: Int = 255) -> [UInt8] {
        let count = min(number(below: limit + 1), rest.count)
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// Text of at most so many bytes; what is no UTF-8 becomes U+FFFD.
    mutating func text(atMost limit: Int = 255) -> String {
        String(decoding: bytes(atMost: limit), as: UTF8.self)
    }

    /// All that is left.
    mutating func remainder() -> [UInt8] {
        defer { rest = [] }
        return Array(rest)
    }
}
