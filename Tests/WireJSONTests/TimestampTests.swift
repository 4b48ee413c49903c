import Testing
import WireJSON

struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, 0), ("2026-11-21T09:30:00Z", 1_795_253_400, 0),
        ("2026-11-21T09:30:00.25Z", 1_795_253_400, 250_000_000),
        ("2026-11-21T11:30:00+02:00", 1_795_253_400, 0), ("2026-11-21T04:00:00-05:30", 1_795_253_400, 0),
        ("1969-12-31T23:59:59.999999999Z", -1, 999_999_999), ("0000-01-01T00:00:00Z", -62_167_219_200, 0),
        ("9999-12-31T23:59:59Z", 253_402_300_799, 0), ("2000-02-29T00:00:00Z", 951_782_400, 0),
        ("2024-02-29T00:00:00Z", 1_709_164_800, 0),
        ("2026-11-21T09:30:00-00:00", 1_795_253_400, 0),
        ("1900-03-01T00:00:00Z", -2_203_891_200, 0), ("2026-11-21T09:30:00.1234567899Z", 1_795_253_400, 123_456_789),
        ("1972-06-30T23:59:59Z", 78_796_799, 0), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
    ])
    func `a time is its instant`(text: String, seconds: Int64, nanoseconds: Int32) throws {
        let time = try #require(Timestamp(text))
        #expect(time.secondsSince1970 == seconds)
        #expect(time.nanoseconds == nanoseconds)
        #expect(time.text == text)
        #expect(time.description == text)
    }

    @Test(arguments: [
        "2026-11-21t09:30:00Z", "2026-11-21T09:30:00z", "2026-11-21T09:30:00.5z", "", "2026-11-21", "2026-11-21T09:30Z",
        "2026-11-21T09:30:00", "2026-11-21 09:30:00Z", "2026-11-21T09:30:00.Z",
        "2026-11-21T09:30:00,5Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-11-31T00:00:00Z", "2026-11-00T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T09:60:00Z", "2016-12-31T23:59:60Z",
        "2026-11-21T09:30:00+24:00",
        "2026-11-21T09:30:00+02:60", "2026-11-21T09:30:00+0200", "2026-11-21T09:30:00+02", "2026-11-21T09:30:00ZZ",
        " 2026-11-21T09:30:00Z",
        "2026-11-21T09:30:00Z ", "26-11-21T09:30:00Z", "12026-11-21T09:30:00Z", "-026-11-21T09:30:00Z",
        "2026-1-21T09:30:00Z",
        "2026-11-21T9:30:00Z", "2026-11-21T09:30:00.٣Z", "2026-11-21T09:30:00\u{2212}02:00", "1795253400",
    ])
    func `any other text is no time`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `a time knows its fraction digits and whether it is UTC`() throws {
        #expect(try #require(Timestamp("2026-11-21T09:30:00.1200Z")).fractionDigits == 4)
        #expect(try #require(Timestamp("2026-11-21T09:30:00Z")).fractionDigits == 0)
        #expect(try #require(Timestamp("2026-11-21T09:30:00.123456789012Z")).fractionDigits == 12)
        #expect(try #require(Timestamp("2026-11-21T09:30:00Z")).isUTC)
        #expect(try !#require(Timestamp("2026-11-21T09:30:00+00:00")).isUTC)
    }

    @Test func `equality, hash and order are by instant`() throws {
        let one = try #require(Timestamp("2026-11-21T09:30:00Z"))
        let same = try #require(Timestamp("2026-11-21T10:30:00.000+01:00"))
        let later = try #require(Timestamp("2026-11-21T09:30:00.000000001Z"))
        #expect(one == same)
        #expect(one.hashValue == same.hashValue)
        #expect(one < later)
        #expect(!(one < same))
        #expect(one != later)
    }

    @Test(
        arguments: [
            (0, 0, 0, "1970-01-01T00:00:00Z"), (1_795_253_400, 0, 3, "2026-11-21T09:30:00.000Z"),
            (0, 250_000_000, 0, "1970-01-01T00:00:00.25Z"),
            (0, 250_000_000, 9, "1970-01-01T00:00:00.250000000Z"), (-1, 1, 0, "1969-12-31T23:59:59.000000001Z"),
            (0, -1, 0, "1969-12-31T23:59:59.999999999Z"), (0, 2_000_000_001, 0, "1970-01-01T00:00:02.000000001Z"),
            (951_782_400, 0, 0, "2000-02-29T00:00:00Z"), (-62_167_219_200, 0, 0, "0000-01-01T00:00:00Z"),
            (Int64.min, 0, 0, "0000-01-01T00:00:00Z"), (Int64.max, 5, 0, "9999-12-31T23:59:59.999999999Z"),
            (0, 0, -4, "1970-01-01T00:00:00Z"),
            (4_107_542_400, 0, 12, "2100-03-01T00:00:00.000000000Z"),
        ] as [(Int64, Int32, Int, String)]
    )
    func `an instant has a text in UTC that reads back`(seconds: Int64, nanoseconds: Int32, digits: Int, text: String) {
        let time = Timestamp(secondsSince1970: seconds, nanoseconds: nanoseconds, fractionDigits: digits)
        #expect(time.text == text)
        #expect(time.isUTC)
        #expect(Timestamp(text) == time)
        #expect(Timestamp(text)?.fractionDigits == time.fractionDigits)
    }

    @Test func `every day of four centuries has a date that reads back`() {
        for day in stride(from: Int64(-62_167_219_200), to: -62_167_219_200 + 146_097 * 86_400, by: 86_400) {
            let time = Timestamp(secondsSince1970: day)
            #expect(Timestamp(time.text)?.secondsSince1970 == day)
        }
    }

    @Test func `durations are added and measured`() throws {
        let time = try #require(Timestamp("2026-11-21T11:30:00.5+02:00"))
        #expect(time.adding(.seconds(60)).text == "2026-11-21T09:31:00.5Z")
        #expect(time.adding(.milliseconds(-750)).text == "2026-11-21T09:29:59.75Z")
        #expect(time.adding(.nanoseconds(1)).text == "2026-11-21T09:30:00.500000001Z")
        #expect(time.adding(.zero) == time)
        #expect(time.distance(to: time.adding(.milliseconds(1500))) == .milliseconds(1500))
        #expect(time.distance(to: time.adding(.seconds(-5))) == .seconds(-5))
        #expect(time.adding(.seconds(Int64.max)).text == "9999-12-31T23:59:59.999999999Z")
    }

    @Test func `each day of years of all kinds is a day after the one before, and is written as it was read`() throws {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        func padded(_ number: Int, _ width: Int) -> String {
            String(String(100_000 + number).suffix(width))
        }
        for (first, start) in [
            (0, -62_167_219_200), (1896, -2_335_219_200), (1999, 915_148_800), (9997, 253_307_692_800),
        ] {
            var seconds = start
            for year in first..<first + 3 {
                let isLeap = [0, 1896, 2000].contains(year)
                for (month, length) in zip(1...12, lengths) {
                    for day in 1...(month == 2 && isLeap ? 29 : length) {
                        let text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T23:59:08Z"
                        let time = try #require(Timestamp(text))
                        #expect(time.secondsSince1970 == Int64(seconds + 86_348))
                        #expect(time.text == text)
                        seconds += 86_400
                    }
                }
            }
        }
    }
}
