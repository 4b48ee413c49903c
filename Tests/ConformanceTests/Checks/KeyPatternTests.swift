import Testing
import WireJSON

@testable import Conformance

/// `$jwk`, by a certificate of 16 bytes that holds a key of two; real ones are those of the mock, in the corpus.
@Suite struct KeyPatternTests {
    private static let thumbprint = String(repeating: "EBAQ", count: 10) + "EBA"
    private static let digest = String(repeating: "10", count: 32)

    private func key(_ changes: (String, JSONValue?)...) -> String {
        var key: JSONObject = [
            "x5c": ["MA4FADAKAgMAxQECAwEAAQ=="], "x5tS256": .string(Self.thumbprint + "="), "n": "xQE", "e": "AQAB",
        ]
        for (name, value) in changes { key[name] = value }
        return JSONValue.object(key).text()
    }

    private func findings(_ key: String) throws -> [String] {
        try Checking().findings("{\"$jwk\": true}", key)
    }

    @Test func `a key has its own certificate and thumbprint, under either name`() throws {
        #expect(try findings(key()) == [])
        #expect(try findings(key(("x5tS256", .string(Self.thumbprint)))) == [])
        #expect(try findings(key(("x5tS256", nil), ("x5t_s256", .string(Self.thumbprint)))) == [])
        #expect(try findings(key(("x5c", ["MA4FADAKAgMAxQECAwEAAQ==", "AAAA"]))) == [])
    }

    @Test(arguments: [
        (JSONValue?.some("AAAA"), "\"AAAA\""), (.some(.null), "null"), (nil, "nothing"),
        (
            .some(.string(String(repeating: "EBAQ", count: 10) + "EA==")),
            "\"" + String(repeating: "EBAQ", count: 10) + "EA==\""
        ),
    ])
    func `another thumbprint is told beside the right one`(thumbprint: JSONValue?, shown: String) throws {
        #expect(
            try findings(key(("x5tS256", thumbprint))) == [
                "body /x5tS256: expected the SHA-256 of the first certificate in Base64url, which is \(Self.digest) "
                    + "in hexadecimal, got \(shown)"
            ]
        )
    }

    @Test(arguments: [
        (JSONValue?.none, "nothing"), (.some([]), "nothing"), (.some("MA4F"), "nothing"), (.some([7]), "7"),
        (.some(["AAAA"]), "\"AAAA\""), (.some(["MA4FADAKAgMAxQECAwEAAQ"]), "\"MA4FADAKAgMAxQECAwEAAQ\""),
        (.some(["MA4FADAKAgMAxQECAwEAAQA="]), "\"MA4FADAKAgMAxQECAwEAAQA=\""), (.some([""]), "\"\""),
    ])
    func `what is no certificate is told, and nothing of its thumbprint`(chain: JSONValue?, shown: String) throws {
        #expect(
            try findings(key(("x5c", chain))) == [
                "body /x5c/0: expected a certificate: Base64 of one DER sequence, got \(shown)"
            ]
        )
    }

    @Test(arguments: [("n", "xQM"), ("n", "AQ"), ("n", "?"), ("e", "Aw")])
    func `a certificate of another key is told`(name: String, value: String) throws {
        #expect(
            try findings(key((name, .string(value)))) == [
                "body /x5c/0: expected a certificate of the key that 'n' and 'e' say, got a certificate of 16 bytes "
                    + "without that key"
            ]
        )
    }

    @Test func `what is no object is no key`() throws {
        #expect(try findings("\"x\"") == ["body: expected a JSON Web Key, got \"x\""])
        let negated = try Checking().findings("{\"$not\": {\"$jwk\": true}}", key())
        let words = "body: expected anything but an RSA key with a certificate and a thumbprint of its own, got {"
        #expect(negated.count == 1 && negated.allSatisfy { $0.hasPrefix(words) }, "\(negated)")
    }
}
