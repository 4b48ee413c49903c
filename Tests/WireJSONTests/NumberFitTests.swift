import Testing
import WireJSON

struct NumberFitTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("127", 127), ("-128", -128),
    ])
    func `an integer in range fits`(token: String, value: Int8) throws {
        let (decoded, findings) = try trace(Int8.self, token)
        #expect(decoded == value)
        #expect(findings == [])
    }

    @Test(arguments: [
        ("1.0", 1), ("1e2", 100), ("1200e-2", 12), ("0.0e99", 0), ("100000e-5", 1), ("-0.0", 0), ("1E2", 100),
    ])
    func `an integer with a point or an exponent is read, and reported`(token: String, value: Int8) throws {
        let (decoded, findings) = try trace(Int8.self, token)
        #expect(decoded == value)
        #expect(findings == ["number-does-not-fit  @0: integer without '.' and exponent; \(token)"])
    }

    @Test(arguments: [
        "128", "-129", "1.5", "1e3", "-0.1", "1e-1", "99999999999999999999", "1e999999999",
        "123456789012345678901234567890",
    ])
    func `any other number does not fit an integer`(token: String) throws {
        let (decoded, findings) = try trace(Int8.self, token)
        #expect(decoded == 0)
        #expect(findings == ["number-does-not-fit  @0: integer from -128 to 127; \(token)"])
    }

    @Test func `each integer type has its own range`() throws {
        struct Integers: Decodable {
            var a: Int16, b: Int32, c: Int64, d: UInt, e: UInt8, f: UInt16, g: UInt32, h: UInt64, i: Int, j: Int128,
                k: UInt128
        }
        let least =
            #"{"a":-32768,"b":-2147483648,"c":-9223372036854775808,"d":0,"e":0,"f":0,"g":0,"h":0,"i":0,"j":-1,"k":0}"#
        #expect(try places(Integers.self, least) == [])
        let most =
            #"{"a":32767,"b":2147483647,"c":9223372036854775807,"d":18446744073709551615,"e":255,"f":65535,"g":4294967295,"#
            + #""h":18446744073709551615,"i":9223372036854775807,"j":170141183460469231731687303715884105727,"k":340282366920938463463374607431768211455}"#
        let (value, findings) = try trace(Integers.self, most)
        #expect(findings == [])
        #expect(value?.h == .max)
        #expect(value?.j == .max)
        #expect(value?.k == .max)
        let over =
            #"{"a":32768,"b":2147483648,"c":9223372036854775808,"d":-1,"e":256,"f":65536,"g":4294967296,"h":18446744073709551616,"#
            + #""i":9223372036854775808,"j":170141183460469231731687303715884105728,"k":-1}"#
        #expect(
            try places(Integers.self, over)
                == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"].map { "number-does-not-fit /\($0)" }
        )
    }

    /// Tokens with no more digits than a Double tells apart, or that are exactly one.
    @Test(
        arguments: [
            ("0.1", 0.1), ("-0.0", 0), ("1e308", 1e308), ("1.7976931348623157e308", 1.7976931348623157e308),
            ("0.30000000000000004", 0.1 + 0.2),
            ("0.10000000000000001", 0.1),  // 17 digits, as %.17g writes 0.1
            ("9007199254740992", 9_007_199_254_740_992), ("18014398509481984", 18_014_398_509_481_984),
            ("1152921504606846976", 1_152_921_504_606_846_976),
            ("0.1000000000000000055511151231257827021181583404541015625", 0.1), ("123456.789012345", 123456.789012345),
            ("2.2250738585072014e-308", 2.2250738585072014e-308), ("1e22", 1e22), ("100000000000000000000000", 1e23),
            ("0e999999999", 0), ("9.5", 9.5), ("5e-324", Double.leastNonzeroMagnitude),
        ] as [(String, Double)]
    )
    func `a number that a Double says again fits`(token: String, value: Double) throws {
        let (decoded, findings) = try trace(Double.self, token)
        #expect(decoded == value)
        #expect(findings == [])
    }

    @Test(
        arguments: [
            ("9007199254740993", 9_007_199_254_740_992), ("0.12345678901234567890", 0.12345678901234568), ("1e309", 0),
            ("-1e999999999", 0), ("1e-400", 0),
            ("12345678901234567890123", 1.2345678901234568e22), ("0.100000000000000012", 0.1),
            ("3e-324", Double.leastNonzeroMagnitude),
        ] as [(String, Double)]
    )
    func `a number that loses digits in a Double does not fit`(token: String, value: Double) throws {
        let (decoded, findings) = try trace(Double.self, token)
        #expect(decoded == value)
        #expect(findings == ["number-does-not-fit  @0: number that a Double holds; \(token)"])
    }

    @Test(arguments: [("-0", FloatingPointSign.minus), ("-0.0", .minus), ("0", .plus), ("0e9", .plus)])
    func `a zero keeps its sign in a Double`(token: String, sign: FloatingPointSign) throws {
        let (decoded, findings) = try trace(Double.self, token)
        #expect(decoded == 0)
        #expect(decoded?.sign == sign)
        #expect(findings == [])
    }

    @Test(arguments: [
        ("0.1", true), ("16777216", true), ("16777217", false), ("3.4028235e38", true), ("3.5e38", false),
        ("0.123456789", false), ("1e-50", false),
    ])
    func `a Float holds fewer digits`(token: String, fits: Bool) throws {
        #expect(try places(Float.self, token) == (fits ? [] : ["number-does-not-fit "]))
    }

    @Test func `a JSON number holds every number`() throws {
        let token = "-12345678901234567890.123456789012345678901234567890e-999999999"
        let (decoded, findings) = try trace(JSONNumber.self, token)
        #expect(decoded?.token == token)
        #expect(findings == [])
        #expect(try trace(JSONNumber.self, "\"1\"").findings == [#"wrong-type  @0: number; "1""#])
    }
}
