/// What may stand around a JSON text and is no part of it.
///
/// > Source: RFC 8259 §2
package enum JSONBlank {
    /// Whether there is nothing in these bytes but space, tab, line feed and carriage return.
    package static func isAll(of bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }
}
