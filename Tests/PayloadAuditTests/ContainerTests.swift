import PayloadAudit
import Testing
import WireJSON

private let jwks = #"{"request_id":"r","status_code":200,"keys":[]}"#

@Suite struct ContainerTests {
    @Test func `a bare body is one payload, and the model that fits is taken`() {
        let found = report([jwks])
        #expect(choices(found) == ["sessions.GetJWKSResponse 1 fit"])
        #expect(lines(found) == [])
    }

    @Test func `the operation of a form chooses the model, and its status the error`() {
        let error =
            #"{"status_code":404,"request_id":"r","error_type":"t","error_message":"m","error_url":"u"}"#
        let found = report([
            #"{"operation":"sessions.get_jwks","status":200,"body":\#(jwks)}"#,
            #"{"operation":"sessions.get","status":404,"body":\#(error)}"#,
            #"{"model":"sessions.GetJWKSResponse","rawBody":"{\"request_id\":\"r\",\"status_code\":200,\"keys\":[]}"}"#,
        ])
        #expect(choices(found) == ["errors.Error 1 error", "sessions.GetJWKSResponse 2 operation"])
        #expect(lines(found) == [])
    }

    @Test(arguments: [
        (#"{"status":"200","body":\#(jwks)}"#, "1:11: expected an integer as 'status', found string"),
        (#"{"status":2.5,"body":\#(jwks)}"#, "1:11: expected an integer as 'status', found number"),
        (#"{"operation":5,"body":\#(jwks)}"#, "1:14: expected a string as 'operation', found number"),
        (#"{"model":null,"rawBody":"{}"}"#, "1:10: expected a string as 'model', found null"),
        (#"{"operation":"sessions.get","rawBody":5}"#, "1:39: expected a string as 'rawBody', found number"),
        (#"{"operation":"sessions.get","status":200}"#, "1:1: expected 'body' or 'rawBody', found neither"),
    ])
    func `a form with a mistake is not decoded, and the mistake is told at its place`(text: String, words: String) {
        let found = report([text])
        #expect(lines(found) == ["breaking bad-form -  1x at file1.json:\(words)"])
        #expect(choices(found) == [])
        #expect(found.tally.payloads == 1)
        #expect(found.tally.broken == 1)
    }

    @Test func `an error without a status is known by its form, in both forms`() {
        let found = report([
            #"{"status_code":404,"request_id":"r","error_type":"t","error_message":"m","error_url":"u"}"#,
            #"{"status_code":400,"request_id":"r","error":"invalid_grant","error_description":"d"}"#,
        ])
        #expect(choices(found) == ["errors.Error 2 error"])
        #expect(lines(found) == [])
    }

    @Test func `bodies that are no JSON or empty are named, and an error's are not worse than drift`() {
        let found = report([
            #"{"operation":"sessions.get","status":502,"rawBody":"<html>"}"#,
            #"{"operation":"sessions.get","status":503,"rawBody":" "}"#,
            #"{"operation":"sessions.get","status":200,"rawBody":"<html>"}"#,
            #"{"operation":"sessions.get","status":200,"rawBody":""}"#,
            #"{"operation":"sessions.get","status":204,"rawBody":""}"#,
        ])
        #expect(
            lines(found).map { $0.split(separator: ":")[0] } == [
                "breaking empty-body -  1x at file4.json", "breaking not-json -  1x at file3.json",
                "drift empty-error -  1x at file2.json", "drift error-not-json -  1x at file1.json",
            ]
        )
        #expect(found.tally.payloads == 5)
    }

    @Test func `each element of an array is a payload at its own place`() {
        let found = report(["[\n  \(jwks),\n  {\"request_id\":7,\"status_code\":200,\"keys\":[]}\n]"])
        #expect(choices(found) == ["sessions.GetJWKSResponse 2 fit"])
        #expect(
            lines(found) == [
                "breaking wrong-type sessions.GetJWKSResponse /request_id 1x at file1.json:3:17: "
                    + "expected string, found 7"
            ]
        )
    }

    @Test func `an archive tells method and address, and other addresses are passed over`() throws {
        let archive = """
            {"log":{"version":"1.2","entries":[
              {"request":{"method":"GET","url":"https://test.stytch.com/v1/sessions/jwks/project-test-1?x=1"},
               "response":{"status":200,"content":{"mimeType":"application/json","text":"{\\"request_id\\":\\"r\\",\\"status_code\\":200,\\"keys\\":[],\\"more\\":1}"}}},
              {"request":{"method":"GET","url":"https://test.stytch.com/v1/sessions/jwks/project-test-1"},
               "response":{"status":200,"content":{"encoding":"base64","text":"eyJyZXF1ZXN0X2lkIjoiciIs\\r\\nInN0YXR1c19jb2RlIjoyMDAsImtleXMiOltdfQ=="}}},
              {"request":{"method":"GET","url":"https://test.stytch.com/v1/sessions"},
               "response":{"status":304,"content":{"size":0}}},
              {"request":{"method":"GET","url":"https://example.com/v1/sessions/jwks/a/b"},
               "response":{"status":200,"content":{"text":"{}"}}}]}}
            """
        let found = report([archive])
        #expect(choices(found) == ["sessions.GetJWKSResponse 2 address"])
        #expect(found.tally.skipped == [.otherAddress: 1, .noText: 1])
        #expect(
            lines(found) == [
                "drift unknown-field sessions.GetJWKSResponse /more 1x at file1.json:3:77: expected nothing, found 1"
            ]
        )
    }

    @Test func `the answers of a run are read from its results, and cut ones are passed over`() {
        let results = """
            {"format":"stytch-conformance/results","version":1,"cases":[
              {"id":"a","exchanges":[
                {"step":0,"operation":"sessions.get_jwks","request":{"method":"GET","url":"http://127.0.0.1/x"},
                 "response":{"status":200,"bytes":40,"body":"{\\"request_id\\":\\"r\\",\\"status_code\\":200}"}},
                {"step":1,"operation":"sessions.get","request":{"method":"GET","url":"http://127.0.0.1/x"},
                 "response":{"status":200,"bytes":9999,"body":"{\\"sessions\\":[… (20 more bytes)","sha256":"00"}},
                {"step":2,"operation":"sessions.get","request":{"method":"GET","url":"http://127.0.0.1/x"},
                 "response":{"status":200,"bytes":70,"body":"<binary, 70 bytes, image/png> 00"}},
                {"step":3,"request":{"method":"GET","url":"http://127.0.0.1/x"}}]},
              {"id":"b"}]}
            """
        let found = report([results])
        #expect(choices(found) == ["sessions.GetJWKSResponse 1 operation"])
        #expect(found.tally.skipped == [.cut: 1, .binary: 1])
        #expect(
            lines(found) == [
                "breaking missing-field sessions.GetJWKSResponse /keys 1x at file1.json:4:49: "
                    + "expected array, found nothing"
            ]
        )
    }

    @Test func `an operation that is not known is named, and the best fit is taken`() {
        let found = report([#"{"operation":"sessions.list","status":200,"body":\#(jwks)}"#])
        #expect(choices(found) == ["sessions.GetJWKSResponse 1 fit"])
        #expect(
            lines(found) == [
                "drift unknown-operation -  1x at file1.json:1:14: expected a name of the catalogue, found sessions.list"
            ]
        )
    }

    @Test func `what no model knows is said, and nothing is decoded`() {
        let found = report(["{}", "7", #"{"zzz":1}"#])
        #expect(choices(found) == [])
        #expect(found.findings.map(\.code.word) == ["no-model"])
        #expect(found.findings.map(\.count) == [3])
        #expect(found.tally.broken == 3)
    }

    @Test func `a text that is no JSON is a finding at its place`() {
        let found = report(["{\n  \"a\": nope\n}", ""])
        #expect(
            lines(found) == [
                "breaking empty-body -  1x at file2.json:1:1: expected JSON, found nothing",
                "breaking not-json -  1x at file1.json:2:8: expected JSON, found a word that is none of true, false and null",
            ]
        )
    }

    @Test(arguments: [
        #"{"user_id":"u","emails":[],"status":"active","phone_numbers":[],"webauthn_registrations":[],"providers":[],"totps":[],"crypto_wallets":[]}"#:
            "users.User",
        #"{"request_id":"r","status_code":200,"sessions":[]}"#: "sessions.GetResponse",
        #"{"kty":"RSA","use":"sig","key_ops":[],"alg":"RS256","kid":"k","x5c":[],"x5t_s256":"","n":"","e":""}"#:
            "sessions.JWK",
        #"{"request_id":"r","status_code":200}"#: "sessions.RevokeResponse",
    ])
    func `the model with fewest breaks and most known members fits`(text: String, model: String) {
        #expect(choices(report([text])) == ["\(model) 1 fit"])
    }
}
