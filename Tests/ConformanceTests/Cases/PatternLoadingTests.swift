import Conformance
import Testing

@Suite struct PatternLoadingTests {
    @Test(arguments: [
        ("1.50", "1.50"),
        (#""text""#, #""text""#),
        ("null", "null"),
        (#"[1, { "a": true }]"#, "[1, {a: true}]"),
        (#"{ "a": 1, "b": { "c": [] } }"#, "{a: 1, b: {c: []}}"),
        (#"{ "a": { "$type": "string" } }"#, "{a: {$type string}}"),
        (#"{ "a": { "$type": ["integer", "null"] } }"#, "{a: {$type integer|null}}"),
        (#"{ "a": { "$literal": { "$type": [1, null] } } }"#, #"{a: {$literal {"$type":[1,null]}}}"#),
        (#"{ "a": { "$regex": "^a{2}$" } }"#, "{a: {$regex ^a{2}$}}"),
        (#"{ "a": { "$format": "base64url" } }"#, "{a: {$format base64url}}"),
        (#"{ "a": { "$gt": 1, "$gte": 2, "$lt": 3.5, "$lte": 4 } }"#, "{a: {$gt 1, $gte 2, $lt 3.5, $lte 4}}"),
        (
            #"{ "a": { "$gte": "2026-11-21T09:30:00Z", "$lt": "{{body/b}}" } }"#,
            #"{a: {$gte "2026-11-21T09:30:00Z", $lt <body/b>}}"#
        ),
        (#"{ "a": { "$near": {} } }"#, #"{a: {$near now plus "0s" within "2s"}}"#),
        (
            #"{ "a": { "$near": { "to": "{{body/b}}", "plus": "5m", "within": "1s" } } }"#,
            #"{a: {$near <body/b> plus "5m" within "1s"}}"#
        ),
        (#"{ "a": { "$near": { "to": "now" } } }"#, #"{a: {$near now plus "0s" within "2s"}}"#),
        (#"{ "a": { "$near": { "to": "{{now}}" } } }"#, #"{a: {$near now plus "0s" within "2s"}}"#),
        (#"{ "a": { "$near": { "to": 1790000000 } } }"#, #"{a: {$near 1790000000 plus "0s" within "2s"}}"#),
        (#"{ "a": { "$length": 2 } }"#, "{a: {$length 2}}"),
        (#"{ "a": { "$length": { "$gte": 1 } } }"#, "{a: {$length {$gte 1}}}"),
        (#"{ "a": { "$each": { "b": 1 } } }"#, "{a: {$each {b: 1}}}"),
        (#"{ "a": { "$contains": [1, { "b": 2 }] } }"#, "{a: {$contains [1, {b: 2}]}}"),
        (#"{ "a": { "$unordered": [] } }"#, "{a: {$unordered []}}"),
        (#"{ "a": { "$jwk": true } }"#, "{a: {$jwk}}"),
        (#"{ "a": { "$exact": true, "b": 1 } }"#, "{a: {b: 1, $exact}}"),
        (#"{ "a": { "$optional": true } }"#, "{a: {$optional}}"),
        (#"{ "a": { "$nullable": true } }"#, "{a: {$nullable}}"),
        (#"{ "a": { "$absent": true } }"#, "{a: {$absent}}"),
        (#"{ "a": { "$anyOf": [1, { "$absent": true }] } }"#, "{a: {$anyOf [1, {$absent}]}}"),
        (#"{ "a": { "$allOf": [{ "$gt": 1 }, { "$lt": 2 }] } }"#, "{a: {$allOf [{$gt 1}, {$lt 2}]}}"),
        (#"{ "a": { "$not": "b" } }"#, #"{a: {$not "b"}}"#),
        (#"{ "a": { "$shape": "time", "$nullable": true } }"#, "{a: {$shape time#0, $nullable}}"),
        (#"{ "": 1, "a$": 2 }"#, "{: 1, a$: 2}"),
    ])
    func `each form and operator is read`(pattern: String, expected: String) throws {
        #expect(try CaseFiles.sketch(ofPattern: pattern) == expected)
    }

    @Test(arguments: [
        ("{}", "()"),
        (#"{ "verified": true }"#, "()"),
        (#"{ "header": { "alg": "RS256" } }"#, "(header {alg: \"RS256\"})"),
        (#"{ "claims": { "sub": "a", "jti": { "$absent": true } } }"#, "(claims {sub: \"a\", jti: {$absent}})"),
        (#"{ "issued": { "$near": {} } }"#, "(issued {$near now plus \"0s\" within \"2s\"})"),
        (#"{ "session": "/session" }"#, "(session /session)"),
        (#"{ "lifetime": "5m" }"#, "(lifetime 300.0 seconds)"),
        (#"{ "maxAge": "1m", "refused": "too_old" }"#, "(maxAge 60.0 seconds, refused too_old)"),
        (#"{ "refused": "malformed" }"#, "(refused malformed)"),
        (#"{ "refused": "algorithm" }"#, "(refused algorithm)"),
        (#"{ "refused": "unknown_key" }"#, "(refused unknown_key)"),
        (#"{ "refused": "signature" }"#, "(refused signature)"),
        (#"{ "refused": "issuer" }"#, "(refused issuer)"),
        (#"{ "refused": "audience" }"#, "(refused audience)"),
        (#"{ "refused": "expired" }"#, "(refused expired)"),
        (#"{ "refused": "not_yet_valid" }"#, "(refused not_yet_valid)"),
    ])
    func `each key of a token is read`(token: String, expected: String) throws {
        #expect(try CaseFiles.sketch(ofPattern: #"{ "t": { "$jwt": \#(token) } }"#) == "{t: {$jwt \(expected)}}")
    }

    @Test func `what a row gives is a pattern, with operators`() throws {
        let steps = try CaseFiles.sketch(
            ofCase: """
                "rows": [{ "id": "one", "want": { "$type": "{{kind}}" }, "kind": "array", "all": [{ "$gt": 1 }] }],
                "request": { "operation": "sessions.get" },
                "expect": { "body": { "a": "{{want}}", "b": { "$anyOf": "{{all}}" }, "c": ["{{want}}"] } }
                """
        )
        #expect(
            steps[0].contains("expect 200 body {a: {$type array}, b: {$anyOf [{$gt 1}]}, c: [{$type array}]} model")
        )
    }

    @Test func `what a step captured is data, never a pattern`() throws {
        let steps = try CaseFiles.sketch(
            ofCase: """
                "steps": [
                  { "request": { "operation": "sessions.get" }, "capture": { "got": "/a" } },
                  { "check": [{ "value": { "$type": "{{got}}" }, "matches": { "b": "{{got}}", "$not": "{{got}}" } }] }
                ]
                """
        )
        #expect(steps[1] == #"check {"$type":<got>} ~ {b: <got>, $not <got>}"#)
    }

    @Test func `a duration of a near time may hold what is known only in the run`() throws {
        let steps = try CaseFiles.sketch(
            ofCase: """
                "rows": [{ "id": "one", "extension": 5 }],
                "steps": [
                  { "request": { "operation": "sessions.get" }, "capture": { "got": "/a" } },
                  { "request": { "operation": "sessions.get" },
                    "expect": { "body": { "a": { "$near": { "plus": "{{extension}}m", "within": "{{got}}s" } } } } }
                ]
                """
        )
        #expect(steps[1].contains(#"{a: {$near now plus "5m" within '<got>s'}}"#))
    }
}
