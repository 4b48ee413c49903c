/// Whether headers say where an answer ends, by rules written for this alone.
struct WantedFraming {
    private var lengths: Set<[UInt8]> = []
    private var codings: [String] = []

    /// Takes a line of the headers with its end.
    mutating func isFaulty(_ line: [UInt8]) -> Bool {
        var text = line[...]
        if text.last == 0x0A { text.removeLast() }
        if text.last == 0x0D { text.removeLast() }
        if text.contains(0x0D) { return true }
        guard let first = text.first, first != 0x20, first != 0x09 else { return false }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return true }
        let name = text[..<colon]
        guard name.allSatisfy(Self.isOfName) else { return true }
        let parts = text[(colon + 1)...].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(
            Self.bare
        )
        switch String(decoding: name, as: UTF8.self).lowercased() {
        case "content-length":
            for part in parts {
                guard !part.isEmpty, part.allSatisfy({ 0x30 <= $0 && $0 <= 0x39 }) else { return true }
                let digits = part.drop { $0 == 0x30 }
                guard Int(String(decoding: digits.isEmpty ? [0x30] : digits, as: UTF8.self)) != nil else { return true }
                lengths.insert(Array(digits))
            }
        case "transfer-encoding":
            for part in parts {
                let known = ["chunked", "gzip", "x-gzip", "deflate", "compress", "x-compress", "identity"]
                let small = part.map { 0x41 <= $0 && $0 <= 0x5A ? $0 + 0x20 : $0 }
                guard let coding = known.first(where: { Array($0.utf8) == small }) else { return true }
                codings.append(coding)
            }
        default: return false
        }
        return lengths.count > 1 || codings.count { $0 == "chunked" } > 1 || !lengths.isEmpty && !codings.isEmpty
    }

    private static func bare(_ part: ArraySlice<UInt8>) -> [UInt8] {
        let blanks: Set<UInt8> = [0x20, 0x09]
        return Array(part.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
