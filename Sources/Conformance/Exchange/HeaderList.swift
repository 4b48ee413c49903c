import WireJSON

/// Header fields in the order they stood on the wire; names are compared without regard to ASCII case.
///
/// Nothing is normalised or dropped, so a repeated or malformed field can be judged and shown as it came.
package struct HeaderList: Sendable, Hashable {
    /// One field: its name as written and its value without surrounding white space.
    package struct Field: Sendable, Hashable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package var fields: [Field]

    package init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// The names of the fields that say where a body ends, which a transport makes itself.
    package static let framingNames = ["Content-Length", "Transfer-Encoding"]

    /// The values of every field of this name, in wire order.
    package func values(of name: String) -> [String] {
        fields.lazy.filter { Self.sameName($0.name, name) }.map(\.value)
    }

    /// The values of this name joined by `, `, or nil where the field is missing.
    ///
    /// > Source: RFC 9110 §5.3
    package subscript(name: String) -> String? {
        let found = values(of: name)
        return found.count < 2 ? found.first : found.joined(separator: ", ")
    }

    /// Puts one field in place of all of this name, or removes them where `value` is nil.
    package mutating func set(_ name: String, to value: String?) {
        fields.removeAll { Self.sameName($0.name, name) }
        if let value {
            fields.append(Field(name: name, value: value))
        }
    }

    /// Whether two field names are the same, ASCII letters compared without case.
    package static func sameName(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        var (left, right) = (left, right)
        return left.withUTF8 { left in
            right.withUTF8 { right in left.elementsEqual(right) { lowercased($0) == lowercased($1) } }
        }
    }

    /// Whether both hold the same fields in the same order, byte by byte.
    package func hasSameBytes(as other: HeaderList) -> Bool {
        fields.count == other.fields.count
            && fields.elementsEqual(other.fields) { one, other in
                one.name.hasSameScalars(as: other.name) && one.value.hasSameScalars(as: other.value)
            }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
