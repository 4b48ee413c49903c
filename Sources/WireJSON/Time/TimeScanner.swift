/// Reads the grammar of RFC 3339 byte by byte.
struct TimeScanner {
    /// What the text says.
    struct Time {
        var seconds: Int64
        var nanoseconds: Int32
        var fractionDigits: Int
        var isUTC: Bool
        /// Whether the text is `2026-11-21T09:30:00Z`, with these letters and no fraction, as ``CivilTime`` writes it.
        var isUsual: Bool
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    /// The byte to read next, from the fraction on; what is before has fixed places.
    private var place = 19

    /// The time that a whole text says, or nil where it is none.
    static func time(_ text: UnsafeBufferPointer<UInt8>) -> Time? {
        var scanner = TimeScanner(bytes: text)
        return scanner.scan()
    }

    /// That byte, or nil after the last.
    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func scan() -> Time? {
        guard bytes.count >= 20, bytes[4] == .minus, bytes[7] == .minus, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == .colon, bytes[16] == .colon, let year = number(at: 0, 4), let month = number(at: 5, 2),
            let day = number(at: 8, 2), let hour = number(at: 11, 2), let minute = number(at: 14, 2),
            let second = number(at: 17, 2), let fraction = fraction(), let offset = offset(), next == nil,
            1...12 ~= month, 1...CivilTime.days(ofMonth: month, year: year) ~= day,
            hour < 24, minute < 60, second < 60
        else { return nil }
        let days = CivilTime.daysSince1970(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
        return Time(
            seconds: Int64(seconds - (offset.minutes * 60)),
            nanoseconds: fraction.nanoseconds,
            fractionDigits: fraction.digits,
            isUTC: offset.isUTC,
            isUsual: bytes.count == 20 && offset.isUTC
        )
    }

    /// The number of so many digits, which the text is long enough for, or nil where one of them is none.
    private func number(at start: Int, _ digits: Int) -> Int? {
        var value = 0
        for place in start..<start + digits {
            guard bytes[place].isDigit else { return nil }
            value = value &* 10 &+ Int(bytes[place] &- .zero)
        }
        return value
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func fraction() -> (nanoseconds: Int32, digits: Int)? {
        guard skip(.dot) else { return (0, 0) }
        var (nanoseconds, digits): (Int32, Int) = (0, 0)
        while let byte = next, byte.isDigit {
            if digits < 9 { nanoseconds = nanoseconds * 10 + Int32(byte &- .zero) }
            digits += 1
            place += 1
        }
        guard digits > 0 else { return nil }
        for _ in digits..<max(digits, 9) { nanoseconds *= 10 }
        return (nanoseconds, digits)
    }

    private mutating func offset() -> (minutes: Int, isUTC: Bool)? {
        if skip(UInt8(ascii: "Z")) { return (0, true) }
        let isWest = next == .minus
        guard skip(.plus) || skip(.minus), bytes.count == place + 5, bytes[place + 2] == .colon,
            let hours = number(at: place, 2), let minutes = number(at: place + 3, 2), hours < 24, minutes < 60
        else { return nil }
        place = bytes.count
        return (isWest ? -(hours * 60 + minutes) : hours * 60 + minutes, false)
    }
}
