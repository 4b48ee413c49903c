import SessionModels
import Testing
import WireJSON

struct KeySetTests {
    static let key = """
        { "kty": "RSA", "use": "sig", "key_ops": ["verify"], "alg": "RS256", "kid": "jwk-test-1", "x5c": ["MIIC"],
          "x5tS256": "DujrQDJ7Hb9IkUlbK6XqZx8aXkJFCkAxqrUT9Q2gG5c=", "n": "3tVO", "e": "AQAB" }
        """

    @Test
    func `a key of today decodes and encodes to itself`() throws {
        let key = try decode(Sessions.JWK.self, from: Self.key)
        #expect(key.kid == "jwk-test-1")
        #expect(key.keyOps == ["verify"])
        #expect(key.x5c == ["MIIC"])
        #expect(key.x5tS256 == "DujrQDJ7Hb9IkUlbK6XqZx8aXkJFCkAxqrUT9Q2gG5c=")
        try expectRoundTrip(Sessions.JWK.self, Self.key)
    }

    @Test
    func `the thumbprint under the Go package's name decodes and is reported`() throws {
        let key = try decode(
            Sessions.JWK.self,
            from: """
                { "kty": "RSA", "use": "sig", "key_ops": [], "alg": "RS256", "kid": "k", "x5c": [], "x5t_s256": "t=",
                  "n": "3tVO", "e": "AQAB" }
                """,
            finding: ["alternate-spelling /x5t_s256"]
        )
        #expect(key.x5tS256 == "t=")
        #expect(try encoded(key)["x5tS256"] == "t=")
        #expect(try encoded(key)["x5t_s256"] == nil)
    }

    @Test
    func `a key without any member lacks all nine`() throws {
        #expect(
            try Set(findings(Sessions.JWK.self, in: "{}")) == [
                "missing-field /kty", "missing-field /use", "missing-field /key_ops", "missing-field /alg",
                "missing-field /kid", "missing-field /x5c", "missing-field /x5tS256", "missing-field /n",
                "missing-field /e",
            ]
        )
    }

    @Test
    func `a key set decodes as the API gives it, with several keys`() throws {
        let text = #"{"request_id": "r", "status_code": 200, "keys": [\#(Self.key), \#(Self.key)]}"#
        #expect(try decode(Sessions.GetJWKSResponse.self, from: text).keys.count == 2)
        try expectRoundTrip(Sessions.GetJWKSResponse.self, text)
    }

    @Test
    func `a key set decodes as the well-known address gives it, with keys alone`() throws {
        let answer = try decode(Sessions.GetJWKSResponse.self, from: #"{"keys": [\#(Self.key)]}"#)
        #expect(answer.requestID == nil)
        #expect(answer.statusCode == nil)
        #expect(answer.keys.count == 1)
    }

    @Test
    func `a key set without keys lacks them`() throws {
        #expect(try findings(Sessions.GetJWKSResponse.self, in: "{}") == ["missing-field /keys"])
    }
}
