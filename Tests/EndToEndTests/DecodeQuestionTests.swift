import Foundation
import Testing
import WireJSON

@Suite(.timeLimit(.minutes(10)))
struct DecodeQuestionTests {
    private static let keySet = """
        {"operation": "sessions.get_jwks", "status": 200, "body": {"status_code": 200, "request_id": "r", "keys": [
          {"kty": "RSA", "use": "sig", "key_ops": [], "alg": "RS256", "kid": "k", "x5c": [], "x5tS256": "B=", "n": "n",
           "e": "AQAB"}]}}
        """

    private static let deleted = """
        {"operation": "users.delete", "status": 200,
         "body": {"status_code": 200, "request_id": "r", "user_id": "u", "mood": "fine"}}
        """

    private static let line =
        #"{"operation":"users.delete","status":200,"body":{"status_code":200,"request_id":"r","user_id":"u"}}"#

    private static func run(_ body: String, _ arguments: [String]) async throws -> BuiltProgram.Ended {
        try await withTemporaryFolder { folder in
            try folder.write("answer.json", body)
            return try await BuiltProgram.run(["decode"] + arguments + ["answer.json"], in: folder)
        }
    }

    @Test func `the matrix shows that every version from v9 to v18 loses the thumbprint of a key`() async throws {
        let ended = try await Self.run(Self.keySet, ["--matrix", "--format", "json"])
        #expect(ended.status == 0)
        let root = try JSONDocument(ended.output).root
        let versions = root["versions"]?.elements.compactMap(\.string) ?? []
        #expect(versions.first == "v9.0.0")
        #expect(versions.last == "v18.1.0")
        #expect(versions.count == 20)
        let row = root["rows"]?.elements.first { $0["pointer"]?.isString("/keys/*/x5tS256") ?? false }
        #expect(row?["states"]?.elements.compactMap(\.string) == Array(repeating: "lost", count: 20))
        #expect(row?["reasons"]?.elements.compactMap(\.string) == Array(repeating: "other-name", count: 20))
    }

    @Test func `the matrix is text for people`() async throws {
        let ended = try await Self.run(Self.keySet, ["--matrix"])
        #expect(ended.status == 0)
        let lost =
            "  /keys/*/x5tS256" + String(repeating: " ", count: 13)
            + String(repeating: "lost ", count: 20) + "other-name"
        #expect(ended.lines.contains(lost))
        #expect(ended.lines.first == "stytch-go, 1 payload ('.' kept)")
        #expect(ended.lines.last == "other-name: the version looks under another name")
    }

    @Test func `the matrix is Markdown`() async throws {
        let ended = try await Self.run(Self.keySet, ["--matrix", "--format", "markdown"])
        #expect(ended.status == 0)
        let cells = String(repeating: " **lost** |", count: 20)
        #expect(ended.lines.contains("| `/keys/*/x5tS256` |\(cells) other-name |"))
        #expect(ended.lines.contains("## sessions.GetJWKSResponse"))
    }

    @Test func `the matrix is a page that is one file`() async throws {
        let ended = try await Self.run(Self.keySet, ["--matrix", "--format", "html"])
        #expect(ended.status == 0)
        #expect(ended.output.hasPrefix("<!DOCTYPE html>"))
        #expect(ended.output.contains("Content-Security-Policy"))
        let lost = String(repeating: #"<td><span class="badge warn">lost</span></td>"#, count: 20)
        #expect(ended.output.contains(#"<th scope="row"><code>/keys/*/x5tS256</code></th>"# + lost))
        #expect(!ended.output.contains("AQAB"))
    }

    @Test func `one version says what it loses`() async throws {
        let body = """
            {"operation": "sessions.migrate", "status": 200, "body": {"user_device": {"visitor_id": "v"}, "user": \
            {"roles": []}}}
            """
        let old = try await Self.run(body, ["--sdk-version", "v15.4.0"])
        #expect(old.status == 0)
        #expect(
            old.output == """
                stytch-go v15.4.0, 1 payload: 0 read whole, 1 lose something, 0 fail

                lost
                  sessions.MigrateResponse /user/roles  1x  unknown-field: the version does not know the field
                  sessions.MigrateResponse /user_device  1x  unknown-field: the version does not know the field
                  sessions.MigrateResponse /user_device/visitor_id  1x  unknown-field: the version does not know the field

                """
        )
        let new = try await Self.run(body, ["--sdk-version", "v16.33.0"])
        #expect(new.status == 0)
        #expect(new.output == "stytch-go v16.33.0, 1 payload: 1 read whole, 0 lose something, 0 fail\n")
    }

