/// What may stand around a JSON text and is no part of it.
///
/// > Source: RFC 8259 §2
package enum JSONBlank {
    /// Whether there is anything in these bytes but space, tab, line feed and carriage return.
    package static func isExceeded(by bytes: some Sequence<UInt8>) -> Bool {
        bytes.contains { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    }
}
