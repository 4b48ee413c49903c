import Testing
import WireJSON

@testable import Conformance

@Suite struct ClosestNameTests {
    @Test(
        arguments: [
            ("session_id", ["sessionId", "user_id"], "sessionId"),
            ("user_id", ["userId", "users"], "userId"),
            ("expires_at", ["expired_at", "started_at"], "expired_at"),
            ("kid", ["alg", "typ"], nil),
            ("a", [], nil),
            ("tset", ["mock", "test", "live"], "test"),
            ("stset", ["test"], nil),
        ] as [(String, [String], String?)]
    )
    func `a name is near where it differs in case, in '_' or in a third of its letters`(
        name: String,
        candidates: [String],
        closest: String?
    ) {
        #expect(ClosestName.of(name, among: candidates) == closest)
    }

    @Test(
        arguments: [
            ("str", ["string", "number"], "string"), ("st", ["string"], nil), ("str", ["string", "strong"], nil),
            ("strx", ["string"], nil), ("str", ["string", "null", "string"], "string"),
        ] as [(String, [String], String?)]
    )
    func `a name that is the beginning of one alone is that one`(
        name: String,
        candidates: [String],
        whole: String?
    ) {
        #expect(ClosestName.completion(of: name, among: candidates) == whole)
    }

    @Test(
        arguments: [
            ("str", "string"), ("text", "string"), ("float", "number"), ("double", "number"), ("num", "number"),
            ("int", "integer"), ("int64", "integer"), ("bool", "boolean"), ("Bool", "boolean"), ("list", "array"),
            ("List", "array"), ("lsit", "array"), ("arr", "array"), ("dict", "object"), ("dictonary", "object"),
            ("map", "object"), ("obj", "object"), ("None", "null"), ("nil", "null"), ("none-type", "null"),
            ("strnig", "string"), ("Integer", "integer"), ("any", nil), ("url", nil), ("", nil),
        ] as [(String, String?)]
    )
    func `a word of another language is taken for the type that it means`(word: String, type: String?) {
        let types = TypeName.allCases.map(\.rawValue)
        // Twice, as a rule that takes one word or a list of them names them.
        #expect(LoadWork().closestWord(to: word, among: types + types) == type)
    }

    @Test(
        arguments: [
            ("date-time", "time"), ("datetime", "time"), ("uri", "url"), ("guid", "uuid"), ("e-mail", "email"),
            ("str", nil), ("list", nil),
        ] as [(String, String?)]
    )
    func `a word of another language means nothing where the set has no such word`(word: String, format: String?) {
        #expect(LoadWork().closestWord(to: word, among: Format.allCases.map(\.rawValue)) == format)
        #expect(LoadWork().closestWord(to: word, among: []) == nil)
    }
}

@Suite struct PairingTests {
    @Test func `a greedy first choice is given up where another pairing is larger`() {
        let pairing = Pairing([[0, 1], [0], [1, 2]], right: 3)
        #expect(pairing.partners == [1, 0, 2])
        #expect(pairing.isPerfect)
    }

    @Test func `what finds no partner is named on both sides`() {
        let pairing = Pairing([[0], [0], [2]], right: 4)
        #expect(pairing.unmatchedLeft == [1])
        #expect(pairing.unmatchedRight == [1, 3])
        #expect(!pairing.isPerfect)
    }
}

@Suite struct DurationWordsTests {
    @Test(arguments: [
        (Duration.milliseconds(350), "350 ms"), (.milliseconds(1_500), "1.5 s"), (.seconds(2), "2 s"),
        (.seconds(90), "90 s"), (.seconds(1_200), "20 min"), (.seconds(90_000), "25 h"), (.zero, "0 ms"),
        (.microseconds(412), "412 µs"), (.nanoseconds(7), "7 ns"), (.microseconds(-412), "-412 µs"),
        (.microseconds(1_999), "1 ms"),
    ])
    func `a duration reads in the unit that fits`(duration: Duration, words: String) {
        #expect(DurationWords.text(duration) == words)
    }

    @Test(arguments: [
        (Duration.milliseconds(30), Duration.nanoseconds(30_412_500), "30 ms", "30.4125 ms"),
        (.milliseconds(30), .nanoseconds(30_000_001), "30 ms", "30.000001 ms"),
        (.seconds(12), .milliseconds(12_900), "12000 ms", "12900 ms"),
        (.milliseconds(30), .milliseconds(31), "30 ms", "31 ms"),
        (.seconds(2), .seconds(2), "2 s", "2 s"),
        (.microseconds(-30_400), .microseconds(-30_500), "-30.4 ms", "-30.5 ms"),
    ])
    func `two durations that differ never read alike`(one: Duration, other: Duration, first: String, second: String) {
        #expect(DurationWords.pair(one, other) == (first, second))
    }
}

@Suite struct TokenPartsTests {
    @Test func `header and claims are read without verifying`() throws {
        let parts = try #require(TokenParts("eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJzdWIiOiJ1LTEifQ.c2ln"))
        #expect(parts.whole == ["header": ["alg": "RS256", "kid": "k"], "claims": ["sub": "u-1"]])
    }

    @Test(arguments: ["", "a.b", "e30.e30.e30.e30", "bnVsbA.e30.c2ln", "e30.!!.c2ln", ".e30.c2ln"])
    func `what is no JWT has no parts`(text: String) {
        #expect(TokenParts(text) == nil)
    }
}

@Suite struct ViewEqualityTests {
    @Test func `objects are equal without order and the last of duplicates counts`() throws {
        let view = try JSONDocument("{\"b\": [1.0, null], \"a\": 1, \"a\": 2}").root
        #expect(view.equals(["a": 2, "b": [1, nil]]))
        #expect(!view.equals(["a": 1, "b": [1, nil]]))
        #expect(!view.equals(["a": 2]))
        #expect(!view.equals(["a": 2, "b": [1, nil], "c": 3]))
    }

    @Test func `large objects are compared as trees with the same outcome`() throws {
        let object = JSONObject((0..<40).map { ("key\($0)", .number(JSONNumber($0))) })
        var other = object
        other["key7"] = 8
        let view = try JSONDocument(JSONValue.object(object).bytes()).root
        #expect(view.equals(.object(object)))
        #expect(!view.equals(.object(other)))
    }
}

@Suite struct UniqueValuesTests {
    @Test func `a value is new once for each rule and names the case that had it`() throws {
        let unique = UniqueValues()
        let one = try JSONDocument("\"id-1\"").root
        let same = try JSONDocument("\"id\\u002d1\"").root
        #expect(unique.insert(one, at: 0, ofCase: 7) == nil)
        #expect(unique.insert(same, at: 0, ofCase: 9) == 7)
        #expect(unique.insert(one, at: 1, ofCase: 9) == nil)
        #expect(unique.insert(try JSONDocument("\"id-2\"").root, at: 0, ofCase: 9) == nil)
    }
}
