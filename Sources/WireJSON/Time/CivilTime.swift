/// A date and a time of day in UTC, in the Gregorian calendar extended to all years.
struct CivilTime {
    private let year: Int
    private let month: Int
    private let day: Int
    private let secondOfDay: Int

    init(secondsSince1970: Int64) {
        let seconds = Int(secondsSince1970)
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        secondOfDay = seconds - days * 86_400
        (year, month, day) = Self.date(daysSince1970: days)
    }

    /// `2026-11-21T09:30:00`, without a fraction or an offset, of a year from 0 to 9999.
    var text: String {
        let form: StaticString = "0000-00-00T00:00:00"
        return String(unsafeUninitializedCapacity: form.utf8CodeUnitCount) { target in
            _ = target.initialize(from: UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount))
            let (minutes, second) = secondOfDay.quotientAndRemainder(dividingBy: 60)
            Self.write(year, to: target[0..<4])
            Self.write(month, to: target[5..<7])
            Self.write(day, to: target[8..<10])
            Self.write(minutes / 60, to: target[11..<13])
            Self.write(minutes % 60, to: target[14..<16])
            Self.write(second, to: target[17..<19])
            return form.utf8CodeUnitCount
        }
    }

    /// The days of a month from 1 to 12.
    static func days(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The days from 1970-01-01 to a date; below zero before it.
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        days(beforeYear: year) - days(beforeYear: 1970) + days(before: month, year: year) + day - 1
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The days from 0000-01-01 to the first day of a year from 0 on.
    private static func days(beforeYear year: Int) -> Int {
        guard year > 0 else { return 0 }
        let last = year - 1
        return year * 365 + last / 4 - last / 100 + last / 400 + 1
    }

    private static func days(before month: Int, year: Int) -> Int {
        // From March on the months have 31 and 30 days in turn, beginning anew with August and January: 153 in five.
        month < 3 ? (month - 1) * 31 : (153 * (month - 3) + 2) / 5 + (isLeap(year) ? 60 : 59)
    }

    private static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let total = days + self.days(beforeYear: 1970)
        // 400 years have 146,097 days; the estimate is never late and at most one year early.
        var year = total * 400 / 146_097
        while self.days(beforeYear: year + 1) <= total { year += 1 }
        while self.days(beforeYear: year) > total { year -= 1 }
        var rest = total - self.days(beforeYear: year)
        var month = 1
        while rest >= self.days(ofMonth: month, year: year) {
            rest -= self.days(ofMonth: month, year: year)
            month += 1
        }
        return (year, month, rest + 1)
    }

    /// Writes the last digits of a number, as many as there is room for, over what is there.
    private static func write(_ number: Int, to room: Slice<UnsafeMutableBufferPointer<UInt8>>) {
        var rest = number
        for place in room.indices.reversed() {
            room.base[place] = .zero + UInt8(rest % 10)
            rest /= 10
        }
    }
}
