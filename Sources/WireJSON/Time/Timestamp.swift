/// A time of RFC 3339.
///
/// Keeps its text, so its fraction digits; order, equality and hash are by instant, to the nanosecond.
///
/// Strict: `2026-11-21T09:30:00.25Z` or with an offset such as `+02:00`, years 0000 to 9999, days that their month has.
/// Second 60 is refused, and so are `t` and `z` of lower case, which RFC 3339 allows: the official Go client takes neither.
/// > Source: RFC 3339, section 5.6.
public struct Timestamp: Sendable {
    /// The text it was read from; nil where the text that is made when somebody asks is the same.
    private let written: String?
    /// Whole seconds since 1970-01-01T00:00:00Z, without leap seconds; below zero before.
    public let secondsSince1970: Int64
    /// The rest after the whole seconds, from 0 to 999,999,999; digits after the ninth are in `text` alone.
    public let nanoseconds: Int32
    /// The digits after the point in `text`; 0 where there is no point.
    public let fractionDigits: Int
    /// Whether the text ends in `Z`.
    public let isUTC: Bool

    /// Reads a text; nil where it is no RFC 3339 time.
    public init?(_ text: String) {
        var contiguous = text
        guard let time = contiguous.withUTF8(TimeScanner.time) else { return nil }
        self.init(time, text: text)
    }

    /// Takes a time and the text that it was read from, which is kept only where it is not the usual one.
    init(_ time: TimeScanner.Time, text: @autoclosure () -> String) {
        written = time.isUsual ? nil : text()
        secondsSince1970 = time.seconds
        nanoseconds = time.nanoseconds
        fractionDigits = time.fractionDigits
        isUTC = time.isUTC
    }

    /// The nearest times that have a text.
    private static let seconds: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// Makes a time in UTC, with at least so many fraction digits (0 to 9), more where the nanoseconds need them.
    ///
    /// Nanoseconds outside of a second carry over; a time before the year 0 or after 9999 becomes the first or last
    /// one.
    public init(secondsSince1970: Int64, nanoseconds: Int32 = 0, fractionDigits: Int = 0) {
        let total = Int64(nanoseconds)
        let carry = (total < 0 ? total - 999_999_999 : total) / 1_000_000_000
        var seconds = secondsSince1970.addingSaturating(carry)
        var nanoseconds = Int32(total - carry * 1_000_000_000)
        if seconds < Self.seconds.lowerBound { (seconds, nanoseconds) = (Self.seconds.lowerBound, 0) }
        if seconds > Self.seconds.upperBound { (seconds, nanoseconds) = (Self.seconds.upperBound, 999_999_999) }
        self.secondsSince1970 = seconds
        self.nanoseconds = nanoseconds
        self.fractionDigits = max(min(max(fractionDigits, 0), 9), Self.neededDigits(nanoseconds))
        isUTC = true
        written = nil
    }

    /// The time as it was written; of a time that was made, in UTC.
    public var text: String {
        if let written { return written }
        let whole = CivilTime(secondsSince1970: secondsSince1970).text
        guard fractionDigits > 0 else { return whole + "Z" }
        let digits = String(1_000_000_000 + Int(nanoseconds)).utf8.dropFirst().prefix(fractionDigits)
        return "\(whole).\(Substring(digits))Z"
    }

    /// How many digits it takes to say so many nanoseconds, without zeros at the end; 0 for none.
    private static func neededDigits(_ nanoseconds: Int32) -> Int {
        var rest = nanoseconds
        guard rest != 0 else { return 0 }
        var digits = 9
        while rest % 10 == 0 {
            rest /= 10
            digits -= 1
        }
        return digits
    }

    /// The time after a duration, in UTC, with at least as many fraction digits; parts of a nanosecond are dropped.
    public func adding(_ duration: Duration) -> Timestamp {
        let parts = duration.components
        let sum = Int64(nanoseconds) + parts.attoseconds / 1_000_000_000
        let carry = sum < 0 ? Int64(-1) : sum / 1_000_000_000
        return Timestamp(
            secondsSince1970: secondsSince1970.addingSaturating(parts.seconds).addingSaturating(carry),
            nanoseconds: Int32(sum - carry * 1_000_000_000),
            fractionDigits: fractionDigits
        )
    }

    /// How long after this time the other one is; below zero where it is before.
    public func distance(to other: Timestamp) -> Duration {
        .seconds(other.secondsSince1970 - secondsSince1970) + .nanoseconds(Int64(other.nanoseconds - nanoseconds))
    }
}

extension Timestamp: Hashable, Comparable {
    /// Whether both are the same instant.
    public static func == (one: Timestamp, other: Timestamp) -> Bool {
        one.secondsSince1970 == other.secondsSince1970 && one.nanoseconds == other.nanoseconds
    }

    /// Whether one instant is before the other.
    public static func < (one: Timestamp, other: Timestamp) -> Bool {
        (one.secondsSince1970, one.nanoseconds) < (other.secondsSince1970, other.nanoseconds)
    }

    /// Hashes the instant.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(secondsSince1970)
        hasher.combine(nanoseconds)
    }
}

extension Timestamp: CustomStringConvertible {
    /// The text.
    public var description: String { text }
}

extension Int64 {
    /// The sum, or the nearest value where it does not fit.
    fileprivate func addingSaturating(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (other < 0 ? .min : .max) : sum
    }
}
