import Testing

@testable import ConformanceReports

struct QuantityTests {
    @Test(arguments: [
        (Duration.zero, "0.000"),
        (.microseconds(499), "0.000"),
        (.microseconds(500), "0.001"),
        (.microseconds(1_499), "0.001"),
        (.milliseconds(132), "0.132"),
        (.microseconds(999_500), "1.000"),
        (.seconds(3_600), "3600.000"),
        (.milliseconds(-5), "0.000"),
    ])
    func `seconds have three decimals`(duration: Duration, expected: String) {
        #expect(Quantity.seconds(duration) == expected)
    }

    @Test(arguments: [
        (Duration.microseconds(340), "340 µs"),
        (.microseconds(1_500), "2 ms"),
        (.milliseconds(999), "999 ms"),
        (.microseconds(999_700), "1.00 s"),
        (.milliseconds(1_240), "1.24 s"),
        (.milliseconds(59_994), "59.99 s"),
        (.milliseconds(59_996), "1 min 00 s"),
        (.seconds(123), "2 min 03 s"),
        (.milliseconds(-1), "0 µs"),
    ])
    func `a duration is shown in the unit that fits`(duration: Duration, expected: String) {
        #expect(Quantity.duration(duration) == expected)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (-1_234_567, "-1,234,567")])
    func `large numbers are grouped alike in every locale`(number: Int, expected: String) {
        #expect(Quantity.grouped(number) == expected)
    }

    @Test
    func `a duration too long for microseconds is the longest of them`() {
        #expect(Quantity.microseconds(.seconds(Int64.max)) == Int64.max)
        #expect(Quantity.microseconds(.microseconds(-7)) == -7)
    }
}
