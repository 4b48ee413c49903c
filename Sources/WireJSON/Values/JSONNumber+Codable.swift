// The only import in this library. Other decoders give numbers as standard library types or as `Decimal`, which alone
// keeps fractions of up to 38 digits; `Decimal` is in Foundation, so without one of these modules `Double` must do.
#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#elseif canImport(Foundation)
    internal import Foundation
#endif

extension JSONNumber: Codable {
    /// Takes a number: its token from the tracing decoder; from any other an integer, `Decimal` or `Double`, the first
    /// that it gives.
    public init(from decoder: any Decoder) throws {
        if let decoder = NodeDecoder(decoder) {
            self = decoder.wholeNumber()
            return
        }
        let container = try decoder.singleValueContainer()
        if let number = Self.exact(from: container) {
            self = number
            return
        }
        let value = try container.decode(Double.self)
        guard let number = JSONNumber(value) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a number, found \(value)")
        }
        self = number
    }

    /// Writes an integer of 64 bits, else an equal `Double`, else an equal `Decimal`, else the nearest `Double`.
    ///
    /// ``JSONValue/encoding(_:)`` keeps the token.
    ///
    /// Fails with `EncodingError.invalidValue` for a number that none of them reaches, such as `1e999`.
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? JSONValueEncoder {
            encoder.slot.set(.number(self))
            return
        }
        var container = encoder.singleValueContainer()
        if let value = integer(Int64.self) {
            try container.encode(value)
        } else if let value = integer(UInt64.self) {
            try container.encode(value)
        } else if let value = double, JSONNumber(value) == self {
            try container.encode(value)
        } else if try !encodeDecimal(to: &container) {
            guard let value = double else {
                let words = "expected a number that a Double reaches, found \(token)"
                throw EncodingError.invalidValue(
                    self,
                    EncodingError.Context(codingPath: encoder.codingPath, debugDescription: words)
                )
            }
            try container.encode(value)
        }
    }

    private static func exact(from container: any SingleValueDecodingContainer) -> JSONNumber? {
        if let value = try? container.decode(Int64.self) { return JSONNumber(token: String(value)) }
        if let value = try? container.decode(UInt64.self) { return JSONNumber(token: String(value)) }
        #if canImport(FoundationEssentials) || canImport(Foundation)
            if let value = try? container.decode(Decimal.self) { return JSONNumber(token: value.description) }
        #endif
        return nil
    }

    private func encodeDecimal(to container: inout any SingleValueEncodingContainer) throws -> Bool {
        #if canImport(FoundationEssentials) || canImport(Foundation)
            if let value = Decimal(string: canonical), JSONNumber(token: value.description) == self {
                try container.encode(value)
                return true
            }
        #endif
        return false
    }
}
