import WireJSON

/// Changes lines in ways that are the same each time.
struct LineMutation {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A number below a bound, by SplitMix64.
    private mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((bits ^ (bits >> 31)) % UInt64(max(bound, 1)))
    }

    private mutating func one<Element>(of all: [Element]) -> Element? {
        all.isEmpty ? nil : all[number(below: all.count)]
    }

    /// Values that are taken in place of others: of each kind, and those that readers and models look at closely.
    private static let values = [
        "null", "true", "false", "0", "-0", "7", "-7", "2147483648", "123456789012345678", "1234567890123456789",
        "12345678901234567890", "1.5", "1.0", "1e2", "-0.0e-3", "\"\"", "\"x\"", "\"email\"", "\"sms\"",
        "\"unheard_of\"",
        "\"Unheard\"", "\"2026-11-21T09:30:00Z\"", "\"2026-11-21T09:30:00.123456789+02:00\"",
        "\"2026-02-30T09:30:00Z\"",
        "\"2026-11-21 09:30:00Z\"", "\"\u{E9}\"", "\"\u{1F600}\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"",
        "\"a\\/b\\n\"", "\"\\x\"", "\"\\u0065mail\"", "[]", "{}", "[1]", "[[]]", "{\"a\":1}", "[{\"type\":\"x\"}]",
    ]

    /// A line that differs from another one, mostly in one place.
    mutating func changed(_ line: [UInt8], with other: [UInt8]) -> [UInt8] {
        var line = line
        for _ in 0...number(below: 2) {
            if let document = try? JSONDocument(line), number(below: 4) > 0 {
                line = changed(document)
            } else {
                line = spoiled(line, with: other)
            }
        }
        // A line feed would make two lines of it.
        return line.map { $0 == 0x0A ? 0x20 : $0 }
    }

    /// Changes bytes, whatever they mean.
    private mutating func spoiled(_ line: [UInt8], with other: [UInt8]) -> [UInt8] {
        let (start, length) = (number(below: line.count), number(below: 12))
        let end = min(start + length, line.count)
        switch number(below: 4) {
        case 0: return line.with([UInt8(number(below: 256))], at: start..<min(start + 1, line.count))
        case 1: return line.with([], at: start..<end)
        case 2:
            let piece = number(below: other.count)
            return line.with(Array(other[piece..<min(piece + length, other.count)]), at: start..<start)
        default: return line.with([], at: start..<line.count)
        }
    }

    /// Changes values and members, so that it stays JSON.
    private mutating func changed(_ document: JSONDocument) -> [UInt8] {
        let values = Self.below(document.root)
        let objects = values.filter { $0.kind == .object && $0.count > 0 }
        switch number(below: 8) {
        case 0: return twice(objects, document)
        case 1: return swapped(objects, document)
        case 2:
            guard let value = one(of: values) else { return document.bytes }
            return document.bytes.with([0x20, 0x09], at: value.offset..<value.offset)
        case 3, 4:
            guard let value = one(of: values), let text = one(of: Self.values) else { return document.bytes }
            return document.bytes.with(Array(text.utf8), at: value.range)
        default:
            // A value of the same kind, which is what a known line has most often.
            guard let value = one(of: values.filter { $0.kind != .object && $0.kind != .array }) else {
                return document.bytes
            }
            let alike = Self.values.filter { (try? JSONDocument($0))?.root.kind == value.kind }
            return document.bytes.with(Array((one(of: alike) ?? "null").utf8), at: value.range)
        }
    }

    private mutating func twice(_ objects: [JSONView], _ document: JSONDocument) -> [UInt8] {
        guard let object = one(of: objects), let member = one(of: object.members.map { $0 }) else {
            return document.bytes
        }
        let text = Array(document.bytes[member.keyOffset..<member.value.range.upperBound])
        let start = object.offset + 1
        return document.bytes.with(text + [0x2C], at: start..<start)
    }

    private mutating func swapped(_ objects: [JSONView], _ document: JSONDocument) -> [UInt8] {
        guard let object = one(of: objects), let one = one(of: object.members.map { $0 }),
            let other = self.one(of: object.members.map { $0 }), one.keyOffset < other.keyOffset
        else { return document.bytes }
        let left = one.keyOffset..<one.value.range.upperBound
        let right = other.keyOffset..<other.value.range.upperBound
        let (first, last) = (Array(document.bytes[left]), Array(document.bytes[right]))
        return document.bytes.with(first, at: right).with(last, at: left)
    }

    private static func below(_ root: JSONView) -> [JSONView] {
        var (all, stack): ([JSONView], [JSONView]) = ([], [root])
        while let view = stack.popLast() {
            all.append(view)
            stack += view.members.map(\.value) + view.elements.map { $0 }
        }
        return all
    }
}

extension [UInt8] {
    /// These bytes with others in place of some.
    fileprivate func with(_ others: [UInt8], at range: Range<Int>) -> [UInt8] {
        var bytes = self
        bytes.replaceSubrange(range, with: others)
        return bytes
    }
}
