import Testing
import WireJSON

@testable import Conformance

@Suite struct PatternOperatorTests {
    @Test(arguments: [
        PatternRow("{\"$type\": \"string\"}", "\"\""),
        PatternRow("{\"$type\": \"number\"}", "1.5"),
        PatternRow("{\"$type\": \"integer\"}", "15"),
        PatternRow("{\"$type\": \"integer\"}", "1.0", "body: expected an integer, got 1.0"),
        PatternRow("{\"$type\": \"integer\"}", "1e2", "body: expected an integer, got 1e2"),
        PatternRow("{\"$type\": \"boolean\"}", "true"),
        PatternRow("{\"$type\": \"array\"}", "[]"),
        PatternRow("{\"$type\": \"object\"}", "{}"),
        PatternRow("{\"$type\": \"null\"}", "null"),
        PatternRow("{\"$type\": [\"string\", \"null\"]}", "null"),
        PatternRow("{\"$type\": [\"string\", \"null\"]}", "1", "body: expected a string or null, got 1"),
        PatternRow("{\"$literal\": {\"$type\": \"x\"}}", "{\"$type\": \"x\"}"),
        PatternRow(
            "{\"$literal\": {\"a\": 1, \"b\": [2]}}",
            "{\"a\": 1, \"b\": [3], \"c\": 4}",
            "body /b/0: expected 2, got 3",
            "body /c: expected nothing, got 4"
        ),
        PatternRow("{\"$literal\": 1}", "1.0"),
        PatternRow("{\"$regex\": \"^a+$\"}", "\"aaa\""),
        PatternRow("{\"$regex\": \"^a+$\"}", "\"ab\"", "body: expected text that matches \"^a+$\", got \"ab\""),
        PatternRow("{\"$regex\": \".\"}", "\"\"", "body: expected text that matches \".\", got \"\""),
        PatternRow("{\"$regex\": \"1\"}", "1", "body: expected text that matches \"1\", got 1"),
        PatternRow(
            "{\"$format\": \"uuid\"}",
            "\"nope\"",
            "body: expected a UUID, got \"nope\""
        ),
        PatternRow(
            "{\"$type\": \"string\", \"$regex\": \"^b\", \"$length\": 2}",
            "\"abc\"",
            "body: expected text that matches \"^b\", got \"abc\"",
            "body: expected a length of 2, got 3 characters"
        ),
    ])
    func `a value has a type, a form, a literal`(row: PatternRow) throws {
        #expect(try Checking().findings(row.pattern, row.value) == row.findings)
    }

    @Test(arguments: [
        PatternRow("{\"$gt\": 5}", "6"),
        PatternRow("{\"$gt\": 5}", "5.0", "body: expected a number greater than 5, got 5.0"),
        PatternRow("{\"$gte\": 5}", "5.0"),
        PatternRow("{\"$gte\": 5}", "4", "body: expected a number of at least 5, got 4"),
        PatternRow("{\"$lt\": 5}", "4.99999999999999999999"),
        PatternRow("{\"$lt\": 5}", "5", "body: expected a number less than 5, got 5"),
        PatternRow("{\"$lte\": 5}", "5"),
        PatternRow(
            "{\"$lte\": 9007199254740992}",
            "9007199254740993",
            "body: expected a number of at most 9007199254740992, got 9007199254740993"
        ),
        PatternRow("{\"$gt\": 5}", "\"6\"", "body: expected a number greater than 5, got \"6\""),
        PatternRow("{\"$gt\": \"2026-01-01T00:00:00Z\"}", "\"2026-01-01T00:00:00.000001Z\""),
        PatternRow("{\"$gte\": \"2026-01-01T00:00:00Z\"}", "\"2026-01-01T01:00:00+01:00\""),
        PatternRow(
            "{\"$lt\": \"2026-01-01T00:00:00Z\"}",
            "\"2026-01-01T00:00:00Z\"",
            "body: expected a time before \"2026-01-01T00:00:00Z\", got \"2026-01-01T00:00:00Z\""
        ),
        PatternRow(
            "{\"$lte\": \"2026-01-01T00:00:00Z\"}",
            "5",
            "body: expected a time not after \"2026-01-01T00:00:00Z\", got 5"
        ),
        PatternRow(
            "{\"$lte\": \"soon\"}",
            "5",
            "body: expected a number or a time to compare with, got \"soon\" (this is what '$lte' was given)"
        ),
    ])
    func `numbers compare with numbers and times with times`(row: PatternRow) throws {
        #expect(try Checking().findings(row.pattern, row.value) == row.findings)
    }

