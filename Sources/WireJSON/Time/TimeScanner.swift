/// Reads the grammar of RFC 3339 byte by byte.
struct TimeScanner {
    /// What the text says.
    struct Time {
        var seconds: Int64
        var nanoseconds: Int32
        var fractionDigits: Int
        var isUTC: Bool
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    /// The time that a whole text says, or nil where it is none.
    static func time(_ text: UnsafeBufferPointer<UInt8>) -> Time? {
        var scanner = TimeScanner(bytes: text)
        return scanner.scan()
    }

    /// The byte to read next, or nil after the last.
    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func scan() -> Time? {
        guard let year = number(4), skip(.minus), let month = number(2), skip(.minus), let day = number(2),
            skipLetter("T"), let hour = number(2), skip(.colon), let minute = number(2), skip(.colon),
            let second = number(2), let fraction = fraction(), let offset = offset(), next == nil,
            1...12 ~= month, 1...CivilTime.days(ofMonth: month, year: year) ~= day,
            hour < 24, minute < 60, second < 60
        else { return nil }
        let days = CivilTime.daysSince1970(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
        return Time(
            seconds: Int64(seconds - (offset.minutes * 60)),
            nanoseconds: fraction.nanoseconds,
            fractionDigits: fraction.digits,
            isUTC: offset.isUTC
        )
    }

    private mutating func number(_ digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let byte = next, byte.isDigit else { return nil }
            value = value * 10 + Int(byte &- .zero)
            place += 1
        }
        return value
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    /// Letters may be of either case.
    private mutating func skipLetter(_ letter: Unicode.Scalar) -> Bool {
        skip(UInt8(ascii: letter)) || skip(UInt8(ascii: letter) | 0x20)
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
        if skipLetter("Z") { return (0, true) }
        let isWest = next == .minus
        guard skip(.plus) || skip(.minus), let hours = number(2), skip(.colon), let minutes = number(2), hours < 24,
            minutes < 60
        else { return nil }
        return (isWest ? -(hours * 60 + minutes) : hours * 60 + minutes, false)
    }
}
