/// A word that tells most short keys apart: the length, the first eight bytes and the last eight.
///
/// Without a seed: for comparing few keys, or for a table whose keys are all known beforehand.
enum KeyFingerprint {
    static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        let head = word(bytes, range.prefix(8))
        let tail = range.count > 8 ? word(bytes, range.suffix(8)) : 0
        return (head ^ UInt64(range.count)) &* 0x9E37_79B9_7F4A_7C15 ^ tail
    }

    private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        if range.count == 8, let start = bytes.baseAddress {
            return UnsafeRawPointer(start).loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
        }
        return range.reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
}
