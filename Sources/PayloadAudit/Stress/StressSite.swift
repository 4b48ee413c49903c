import WireJSON

/// One value of a payload that can be changed, the first at its folded pointer.
struct StressSite {
    /// The place, with `*` for every place in an array.
    let pointer: JSONPointer
    let view: JSONView
    /// The bytes that go with the value where it is dropped, a comma among them; nil for the whole payload.
    let removal: Range<Int>?

    /// What can be done to a value of its kind.
    var mutations: [StressMutation] {
        let whole: [StressMutation] = removal == nil ? [] : [.dropped, .null]
        switch view.kind {
        case .null: return removal == nil ? [] : [.dropped]
        case .bool: return whole
        case .number: return whole + [.beyondInt64, .fraction, .hugeExponent]
        case .string:
            guard view.string.flatMap(Timestamp.init) != nil else { return whole + [.otherWord] }
            return whole + [.timeWholeSeconds, .timeNineDigits, .timeOffset, .timeWithoutZone, .timeEmpty]
        case .array: return whole + (view[0] == nil ? [] : [.longList])
        case .object: return whole + [.unknownNeighbour]
        }
    }

    /// What it holds: the members of an object, the first element of a list.
    var children: [StressSite] {
        switch view.kind {
        case .array:
            guard let first = view[0] else { return [] }
            let end = view[1]?.offset ?? first.range.upperBound
            return [StressSite(pointer: pointer.appending("*"), view: first, removal: first.offset..<end)]
        case .object: return members
        default: return []
        }
    }

    private var members: [StressSite] {
        let members = view.members.map { $0 }
        return members.indices.map { place in
            let (key, end) = (members[place].keyOffset, members[place].value.range.upperBound)
            let removal =
                if place > 0 {
                    members[place - 1].value.range.upperBound..<end
                } else {
                    key..<(members.count > 1 ? members[1].keyOffset : end)
                }
            return StressSite(
                pointer: pointer.appending(members[place].key),
                view: members[place].value,
                removal: removal
            )
        }
    }

    /// The bytes of the payload after a change; nil where it cannot be made here.
    func bytes(after mutation: StressMutation, of bytes: [UInt8]) -> [UInt8]? {
        if let text = mutation.replacement { return Self.replacing(view.range, by: text.utf8, in: bytes) }
        switch mutation {
        case .dropped: return removal.map { Self.replacing($0, by: "".utf8, in: bytes) }
        case .unknownNeighbour:
            let text = view.count == 0 ? Self.neighbour : Self.neighbour + ","
            return Self.replacing(view.offset + 1..<view.offset + 1, by: text.utf8, in: bytes)
        default:
            guard let first = view[0] else { return nil }
            let element = [UInt8(ascii: ",")] + bytes[first.range]
            let copies = max(1, min(Self.mostCopies, Self.mostCopiedBytes / element.count))
            let more = Array(repeatElement(element, count: copies).joined())
            return Self.replacing(view.range.upperBound - 1..<view.range.upperBound - 1, by: more, in: bytes)
        }
    }

    /// A member that no model has.
    private static let neighbour = #""zz_nobody_knows":"zz""#
    private static let mostCopies = 1_000
    private static let mostCopiedBytes = 1 << 20

    private static func replacing(_ range: Range<Int>, by text: some Sequence<UInt8>, in bytes: [UInt8]) -> [UInt8] {
        var changed: [UInt8] = []
        changed.reserveCapacity(bytes.count + 64)
        changed += bytes[..<range.lowerBound]
        changed += text
        changed += bytes[range.upperBound...]
        return changed
    }
}
