import Testing
import WireJSON

struct JSONNumberTests {
    private func number(_ token: String) throws -> JSONNumber {
        try #require(JSONNumber(token: token))
    }

    @Test(arguments: [
        "", "+1", "01", ".5", "1.", "1e", "-", " 1", "1 ", "1,", "NaN", "0x1", "1e+", "--1", "１", "1.5.2", "\"1\"",
        "[1]",
    ])
    func `a token outside of the grammar is no number`(token: String) {
        #expect(JSONNumber(token: token) == nil)
    }

    @Test(arguments: [
        ("1", "1.0"), ("1", "10e-1"), ("1", "0.01e2"), ("0", "-0"), ("0", "0.000e999"), ("0", "-0e-5"), ("100", "1e2"),
        ("1e2", "1E+02"),
        ("1.50", "15e-1"), ("-1.5", "-0.15e1"), ("1e999999999", "10e999999998"),
        ("1e99999999999999999999", "10e99999999999999999998"),
        ("10e99999999999999999", "1e100000000000000000"), ("0.1e100000000000000000", "1e99999999999999999"),
        ("100e-100000000000000001", "1e-99999999999999999"), ("1e-0", "1"),
        ("1e00000000000000000000000000005", "100000"),
    ])
    func `equal decimals are equal however written`(one: String, other: String) throws {
        #expect(try number(one) == number(other))
        #expect(try number(one).hashValue == number(other).hashValue)
        #expect(try number(one).canonical == number(other).canonical)
    }

    @Test func `each number is less than all after it`() throws {
        let numbers = try [
            "-1e100000000000000000000", "-1e99999999999999999999", "-1e999999999", "-12.5", "-12",
            "-1.000000000000000000001", "-1",
            "-1e-999999999", "-1e-99999999999999999999", "0", "1e-100000000000000000000", "1e-99999999999999999999",
            "1e-999999999", "0.1", "0.10000000000000000001", "1", "1.5", "2", "10", "9007199254740992",
            "9007199254740993", "1e17",
            "1e999999999", "1e99999999999999999999", "1.5e99999999999999999999", "1e100000000000000000000",
        ].map(number)
        for (place, one) in numbers.enumerated() {
            for (otherPlace, other) in numbers.enumerated() {
                #expect((one < other) == (place < otherPlace), "\(one) < \(other)")
                #expect((one == other) == (place == otherPlace), "\(one) == \(other)")
            }
        }
    }

    @Test(arguments: [
        ("0", "0"), ("-0.0", "0"), ("100", "100"), ("1e2", "100"), ("1.50", "1.5"), ("-12.340e1", "-123.4"),
        ("0.001", "0.001"),
        ("1e-7", "0.0000001"), ("1e-8", "1e-8"), ("123e-10", "1.23e-8"), ("1e20", "100000000000000000000"),
        ("1e21", "1e21"),
        ("123456789012345678901234", "1.23456789012345678901234e23"), ("1E+999999999", "1e999999999"),
        ("12345.678", "12345.678"), ("-5e-1", "-0.5"), ("1e-99999999999999999999", "1e-99999999999999999999"),
    ])
    func `the canonical spelling is plain near the point`(token: String, canonical: String) throws {
        #expect(try number(token).canonical == canonical)
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("1.0", 1), ("1e2", 100), ("120e-1", 12),
            ("9223372036854775807", 9_223_372_036_854_775_807),
            ("-9223372036854775808", -9_223_372_036_854_775_808),
            ("9223372036854775807.000", 9_223_372_036_854_775_807),
            ("-9.223372036854775808e18", -9_223_372_036_854_775_808), ("0e999", 0),
            ("1.5", nil), ("1e-1", nil), ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1e19", nil),
            ("1e999999999", nil),
            ("9.223372036854775808e18", nil),
        ] as [(String, Int?)]
    )
    func `an exact integer is one however written`(token: String, value: Int?) throws {
        #expect(try number(token).int == value)
    }

    @Test(
        arguments: [
            ("0.1", 0.1), ("-2.5e3", -2500), ("1e308", 1e308), ("1e309", nil), ("-1e999999999", nil), ("1e-400", 0),
            ("5e-324", Double.leastNonzeroMagnitude),
            ("9007199254740993", 9_007_199_254_740_992), ("1e99999999999999999999", nil),
            ("1e-99999999999999999999", 0),
        ] as [(String, Double?)]
    )
    func `a double is the nearest one`(token: String, value: Double?) throws {
        #expect(try number(token).double == value)
    }

    @Test func `a long token has the same nearest double as its value`() throws {
        let zeros = String(repeating: "0", count: 2000)
        #expect(try number("1" + zeros + "e-2000").double == 1)
        #expect(try number("0." + zeros + "15e2001").double == 1.5)
        // Half between 2^53 and 2^53 + 2, which goes to the even one; and a little more, which goes up.
        #expect(try number("9007199254740993." + zeros).double == 9_007_199_254_740_992)
        #expect(try number("9007199254740993." + zeros + "1").double == 9_007_199_254_740_994)
    }

    @Test func `an integer is a token without point and exponent`() throws {
        #expect(try ["1", "-0", "12345678901234567890"].map { try number($0).isInteger } == [true, true, true])
        #expect(try ["1.0", "1e2", "1E2"].map { try number($0).isInteger } == [false, false, false])
    }

    @Test func `numbers are made of integers and doubles`() {
        #expect(JSONNumber(-5).token == "-5")
        #expect(JSONNumber(0.1)?.token == "0.1")
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(1e300) == JSONNumber(token: "1e300"))
        let literal: JSONNumber = 42
        #expect(literal.description == "42")
    }
}