    @Test func `one version fails where Go gives an error`() async throws {
        let body = #"{"operation": "sessions.revoke", "status": 200, "body": {"status_code": 2e2, "request_id": "r"}}"#
        let ended = try await Self.run(body, ["--sdk-version", "18.1.0", "--format", "json"])
        #expect(ended.status == 1)
        let root = try JSONDocument(ended.output).root
        #expect(root["failing"]?.number?.int == 1)
        #expect(root["rows"]?[0]?["pointer"]?.string == "/status_code")
        #expect(root["rows"]?[0]?["reason"]?.string == "number-does-not-fit")
    }

    @Test func `a version between two of the table reads as the earlier one, and that is said`() async throws {
        let ended = try await Self.run(Self.keySet, ["--sdk-version", "v15.8.2"])
        #expect(ended.status == 0)
        #expect(ended.lines.first?.hasPrefix("stytch-go v15.8.2 (reads as v15.7.0), 1 payload: ") == true)
    }

    @Test(arguments: [
        ("v8.0.0", "error: nothing is known of stytch-go v8.0.0, which is older than the table\n"),
        ("v19.0.0", "error: nothing is known of stytch-go v19.0.0, which is later than the table\n"),
        ("latest", "error: 'latest' is no version of stytch-go\n"),
    ])
    func `a version of which nothing is known is refused`(version: String, words: String) async throws {
        let ended = try await Self.run(Self.keySet, ["--sdk-version", version])
        #expect(ended.status == 2)
        #expect(ended.output == "")
        #expect(ended.error.hasPrefix(words))
        #expect(ended.error.contains("the table covers v9.0.0 to v18.1.0\n"))
    }

    @Test func `a body that is no JSON fails in every version, and what is not asked is told`() async throws {
        let cut = try await Self.run("{", ["--sdk-version", "v18.1.0"])
        #expect(cut.status == 1)
        #expect(
            cut.output == """
                stytch-go v18.1.0, 1 payload: 0 read whole, 0 lose something, 1 fail

                fails
                  payload (body)  1x  not-json: the body is no JSON

                """
        )
        let told = #"{"operation": "sessions.get", "status": 200, "rawBody": "<html>"}"#
        let answer = try await Self.run(told, ["--sdk-version", "v18.1.0"])
        #expect(answer.status == 1)
        #expect(answer.output.contains("  sessions.GetResponse (body)  1x  not-json: the body is no JSON\n"))
        let proxy = #"{"operation": "sessions.get", "status": 502, "rawBody": "<html>"}"#
        let error = try await Self.run(proxy, ["--sdk-version", "v18.1.0"])
        #expect(error.output.contains("  errors.Error (body)  1x  not-json: the body is no JSON\n"))
        let strange = try await Self.run(#"{"neither": 1}"#, ["--sdk-version", "v18.1.0"])
        #expect(strange.status == 1)
        #expect(strange.lines.last == "not read: 1 payload (no-model), first at answer.json:1:1")
    }