    @Test(arguments: [
        PatternRow("{\"$near\": {}}", "\"2026-11-21T09:29:57Z\""),
        PatternRow("{\"$near\": {}}", "\"2026-11-21T09:30:02Z\""),
        PatternRow("{\"$near\": {}}", "1795253400"),
        PatternRow("{\"$near\": {}}", "1795253401.5"),
        PatternRow(
            "{\"$near\": {}}",
            "\"2026-11-21T09:29:56Z\"",
            "body: expected a time from \"2026-11-21T09:29:57Z\" to \"2026-11-21T09:30:02Z\", got \"2026-11-21T09:29:56Z\" (1 s too early)"
        ),
        PatternRow(
            "{\"$near\": {}}",
            "1795253700",
            "body: expected a time from 1795253397 to 1795253402, got 1795253700 (4 min too late)"
        ),
        PatternRow("{\"$near\": {\"plus\": \"60m\"}}", "\"2026-11-21T10:30:01.5Z\""),
        PatternRow("{\"$near\": {\"to\": \"2026-01-01T00:00:00Z\", \"within\": \"0s\"}}", "\"2026-01-01T00:00:00Z\""),
        PatternRow("{\"$near\": {\"to\": 100, \"plus\": \"5s\", \"within\": \"1s\"}}", "106"),
        PatternRow(
            "{\"$near\": {\"to\": 100, \"plus\": \"5s\", \"within\": \"1s\"}}",
            "107",
            "body: expected a time from 104 to 106, got 107 (1 s too late)"
        ),
        PatternRow(
            "{\"$near\": {\"to\": true}}",
            "107",
            "body: expected a time to compare with, got true (this is what '$near' was given)"
        ),
        PatternRow(
            "{\"$near\": {\"plus\": 5}}",
            "107",
            "body: expected a value to compare with, got 107 (expected a duration such as \"5m\", found 5)"
        ),
    ])
    func `a time is near another, within two seconds unless said`(row: PatternRow) throws {
        #expect(try Checking().findings(row.pattern, row.value) == row.findings)
    }

    @Test(arguments: [
        PatternRow("{\"$length\": 2}", "[1, 2]"),
        PatternRow("{\"$length\": 2}", "\"\u{1F600}e\""),
        PatternRow("{\"$length\": 2}", "\"e\u{301}\""),
        PatternRow("{\"$length\": 1}", "{\"a\": 1, \"a\": 2}"),
        PatternRow("{\"$length\": {\"$gte\": 1}}", "[1]"),
        PatternRow(
            "{\"$length\": {\"$gte\": 1}}",
            "[]",
            "body: expected a length of a number of at least 1, got 0 elements"
        ),
        PatternRow("{\"$length\": 2}", "[1]", "body: expected a length of 2, got 1 element"),
        PatternRow("{\"$length\": 2}", "{\"a\": 1}", "body: expected a length of 2, got 1 member"),
        PatternRow("{\"$length\": 2}", "5", "body: expected an array, text or object with a length of 2, got 5"),
        PatternRow("{\"$each\": {\"a\": 1}}", "[]"),
        PatternRow("{\"$each\": {\"a\": 1}}", "[{\"a\": 1}, {\"a\": 2}]", "body /1/a: expected 1, got 2"),
        PatternRow("{\"$each\": 1}", "{}", "body: expected an array, got {}"),
        PatternRow("{\"$contains\": [2, 1]}", "[1, 2, 3]"),
        PatternRow("{\"$contains\": [1, 1]}", "[1]"),
        PatternRow(
            "{\"$contains\": [{\"k\": \"b\", \"n\": 1}]}",
            "[{\"k\": \"a\", \"n\": 2}, {\"k\": \"b\", \"n\": 2}]",
            "body: expected an element that fits {\"k\": \"b\", \"n\": 1}, got [{\"k\":\"a\",\"n\":2},{\"k\":\"b\",\"n\":2}] (closest: body /1/n: expected 1, got 2)"
        ),
        PatternRow("{\"$unordered\": [1, 2]}", "[2, 1]"),
        PatternRow("{\"$unordered\": [{\"$type\": \"number\"}, 1]}", "[1, 2]"),
        PatternRow(
            "{\"$unordered\": [1, 1]}",
            "[1, 2]",
            "body: expected an element that fits 1, got only 2 (closest: body /1: expected 1, got 2)"
        ),
        PatternRow(
            "{\"$unordered\": [1]}",
            "[1, 2]",
            "body: expected no more elements, got 2 (1 element expected, 2 came; left over: /1)"
        ),
        PatternRow(
            "{\"$unordered\": [1]}",
            "[3, 1, 2]",
            "body: expected no more elements, got 3 and 2 (1 element expected, 3 came; left over: /0 and /2)"
        ),
        PatternRow(
            "{\"$unordered\": [1, 2]}",
            "[1]",
            "body: expected an element that fits 2, got none left for it (2 elements expected, 1 came)"
        ),
    ])
    func `arrays have lengths and fitting elements`(row: PatternRow) throws {
        #expect(try Checking().findings(row.pattern, row.value) == row.findings)
    }

