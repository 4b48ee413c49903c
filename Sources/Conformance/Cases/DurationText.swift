/// Durations as case files write them: an integer and a unit of `ms s m h d`, such as `500ms` or `5m`.
package enum DurationText {
    /// The longest duration that is taken, in days: a hundred years.
    private static let mostDays = 36_525
    private static let millisecondsOfDay = 86_400_000

    /// Reads a duration; nil where the text is none, is negative or is longer than 36,525 days.
    package static func parse(_ text: String) -> Duration? {
        var amount = 0
        var digits = 0
        var rest = Substring(text).utf8
        while let byte = rest.first, (0x30...0x39).contains(byte) {
            digits += 1
            guard digits <= 15 else { return nil }
            amount = amount * 10 + Int(byte - 0x30)
            rest.removeFirst()
        }
        guard digits > 0, let unit = milliseconds(ofUnit: rest) else { return nil }
        let (total, isTooLong) = amount.multipliedReportingOverflow(by: unit)
        guard !isTooLong, total <= mostDays * millisecondsOfDay else { return nil }
        return .milliseconds(total)
    }

    private static func milliseconds(ofUnit unit: Substring.UTF8View) -> Int? {
        if unit.elementsEqual("ms".utf8) { return 1 }
        guard unit.count == 1, let letter = unit.first else { return nil }
        switch letter {
        case UInt8(ascii: "s"): return 1_000
        case UInt8(ascii: "m"): return 60_000
        case UInt8(ascii: "h"): return 3_600_000
        case UInt8(ascii: "d"): return millisecondsOfDay
        default: return nil
        }
    }
}
