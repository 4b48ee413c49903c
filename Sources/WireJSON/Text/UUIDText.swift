/// UUIDs as text, in small letters.
package enum UUIDText {
    /// The UUID of version 4 that holds what is free of 16 random bytes; those that are missing count as 0.
    ///
    /// > Source: RFC 9562 §4 and §5.4.
    package static func version4(of random: [UInt8]) -> String {
        var bytes = Array(random.prefix(16))
        bytes += repeatElement(0, count: 16 - bytes.count)
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        var text = Hexadecimal.digits(of: bytes)
        for place in [20, 16, 12, 8] { text.insert(UInt8(ascii: "-"), at: place) }
        return String(decoding: text, as: UTF8.self)
    }
}
