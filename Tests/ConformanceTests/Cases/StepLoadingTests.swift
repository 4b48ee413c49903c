import Conformance
import Testing

@Suite struct StepLoadingTests {
    @Test(arguments: [
        (#"{ "advance": "5m" }"#, #"advance "5m""#),
        (#"{ "rotateKeys": true }"#, "rotateKeys"),
        (
            #"{ "userinfo": { "token": "{{uuid}}", "answer": { "email": "{{email}}" } } }"#,
            #"userinfo <uuid> {"email":<email>} -"#
        ),
        (#"{ "userinfo": { "token": "t", "status": 401 } }"#, #"userinfo "t" - 401"#),
        (#"{ "session": { "factors": [] } }"#, #"session {"factors":[]}"#),
        (
            #"{ "session": { "factors": [{ "at": "{{now-6m}}" }], "minutes": 5 } }"#,
            #"session {"factors":[{"at":<now -360.0 seconds>}],"minutes":5}"#
        ),
        (
            #"{ "session": { "factors": [], "attributes": { "user_agent": "a {{uuid}}" } } }"#,
            #"session {"factors":[],"attributes":{"user_agent":'a <uuid>'}}"#
        ),
        (
            #"{ "accessToken": { "user_id": "u", "client_id": "{{uuid}}", "scope": "a b" } }"#,
            #"accessToken {"user_id":"u","client_id":<uuid>,"scope":"a b"}"#
        ),
        (
            #"{ "trustedToken": { "profile_id": "p", "token": "t", "user_id": "u" } }"#,
            #"trustedToken {"profile_id":"p","token":"t","user_id":"u"}"#
        ),
        (
            #"{ "jwt": { "session_id": "s", "seconds": { "exp": -1 }, "header": { "alg": "none" }, "claims": { "aud": null } } }"#,
            #"jwt {"session_id":"s","header":{"alg":"none"},"claims":{"aud":null},"seconds":{"exp":-1}}"#
        ),
        (#"{ "calls": true }"#, "calls"),
        (#"{ "fault": { "status": 429 } }"#, #"fault {"status":429}"#),
        (#"{ "fault": { "delay": "150ms" } }"#, #"fault {"delayMilliseconds":150}"#),
        (#"{ "fault": { "drip": "1s" } }"#, #"fault {"dripMilliseconds":1000}"#),
        (#"{ "fault": { "reset": 10 } }"#, #"fault {"reset":10}"#),
        (#"{ "fault": { "truncate": 0 } }"#, #"fault {"truncate":0}"#),
        (#"{ "fault": { "oversize": 1000000 } }"#, #"fault {"oversize":1000000}"#),
        (#"{ "fault": { "garbage": "<{{uuid}}>" } }"#, #"fault {"garbage":'<<uuid>>'}"#),
        (#"{ "fault": { "contentType": "text/html" } }"#, #"fault {"contentType":"text/html"}"#),
        (#"{ "fault": { "contentLength": 7 } }"#, #"fault {"contentLength":7}"#),
    ])
    func `each mock step is read`(mock: String, expected: String) throws {
        #expect(try CaseFiles.sketch(ofStep: #""mock": \#(mock)"#) == "mock \(expected)")
    }

    @Test func `a seeded session is captured from, and a mock step may come from a row`() throws {
        let steps = try CaseFiles.sketch(
            ofCase: """
                "rows": [{
                  "id": "one", "given": { "delay": "{{time}}" }, "time": "2s", "said": { "token": "t", "status": 500 },
                  "place": { "user_agent": "{{text:2}}" }
                }],
                "steps": [
                  { "mock": { "session": { "factors": [], "minutes": "{{text:1}}", "attributes": "{{place}}" } },
                    "capture": { "token": "/session_token", "kid": { "jwt": "/session_jwt", "at": "/header/kid" } } },
                  { "mock": { "jwt": { "session_id": "{{token}}", "claims": { "n": "{{uuid}}" } } },
                    "capture": { "forged": "/session_jwt" } },
                  { "mock": { "calls": true }, "capture": { "count": "/calls/sessions.get_jwks" } },
                  { "mock": { "fault": "{{given}}" } },
                  { "mock": { "userinfo": "{{said}}" } },
                  { "mock": { "advance": "{{token}}" } }
                ]
                """
        )
        #expect(
            steps == [
                #"mock session {"factors":[],"minutes":<text:1>,"attributes":{"user_agent":<text:2>}} "#
                    + "| capture token from body /session_token | capture kid from jwt /session_jwt at /header/kid",
                #"mock jwt {"session_id":<token>,"claims":{"n":<uuid>}} | capture forged from body /session_jwt"#,
                "mock calls | capture count from body /calls/sessions.get_jwks",
                #"mock fault {"delayMilliseconds":2000}"#,
                #"mock userinfo "t" - 500"#,
                "mock advance <token>",
            ]
        )
    }

    @Test func `a stored answer of a file has the operation's defaults`() throws {
        let step = try CaseFiles.sketch(ofStep: #""payload": "stored""#)
        #expect(
            step
                == #"payload sessions.get 200 | json {"sessions":[]} | expect 200 model by status sessions.GetResponse"#
        )
    }

    @Test(arguments: [
        (
            #"{ "model": "sessions.Session", "body": 1 }"#,
            "payload - 200 | json 1 | expect 100...599 model sessions.Session"
        ),
        (
            #"{ "model": "none", "status": 404, "rawBody": "" }"#,
            #"payload - 404 | text "" | expect 100...599 no model"#
        ),
        (
            """
            { "operation": "sessions.get", "status": 500, "headers": { "a": "{{uuid}}" },
              "rawBody": { "base64": "AQI=" } }
            """,
            "payload sessions.get 500 | a: <uuid> | bytes [1, 2] | expect 200 model by status sessions.GetResponse"
        ),
    ])
    func `a stored answer in the step says what it is`(payload: String, expected: String) throws {
        #expect(try CaseFiles.sketch(ofStep: #""payload": \#(payload)"#) == expected)
    }

    @Test func `a stored answer may be captured from and come from a row`() throws {
        let steps = try CaseFiles.sketch(
            ofCase: """
                "rows": [{
                  "id": "one", "given": { "model": "{{kind}}", "body": "{{value}}" }, "kind": "m", "value": [2]
                }],
                "payload": "{{given}}", "expect": { "model": "none" }, "capture": { "got": "/0" }
                """
        )
        #expect(steps == ["payload - 200 | json [2] | expect 100...599 no model | capture got from body /0"])
    }

    @Test func `a check has values and patterns`() throws {
        let step = try CaseFiles.sketch(
            ofStep: """
                "check": [
                  { "value": "{{uuid}}", "matches": { "$format": "uuid" } }, { "value": [1], "matches": [1] }
                ]
                """
        )
        #expect(step == "check <uuid> ~ {$format uuid}; check [1] ~ [1]")
    }
}
