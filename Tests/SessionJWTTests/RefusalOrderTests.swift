import SessionJWT
import Testing

struct RefusalOrderTests {
    /// The texts of a token, mended one by one from a token that has every fault that can be had at once.
    struct Faults {
        var algorithm = "HS256"
        var keyID = "unknown"
        var isSignedByAnother = true
        var claims: [String: String] = [
            "exp": #""soon""#, "iss": #""x""#, "aud": #""x""#, "nbf": "1751276700",
        ]

        func token() throws -> String {
            let key = try isSignedByAnother ? SigningKey.other.get() : SigningKey.main.get()
            return try key.token(
                header: #"{"alg":"\#(algorithm)","kid":"\#(keyID)"}"#,
                claims: SessionJWTTests.claims(claims)
            )
        }
    }

    @Test
    func `of several faults the first in the list is told`() throws {
        func refusal(_ faults: Faults, at now: String = "2025-06-30T09:41:00Z") throws -> String {
            try outcome(faults.token(), at: now, maximumAge: .seconds(1))
        }
        var faults = Faults()
        #expect(try refusal(faults) == "malformed")
        faults.claims["exp"] = "1751276409"
        #expect(try refusal(faults) == "algorithm")
        faults.algorithm = "RS256"
        #expect(try refusal(faults) == "unknown_key")
        faults.keyID = "jwk-test-1"
        #expect(try refusal(faults) == "signature")
        faults.isSignedByAnother = false
        #expect(try refusal(faults) == "issuer")
        faults.claims["iss"] = nil
        #expect(try refusal(faults) == "audience")
        faults.claims["aud"] = nil
        #expect(try refusal(faults) == "expired")
        faults.claims["exp"] = nil
        #expect(try refusal(faults) == "not_yet_valid")
        faults.claims["nbf"] = nil
        #expect(try refusal(faults) == "too_old")
        #expect(try refusal(faults, at: "2025-06-30T09:40:09Z") == "accepted")
    }

    @Test
    func `the refusals are these nine words in this order`() {
        #expect(
            TokenRefusal.allCases.map(\.rawValue) == [
                "malformed", "algorithm", "unknown_key", "signature", "issuer", "audience", "expired", "not_yet_valid",
                "too_old",
            ]
        )
    }
}
