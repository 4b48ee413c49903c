import Testing

struct TokenTimesTests {
    @Test(arguments: [
        ("2025-06-30T09:45:07Z", "accepted"), ("2025-06-30T09:45:07.999999999Z", "accepted"),
        ("2025-06-30T09:45:08Z", "expired"), ("2025-06-30T09:45:09Z", "expired"), ("9999-12-31T23:59:59Z", "expired"),
    ])
    func `a token is expired from exp on`(now: String, expected: String) throws {
        #expect(try outcome(SigningKey.main.get().token(claims: claims()), at: now) == expected)
    }

    @Test(arguments: [
        ("2025-06-30T09:45:17.999Z", "accepted"), ("2025-06-30T09:45:18Z", "expired"),
        ("2025-06-30T09:39:58Z", "accepted"), ("2025-06-30T09:39:57.999Z", "not_yet_valid"),
    ])
    func `ten seconds of leeway move both ends by ten seconds`(now: String, expected: String) throws {
        #expect(
            try outcome(SigningKey.main.get().token(claims: claims()), at: now, leeway: .seconds(10)) == expected
        )
    }

    @Test(arguments: [
        ("2025-06-30T09:40:08Z", "accepted"), ("2025-06-30T09:40:07.999999999Z", "not_yet_valid"),
        ("0001-01-01T00:00:00Z", "not_yet_valid"),
    ])
    func `a token holds from nbf on`(now: String, expected: String) throws {
        #expect(try outcome(SigningKey.main.get().token(claims: claims()), at: now) == expected)
    }

    @Test(arguments: [
        ("2025-06-30T09:41:08Z", "accepted"), ("2025-06-30T09:41:08.000000001Z", "too_old"),
        ("2025-06-30T09:41:09Z", "too_old"), ("2025-06-30T09:41:07Z", "accepted"),
    ])
    func `at exactly the maximum age a token is accepted, later it is too old`(now: String, expected: String) throws {
        #expect(
            try outcome(SigningKey.main.get().token(claims: claims()), at: now, maximumAge: .seconds(60)) == expected
        )
    }

    @Test
    func `leeway does not lengthen the maximum age`() throws {
        #expect(
            try outcome(
                SigningKey.main.get().token(claims: claims()),
                at: "2025-06-30T09:41:09Z",
                leeway: .seconds(30),
                maximumAge: .seconds(60)
            ) == "too_old"
        )
    }

    @Test
    func `a maximum age of zero accepts the second of issue alone`() throws {
        let token = try SigningKey.main.get().token(claims: claims())
        #expect(try outcome(token, at: "2025-06-30T09:40:08Z", maximumAge: .zero) == "accepted")
        #expect(try outcome(token, at: "2025-06-30T09:40:08.001Z", maximumAge: .zero) == "too_old")
    }

    @Test
    func `without iat a token is too old where there is a maximum age, else accepted`() throws {
        let token = try SigningKey.main.get().token(claims: claims(["iat": nil]))
        #expect(try outcome(token, maximumAge: .seconds(3600)) == "too_old")
        #expect(try outcome(token) == "accepted")
    }

    @Test
    func `without nbf a token holds from any time on`() throws {
        let token = try SigningKey.main.get().token(claims: claims(["nbf": nil]))
        #expect(try outcome(token, at: "1970-01-01T00:00:00Z") == "accepted")
    }

    @Test(arguments: [
        ("1751276460.5", "2025-06-30T09:41:00.499Z", "accepted"), ("1751276460.5", "2025-06-30T09:41:00.5Z", "expired"),
        ("1751276460.0", "2025-06-30T09:40:59.999Z", "accepted"), ("1751276460.0", "2025-06-30T09:41:00Z", "expired"),
        ("175127646e1", "2025-06-30T09:41:00Z", "expired"), ("1.75127646e9", "2025-06-30T09:40:59Z", "accepted"),
    ])
    func `exp may have a fraction or an exponent`(exp: String, now: String, expected: String) throws {
        #expect(try outcome(SigningKey.main.get().token(claims: claims(["exp": exp])), at: now) == expected)
    }

    @Test
    func `nbf and iat may have a fraction`() throws {
        let token = try SigningKey.main.get().token(claims: claims(["nbf": "1751276408.25", "iat": "1751276408.25"]))
        #expect(try outcome(token, at: "2025-06-30T09:40:08.249Z") == "not_yet_valid")
        #expect(try outcome(token, at: "2025-06-30T09:40:08.25Z") == "accepted")
        #expect(try outcome(token, at: "2025-06-30T09:40:09.25Z", maximumAge: .seconds(1)) == "accepted")
        #expect(try outcome(token, at: "2025-06-30T09:40:09.26Z", maximumAge: .seconds(1)) == "too_old")
    }

    @Test(arguments: [Duration.seconds(Int64.max), .seconds(-5), .seconds(Int64.min)])
    func `leeway and age of any size are taken without overflow`(duration: Duration) throws {
        let token = try SigningKey.main.get().token(claims: claims())
        #expect(try outcome(token, leeway: duration) == "accepted")
        #expect(
            try outcome(token, maximumAge: duration) == (duration > .zero ? "accepted" : "too_old")
        )
    }

    @Test
    func `times before 1970 and to the end of 9999 are times`() throws {
        let token = try SigningKey.main.get().token(
            claims: claims(["nbf": "-62135596800", "iat": "-0.5", "exp": "253402300799"])
        )
        #expect(try outcome(token) == "accepted")
    }
}
