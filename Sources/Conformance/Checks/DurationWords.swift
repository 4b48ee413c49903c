/// Durations as people read them.
package enum DurationWords {
    /// `412 µs`, `350 ms`, `12 s`, `1.5 s`, `20 min`: whole milliseconds below a second, whole seconds below two minutes.
    ///
    /// What is too short for one unit is told in the next smaller one, down to nanoseconds, so that no time but none reads as 0.
    package static func text(_ duration: Duration) -> String {
        let parts = duration.components
        let milliseconds = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000
        switch abs(milliseconds) {
        case 0 where parts.attoseconds != 0: return fraction(ofMillisecond: parts.attoseconds)
        case ..<1_000: return "\(milliseconds) ms"
        case ..<10_000 where milliseconds % 1_000 != 0:
            let tenths = milliseconds / 100
            return "\(tenths / 10).\(abs(tenths % 10)) s"
        case ..<120_000: return "\(milliseconds / 1_000) s"
        case ..<7_200_000: return "\(milliseconds / 60_000) min"
        default: return "\(milliseconds / 3_600_000) h"
        }
    }

    /// Two durations beside each other: exact in milliseconds where the usual words would be the same and the times are not.
    package static func pair(_ one: Duration, _ other: Duration) -> (String, String) {
        let words = (text(one), text(other))
        return one == other || words.0 != words.1 ? words : (exact(one), exact(other))
    }

    private static func fraction(ofMillisecond attoseconds: Int64) -> String {
        let nanoseconds = attoseconds / 1_000_000_000
        return abs(nanoseconds) < 1_000 ? "\(nanoseconds) ns" : "\(nanoseconds / 1_000) µs"
    }

    /// `30.0412 ms`.
    private static func exact(_ duration: Duration) -> String {
        let parts = duration.components
        let unit: Int64 = 1_000_000_000_000_000
        let isNegative = parts.seconds < 0 || parts.attoseconds < 0
        let whole = abs(parts.seconds) * 1_000 + abs(parts.attoseconds) / unit
        var digits = Array(String(abs(parts.attoseconds) % unit + unit).utf8.dropFirst())
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        let fraction = digits.isEmpty ? "" : "." + String(decoding: digits, as: UTF8.self)
        return "\(isNegative ? "-" : "")\(whole)\(fraction) ms"
    }
}
