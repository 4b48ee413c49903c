/// A pattern over case ids: `*` any letters but `/`, `**` any letters, `?` one letter but `/`.
///
/// It selects an id that it matches whole, and all that stands below an id it matches: `sessions/get` and `sessions/*`
/// select `sessions/get/several/row`.
package struct Glob: Sendable, Hashable {
    package let pattern: String
    private let tokens: [Token]
    /// The letters before the first that stands for others: they refuse most ids at once.
    private let opening: [UInt8]

    private enum Token: Hashable {
        case letter(UInt8)
        case one
        case many
        case manyWithSlash

        var byte: UInt8? {
            if case .letter(let byte) = self { byte } else { nil }
        }
    }

    package init(_ pattern: String) {
        self.pattern = pattern
        var tokens: [Token] = []
        for byte in pattern.utf8 {
            switch (byte, tokens.last) {
            case (UInt8(ascii: "*"), .many?): tokens[tokens.count - 1] = .manyWithSlash
            case (UInt8(ascii: "*"), .manyWithSlash?): break
            case (UInt8(ascii: "*"), _): tokens.append(.many)
            case (UInt8(ascii: "?"), _): tokens.append(.one)
            default: tokens.append(.letter(byte))
            }
        }
        self.tokens = tokens
        opening = tokens.prefix { $0.byte != nil }.compactMap(\.byte)
    }

    /// A pattern over case ids as people write it: a `/` at its end, as of a folder, does not count.
    package init(cases pattern: String) {
        var bytes = pattern.utf8[...]
        while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        self.init(String(Substring(bytes)))
    }

    /// Whether the whole id matches.
    package func matches(_ id: String) -> Bool {
        reached(in: Array(id.utf8)).last ?? false
    }

    /// Whether the id, or one that it stands below, matches.
    package func selects(_ id: String) -> Bool {
        guard id.utf8.starts(with: opening) else { return false }
        let bytes = Array(id.utf8)
        if opening.count == tokens.count {
            return bytes.count == opening.count || bytes[opening.count] == UInt8(ascii: "/")
        }
        let ends = reached(in: bytes)
        return ends.indices.contains { ends[$0] && ($0 == bytes.count || bytes[$0] == UInt8(ascii: "/")) }
    }

    /// For each length of a beginning of the id, whether it matches; in time pattern length times id length.
    private func reached(in id: [UInt8]) -> [Bool] {
        var alive = closure([0])
        var ends = [alive.contains(tokens.count)]
        for byte in id {
            var next: Set<Int> = []
            for state in alive where state < tokens.count {
                switch tokens[state] {
                case .letter(let letter): if letter == byte { next.insert(state + 1) }
                case .one: if byte != UInt8(ascii: "/") { next.insert(state + 1) }
                case .many: if byte != UInt8(ascii: "/") { next.insert(state) }
                case .manyWithSlash: next.insert(state)
                }
            }
            alive = closure(next)
            ends.append(alive.contains(tokens.count))
        }
        return ends
    }

    private func closure(_ states: Set<Int>) -> Set<Int> {
        var all = states
        for var state in states {
            while state < tokens.count, tokens[state] == .many || tokens[state] == .manyWithSlash {
                state += 1
                all.insert(state)
            }
        }
        return all
    }
}