    @Test func `texts that are no JSON are told below every answer, in every form`() async throws {
        try await withTemporaryFolder { folder in
            let lines = [Self.line, "{", Self.line, "{\"a\":", Self.line]
            try folder.write("f.ndjson", lines.joined(separator: "\n"))
            let trip = try await BuiltProgram.run(["decode", "--round-trip", "f.ndjson"], in: folder)
            #expect(trip.status == 1)
            #expect(trip.lines.first == "3 payloads, decoded and encoded again: 3 unchanged")
            #expect(trip.lines.last == "not read: 2 payloads (not-json), first at f.ndjson:2:2")
            let stress = try await BuiltProgram.run(["decode", "--stress", "--format", "json", "f.ndjson"], in: folder)
            #expect(stress.status == 0)
            let unread = try JSONDocument(stress.output).root["unread"]?.value.text()
            #expect(unread == #"[{"code":"not-json","count":2,"first":"f.ndjson:2:2"}]"#)
            let matrix = try await BuiltProgram.run(["decode", "--matrix", "--format", "json", "f.ndjson"], in: folder)
            let root = try JSONDocument(matrix.output).root
            #expect(root["payloads"]?.number?.int == 5)
            #expect(root["totals"]?[0]?["failing"]?.number?.int == 2)
            #expect(root["rows"]?.elements.contains { $0["model"]?.isString("payload") ?? false } == true)
        }
    }

    @Test func `a round trip says what the models lose`() async throws {
        let ended = try await Self.run(Self.deleted, ["--round-trip"])
        #expect(ended.status == 1)
        #expect(
            ended.output == """
                1 payload, decoded and encoded again: 0 unchanged

                lost: there before, gone after
                  users.DeleteResponse /mood  1x  first at answer.json:2:74

                """
        )
        let whole = try await Self.run(Self.keySet, ["--round-trip", "--format", "json"])
        #expect(whole.status == 0)
        #expect(try JSONDocument(whole.output).root["unchanged"]?.number?.int == 1)
    }

    @Test func `stress says of each field what its changes do`() async throws {
        let ended = try await Self.run(Self.deleted, ["--stress"])
        #expect(ended.status == 0)
        #expect(
            ended.output == """
                1 payload, 12 changes; by field and change, 9 break, 1 are reported, 2 are tolerated

                breaks
                  users.DeleteResponse /request_id: dropped (missing-field), null (unexpected-null)
                  users.DeleteResponse /status_code: dropped (missing-field), null (unexpected-null), \
                beyond-int64 (number-does-not-fit), fraction (number-does-not-fit), huge-exponent (number-does-not-fit)
                  users.DeleteResponse /user_id: dropped (missing-field), null (unexpected-null)

                reported
                  users.DeleteResponse (body): unknown-neighbour (unknown-field)

                tolerated
                  users.DeleteResponse /request_id: other-word
                  users.DeleteResponse /user_id: other-word

                """
        )
    }

    @Test func `several answers are put under stress, and the same report comes twice`() async throws {
        let names = ["get", "error", "user", "get_jwks", "migrate"]
        let paths = names.map { "\(Checkout.cases)/payloads/\($0).json" }
        let arguments = ["decode", "--stress", "--format", "json"] + paths
        let one = try await BuiltProgram.run(arguments)
        let other = try await BuiltProgram.run(arguments)
        #expect(one.status == 0)
        #expect(one.output == other.output)
        let root = try JSONDocument(one.output).root
        #expect(root["payloads"]?.number?.int == 5)
        #expect(root["skipped"]?.number?.int == 0)
    }

    @Test(arguments: [
        (["--matrix", "--stress"], "'--matrix' and '--stress' exclude each other"),
        (["--format", "json"], "'--format' stands only beside --sdk-version, --matrix, --round-trip or --stress"),
        (["--stress", "--format", "html"], "'--format html' stands only beside '--matrix'"),
    ])
    func `questions exclude each other`(arguments: [String], message: String) async throws {
        let ended = try await Self.run(Self.keySet, arguments)
        #expect(ended.status == 2)
        #expect(ended.error.contains(message))
    }
}
