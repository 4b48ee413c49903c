import WireJSON

/// Path and query of a request, taken apart and percent-decoded.
struct RequestTarget: Sendable {
    /// The segments of the path, none for `/`; a slash at the end makes an empty last one.
    let path: [String]
    /// In order, duplicates included.
    let query: [(name: String, value: String)]

    /// Reads an origin-form target such as `/v1/sessions?user_id=x`.
    ///
    /// - Returns: Nil if the target has another form, or a bad escape.
    init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "/") else { return nil }
        let halves = text.dropFirst().scalarSplit(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path: [String] = []
        if let first = halves.first, !first.isEmpty {
            for segment in first.scalarSplit(separator: "/", omittingEmptySubsequences: false) {
                guard let decoded = Self.decoded(segment, plusIsSpace: false) else { return nil }
                path.append(decoded)
            }
        }
        var query: [(name: String, value: String)] = []
        if halves.count == 2 {
            for member in halves[1].scalarSplit(separator: "&") {
                let sides = member.scalarSplit(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = Self.decoded(sides[0], plusIsSpace: true),
                    let value = Self.decoded(sides.count == 2 ? sides[1] : "", plusIsSpace: true)
                else { return nil }
                query.append((name, value))
            }
        }
        self.path = path
        self.query = query
    }

    private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue)
                else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
