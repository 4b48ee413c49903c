/// A number as it was written, compared as the exact decimal that it says: `1` equals `1.0` and `10e-1`, 2^53 is not
/// 2^53 + 1.
///
/// Comparing and hashing are linear in the token, whatever its exponent: `1e999999999` is never written out.
/// > Source: RFC 8259, section 6, which sets no bound on numbers.
public struct JSONNumber: Sendable {
    /// The number as it was written.
    public let token: String

    /// Takes a token that the reader has checked.
    init(checked token: String) {
        self.token = token
    }

    /// Takes a token of the JSON grammar; nil for any other text, such as `+1`, `01`, `.5` or `NaN`.
    public init?(token: String) {
        let bytes = Array(token.utf8)
        let isNumber = bytes.withUnsafeBufferPointer { buffer in
            guard let first = buffer.first, first == .minus || first.isDigit else { return false }
            var reader = JSONReader(buffer, maximumDepth: 0)
            do throws(ReadFailure) { try reader.readNumber() } catch { return false }
            return reader.offset == buffer.count
        }
        guard isNumber else { return nil }
        self.token = token
    }

    /// Writes an integer.
    public init(_ value: Int) {
        token = String(value)
    }

    /// Writes the shortest token that reads back as this value; nil for infinity and NaN.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        self.init(token: value.description)
    }

    /// Whether it was written without `.`, `e` and `E`.
    public var isInteger: Bool {
        !token.utf8.contains { $0 == .dot || $0 | 0x20 == UInt8(ascii: "e") }
    }

    /// The exact integer, however written (`1.0`, `1e2`), or nil where it has a fraction or does not fit.
    public var int: Int? {
        integer(Int.self)
    }

    /// The nearest `Double`, or nil where that would be infinite.
    public var double: Double? {
        let value = Double(shortToken) ?? .infinity
        return value.isFinite ? value : nil
    }

    /// The one spelling of all numbers equal to this one: plain digits near 1, else `d.ddde±x` without `+`; `0` for
    /// `-0`.
    public var canonical: String {
        DecimalParts(token.utf8).canonical
    }

    /// The exact value in an integer type, or nil where it has a fraction or does not fit.
    func integer<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
        if isInteger { return Value(token) ?? (DecimalParts(token.utf8).digits.isEmpty ? 0 : nil) }
        return DecimalParts(token.utf8).integer(type)
    }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
    /// Writes an integer.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The token.
    public var description: String { token }
}

extension JSONNumber: Hashable, Comparable {
    /// Whether both are the same exact decimal.
    public static func == (one: JSONNumber, other: JSONNumber) -> Bool {
        one.token.hasSameScalars(as: other.token) || DecimalParts(one.token.utf8) == DecimalParts(other.token.utf8)
    }

    /// Compares exact decimals.
    public static func < (one: JSONNumber, other: JSONNumber) -> Bool {
        DecimalParts(one.token.utf8) < DecimalParts(other.token.utf8)
    }

    /// Hashes the exact decimal.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(DecimalParts(token.utf8))
    }
}