    @Test(arguments: [
        PatternRow("{\"$anyOf\": [1, \"a\"]}", "\"a\""),
        PatternRow("{\"$anyOf\": [1, \"a\"]}", "2", "body: expected one of: 1; \"a\", got 2"),
        PatternRow(
            "{\"$anyOf\": [{\"a\": 1, \"b\": 1}, {\"a\": 2, \"b\": 2}]}",
            "{\"a\": 2, \"b\": 3}",
            "body: expected one of: {\"a\": 1, \"b\": 1}; {\"a\": 2, \"b\": 2}, got {\"a\":2,\"b\":3} (closest is alternative 2: body /b: expected 2, got 3)"
        ),
        PatternRow("{\"$allOf\": [{\"$gt\": 1}, {\"$lt\": 3}]}", "2"),
        PatternRow(
            "{\"$allOf\": [{\"$gt\": 5}, {\"$lt\": 1}]}",
            "2",
            "body: expected a number greater than 5, got 2",
            "body: expected a number less than 1, got 2"
        ),
        PatternRow("{\"$not\": \"somebody\"}", "\"me\""),
        PatternRow(
            "{\"$not\": \"somebody\"}",
            "\"somebody\"",
            "body: expected anything but \"somebody\", got \"somebody\""
        ),
        PatternRow("{\"$not\": {\"$not\": 1}}", "1"),
    ])
    func `alternatives, conjunctions and negations hold as logic says`(row: PatternRow) throws {
        #expect(try Checking().findings(row.pattern, row.value) == row.findings)
    }

    @Test func `a shape is checked in place with its own location`() throws {
        let shape = Shape(name: "time", pattern: try PatternReading.pattern("{\"$format\": \"time\"}"))
        let checking = Checking(shapes: [shape])
        #expect(try checking.findings("{\"at\": {\"$shape\": \"time\"}}", "{\"at\": \"2026-11-21T09:30:00Z\"}") == [])
        #expect(
            try checking.findings("{\"at\": {\"$shape\": \"time\"}}", "{\"at\": \"2026-11-21 09:30\"}")
                == ["body /at: expected a time (RFC 3339, UTC, with 'Z'), got \"2026-11-21 09:30\""]
        )
    }

    @Test(arguments: [
        (
            Format.time, ["2026-11-21T09:30:00Z", "2026-11-21T09:30:00.123456789Z"],
            ["2026-11-21T09:30:00+00:00", "2026-11-21T09:30:00z", "2026-11-21", "2026-02-30T00:00:00Z", ""]
        ),
        (
            .uuid, ["e3795c81-f849-4167-bfda-e4a6e9c280fd", "E3795C81-F849-4167-BFDA-E4A6E9C280FD"],
            [
                "e3795c81f8494167bfdae4a6e9c280fd", "e3795c81-f849-4167-bfda-e4a6e9c280fg",
                " e3795c81-f849-4167-bfda-e4a6e9c280fd",
            ]
        ),
        (
            .email, ["a@example.com", "first.last+tag@sub.example.co"],
            [
                "a@localhost", "a@@example.com", ".a@example.com", "a..b@example.com", "a@-example.com",
                "a b@example.com", "@example.com", "a@example.123",
            ]
        ),
        (
            .url,
            [
                "https://stytch.com/docs/api/errors/404#session_not_found", "http://127.0.0.1:8080", "https://[::1]/",
                "HTTPS://a.b?c=%20",
            ],
            [
                "stytch.com", "ftp://stytch.com", "https://", "https:///a", "https://a b", "https://a/%2",
                "https://a:99999", "https://a/#b#c", "mailto:a@b.c",
            ]
        ),
        (
            .jwt, ["eyJhbGciOiJSUzI1NiJ9.e30.c2ln"],
            ["eyJhbGciOiJSUzI1NiJ9.e30", "eyJhbGciOiJSUzI1NiJ9.e30.", "a.b.c", "bnVsbA.e30.c2ln"]
        ),
        (.base64, ["Zg==", "Zm8=", "Zm9v", "+/+/"], ["Zg", "Zg=", "Zh==", "Zm9v\n", "-_-_", "", "===="]),
        (.base64url, ["Zg", "Zg==", "Zm9v", "-_-_", "AQAB"], ["Z", "Zh", "+/+/", "Zg=", "Zm9v Zm9v", ""]),
    ])
    func `a format takes exactly its texts`(format: Format, good: [String], bad: [String]) {
        #expect(good.filter { !format.allows($0) } == [])
        #expect(bad.filter { format.allows($0) } == [])
    }
}
