/// Numbers as people read them, the same in every locale.
enum Quantity {
    /// `12,345`.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var result = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) {
                result.append(",")
            }
            result.append(digit)
        }
        return result
    }

    /// `1 case`, `2 cases`; `2 passes` with `es` for the plural.
    static func counted(_ number: Int, _ noun: String, _ plural: String = "s") -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : plural)"
    }

    /// Seconds with three decimals, rounded half up, never negative: `0.132`.
    static func seconds(_ duration: Duration) -> String {
        var bytes: [UInt8] = []
        append(seconds: duration, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds ``seconds(_:)`` to text in UTF-8.
    static func append(seconds duration: Duration, to bytes: inout [UInt8]) {
        let milliseconds = rounded(duration, toMicroseconds: 1_000)
        append(milliseconds / 1_000, to: &bytes)
        bytes.append(UInt8(ascii: "."))
        append(milliseconds % 1_000, to: &bytes, atLeast: 3)
    }

    /// Adds a number to text in UTF-8, with zeros in front where it has too few digits.
    static func append(_ number: Int64, to bytes: inout [UInt8], atLeast width: Int = 1) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        // Enough for the longest of 64 bits.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var (rest, start) = (number.magnitude, digits.count)
            while rest > 0 || digits.count - start < max(width, 1) {
                start -= 1
                digits.initializeElement(at: start, to: UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// `340 µs`, `12 ms`, `1.24 s`, `2 min 03 s`.
    static func duration(_ duration: Duration) -> String {
        let microseconds = microseconds(duration)
        if microseconds < 1_000 { return "\(max(microseconds, 0)) µs" }
        let milliseconds = rounded(duration, toMicroseconds: 1_000)
        if milliseconds < 1_000 { return "\(milliseconds) ms" }
        let hundredths = rounded(duration, toMicroseconds: 10_000)
        if hundredths < 6_000 { return "\(hundredths / 100).\(padded(hundredths % 100, to: 2)) s" }
        let seconds = rounded(duration, toMicroseconds: 1_000_000)
        return "\(seconds / 60) min \(padded(seconds % 60, to: 2)) s"
    }

    /// Whole microseconds, cut towards zero.
    static func microseconds(_ duration: Duration) -> Int64 {
        let parts = duration.components
        let (scaled, overflow) = parts.seconds.multipliedReportingOverflow(by: 1_000_000)
        guard !overflow else { return parts.seconds < 0 ? .min : .max }
        return scaled.addingReportingOverflow(parts.attoseconds / 1_000_000_000_000).partialValue
    }

    private static func rounded(_ duration: Duration, toMicroseconds unit: Int64) -> Int64 {
        let microseconds = max(microseconds(duration), 0)
        return microseconds / unit + (microseconds % unit >= unit / 2 ? 1 : 0)
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        var digits: [UInt8] = []
        append(number, to: &digits, atLeast: width)
        return String(decoding: digits, as: UTF8.self)
    }
}
