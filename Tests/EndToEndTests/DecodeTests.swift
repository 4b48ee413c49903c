import Foundation
import SchemaValidation
import Testing
import WireJSON

@testable import StytchConformance

private let jwks = #"{"request_id":"r","status_code":200,"keys":[]}"#
private let broken = #"{"request_id":7,"status_code":200,"keys":[]}"#
private let drifting = #"{"request_id":"r","status_code":200,"keys":[],"next_page":"x"}"#

/// The program over real files: what it reads, what it says, and how it ends.
@Suite(.timeLimit(.minutes(10)))
struct DecodeTests {
    private func decode(_ arguments: [String], in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(["decode"] + arguments, in: folder)
    }

    @Test func `a file, lines, an array, a folder and their packed forms are read alike`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("in/one.json", jwks)
            try folder.write("in/lines.ndjson", "\(jwks)\n\n\(drifting)\n")
            try folder.write("in/more.jsonl", jwks)
            try folder.write("in/deep/list.json", "[\(jwks),\(jwks)]")
            try folder.write("in/notes.txt", "nothing")
            try folder.write("packed.json", "[\(jwks),\(jwks)]")
            try folder.write("packed.ndjson", "\(jwks)\n\(jwks)\n")
            let packed = "gzip -k packed.json packed.ndjson && cat packed.ndjson.gz packed.ndjson.gz > in/two.ndjson.gz"
            #expect(try await Shell.run("\(packed) && mv packed.json.gz in/", in: folder) == 0)
            let ended = try await decode(["in"], in: folder)
            #expect(ended.status == 0)
            #expect(ended.error == "")
            #expect(ended.lines.first == "12 payloads in 6 files: 1 drift")
            #expect(ended.output.contains("first at in/lines.ndjson:3:59"))
            #expect(ended.lines.last == "passed")
        }
    }

    @Test func `standard input is read, packed or not, as lines or as one text`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("lines", "\(jwks)\n\(broken)\n")
            try folder.write("pretty", "[\n\(jwks),\n\(jwks)\n]\n")
            let program = try BuiltProgram.location().path
            #expect(try await Shell.run("cat lines | '\(program)' decode - > a.txt", in: folder) == 1)
            #expect(try folder.text("a.txt").contains("first at stdin:2:15"))
            #expect(try await Shell.run("gzip -c lines | '\(program)' decode - > b.txt", in: folder) == 1)
            #expect(try folder.text("b.txt") == folder.text("a.txt"))
            #expect(try await Shell.run("cat pretty | '\(program)' decode - > c.txt", in: folder) == 0)
            #expect(try folder.text("c.txt").hasPrefix("2 payloads in 1 file: nothing found\n"))
        }
    }

    @Test(arguments: ["200.0", "2e2"])
    func `an integer with a point or an exponent breaks, as it breaks the Go client`(status: String) async throws {
        try await withTemporaryFolder { folder in
            let odd = jwks.replacingOccurrences(of: "200", with: status)
            // Known from the answers before it, the last one is looked at all the same.
            try folder.write("x.ndjson", "\(jwks)\n\(jwks)\n\(odd)\n")
            let ended = try await decode(["x.ndjson"], in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains("number-does-not-fit"))
            #expect(ended.output.contains("first at x.ndjson:3:33"))
            #expect(ended.lines.last == "failed: 1 finding at 1 place (breaking)")
        }
    }

    @Test(arguments: ["\0\0\0", "\u{1}", "\u{B}", "\u{C}"])
    func `a line of control characters is a payload that is not JSON`(_ line: String) async throws {
        try await withTemporaryFolder { folder in
            try folder.write("x.ndjson", "\(jwks)\n\(line)\n \t\r\n")
            let ended = try await decode(["x.ndjson"], in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains("not-json"))
            #expect(ended.output.contains("first at x.ndjson:2:1"))
            #expect(ended.lines.last == "failed: 1 finding at 1 place (breaking)")
        }
    }

    @Test func `a bad line does not hide those after it, and ends with status 1`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("x.ndjson", "\(jwks)\n{\"request_id\":\n\(jwks)\n\u{FEFF}\n\(jwks)")
            let ended = try await decode(["x.ndjson"], in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains("sessions.GetJWKSResponse  3  by best fit"))
            #expect(ended.output.contains("not-json  payload  2x"))
            #expect(ended.output.contains("first at x.ndjson:2:15\n    also at x.ndjson:4:1\n"))
            #expect(ended.lines.last == "failed: 2 findings at 1 place (breaking)")
        }
    }

    @Test func `broken inputs are told apart, and what could be read is reported`() async throws {
        try await withTemporaryFolder { folder in
            let many = Array(repeating: jwks, count: 5_000).joined(separator: "\n")
            try folder.write("cut.ndjson", many)
            try folder.write("mark.json", "\u{FEFF}\(jwks)")
            try folder.write("empty.json", "")
            let cut =
                "gzip cut.ndjson && head -c 150 cut.ndjson.gz > c && mv c cut.ndjson.gz && printf '{\"a\":\"\\377\"}' > utf8.json"
            #expect(try await Shell.run(cut, in: folder) == 0)
            let packed = try await decode(["cut.ndjson.gz", "mark.json"], in: folder)
            #expect(packed.status == 2)
            #expect(packed.error == "error: 'cut.ndjson.gz' is cut: its gzip stream has no end\n")
            #expect(packed.output.contains("byte-order-mark  payload  1x  (reported)"))
            #expect(packed.lines.last == "incomplete: not all was read")
            let texts = try await decode(["empty.json", "utf8.json"], in: folder)
            #expect(texts.status == 1)
            #expect(texts.output.contains("expected JSON, found bytes that are no UTF-8\n    first at utf8.json:1:7"))
            #expect(texts.output.contains("empty-body  payload  1x"))
        }
    }

    @Test func `nothing to decode ends with status 4, a file that is not there with 2`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("none.ndjson", "\n\n")
            try folder.write("list.json", "[]")
            #expect(try await Shell.run("mkdir bare", in: folder) == 0)
            for path in ["none.ndjson", "list.json", "bare"] {
                let nothing = try await decode([path], in: folder)
                #expect(nothing.status == 4)
                #expect(nothing.lines.last == "nothing to decode")
            }
            let missing = try await decode(["gone.json"], in: folder)
            #expect(missing.status == 2)
            #expect(missing.error == "error: there is no file 'gone.json'\n")
        }
    }

    @Test func `a name that is not known is told with the nearest, and all that are`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("a.json", jwks)
            let model = try await decode(["--model", "sessions.GetJWKSRespons", "a.json"], in: folder)
            #expect(model.status == 2)
            #expect(
                model.error.hasPrefix(
                    "error: there is no model 'sessions.GetJWKSRespons'\n  hint: did you mean 'sessions.GetJWKSResponse'?\n"
                )
            )
            let far = try await decode(["--model", "nothing-like-it", "a.json"], in: folder)
            #expect(
                far.error.hasPrefix(
                    "error: there is no model 'nothing-like-it'\n  hint: one of sessions.AuthenticateParams, "
                )
            )
            let swapped = try await decode(["--model", "sessions.get", "a.json"], in: folder)
            #expect(
                swapped.error == """
                    error: there is no model 'sessions.get'
                      hint: 'sessions.get' is an operation; give it with '--operation sessions.get'

                    """
            )
            let operation = try await decode(["--operation", "sessions.gett", "a.json"], in: folder)
            #expect(
                operation.error
                    == "error: there is no operation 'sessions.gett'\n  hint: did you mean 'sessions.get'?\n"
            )
            let gate = try await decode(["--fail-on", "drifts", "a.json"], in: folder)
            #expect(gate.error == "error: there is no severity or code 'drifts'\n  hint: did you mean 'drift'?\n")
        }
    }

    @Test func `an operation that is not known is told where it is named, with the nearest`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("a.json", "{\n  \"operation\": \"sessions.gett_jwks\",\n  \"body\": \(jwks)\n}")
            let ended = try await decode(["a.json"], in: folder)
            #expect(ended.status == 0)
            #expect(
                ended.output.contains(
                    """
                      unknown-operation  payload  1x  (reported)
                        expected a name of the catalogue, such as 'sessions.get_jwks', found sessions.gett_jwks
                        first at a.json:2:16
                    """
                )
            )
        }
    }

    @Test func `options choose model, gates and the least coverage`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("d.json", drifting)
            try folder.write("b.json", broken)
            #expect(try await decode(["d.json"], in: folder).status == 0)
            #expect(try await decode(["--fail-on", "breaking,unknown-field", "d.json"], in: folder).status == 1)
            #expect(try await decode(["--fail-on", "none", "b.json"], in: folder).status == 0)
            #expect(try await decode(["--fail-on", "default, drift", "b.json"], in: folder).status == 1)
            #expect(try await decode(["--fail-on", "default, drift", "d.json"], in: folder).status == 1)
            #expect(try await decode(["--fail-on", "drift", "b.json"], in: folder).status == 0)
            let covered = try await decode(["--min-coverage", "99", "d.json"], in: folder)
            #expect(covered.status == 1)
            #expect(covered.lines.last == "failed: coverage: expected at least 99.0%, found 25.0%")
            let chosen = try await decode(["--operation", "sessions.get", "d.json"], in: folder)
            #expect(chosen.output.contains("sessions.GetResponse  1  by option"))
            #expect(chosen.output.contains("missing-field  sessions.GetResponse /sessions  1x"))
        }
    }

    @Test func `a policy sets severities, and its mistakes stand at their places`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("d.json", drifting)
            try folder.write(
                "p.json",
                #"{ "failOn": ["drift"], "rules": [{ "pointer": "/next_page", "severity": "note" }] }"#
            )
            try folder.write(
                "q.json",
                "{\n  \"rules\": [\n    { \"code\": \"unknown-feld\", \"severity\": \"note\" }\n  ]\n}\n"
            )
            #expect(try await decode(["--fail-on", "drift", "d.json"], in: folder).status == 1)
            #expect(try await decode(["--policy", "p.json", "d.json"], in: folder).status == 0)
            let wrong = try await decode(["--policy", "q.json", "d.json"], in: folder)
            #expect(wrong.status == 2)
            #expect(
                wrong.error == """
                    error: the policy 'q.json' has mistakes
                    q.json:3:15: there is no code 'unknown-feld'
                            { "code": "unknown-feld", "severity": "note" }
                                      ^
                      hint: did you mean 'unknown-field'?

                    """
            )
            let schema = try SchemaValidator(Checkout.root.text("docs/decode-policy.schema.json"))
            #expect(schema.problems(try JSONDocument(folder.text("p.json")).root) == [])
            #expect(schema.problems(try JSONDocument(folder.text("q.json")).root) != [])
        }
    }

    @Test func `all of it is written as JSON that its schema allows, and nothing of a payload is in it`() async throws {
        try await withTemporaryFolder { folder in
            let payloads = Checkout.root.appendingPathComponent("cases/payloads").path
            let ended = try await decode(["--json", "out/d.json", "--fail-on", "none", payloads], in: folder)
            #expect(ended.status == 0)
            let text = try folder.text("out/d.json")
            let root = try JSONDocument(text).root
            #expect(try SchemaValidator(Checkout.root.text("docs/decode.schema.json")).problems(root) == [])
            #expect(root["findings"]?.count ?? 0 > 5)
            #expect(!(text + ended.output).contains("@"))
            #expect(!(text + ended.output).contains("user-test-"))
        }
    }

    @Test func `the results of a run are decoded, and what was cut in them is passed over`() async throws {
        try await withTemporaryFolder { folder in
            let run = try await BuiltProgram.run(["run", "sessions/get", "--evidence", "all"], in: folder)
            #expect(run.status == 0)
            let ended = try await decode(["reports/results.json"], in: folder)
            #expect(ended.status == 0)
            #expect(ended.output.contains("sessions.GetResponse"))
            #expect(ended.output.contains("by operation"))
        }
    }

    @Test func `the result is the same, however the input is cut and whoever is faster`() async throws {
        try await withTemporaryFolder { folder in
            let lines = (0..<20_000).map { place in
                place % 997 == 3 ? #"{"request_id":"r","status_code":200,"keys":[],"new_\#(place % 7)":1}"# : jwks
            }
            try folder.write("many.ndjson", lines.joined(separator: "\n"))
            try folder.write("many.json", "[\n" + lines.joined(separator: ",\n") + "\n]")
            let first = try await decode(["many.ndjson"], in: folder)
            let second = try await decode(["many.ndjson"], in: folder)
            #expect(first.output == second.output)
            #expect(first.output.contains("new_3: integer, 3x"))
            let whole = try await decode(["many.json"], in: folder)
            func counts(_ text: String) -> [String] {
                text.split(separator: "\n").filter { !$0.contains(" at ") }.map(String.init)
            }
            #expect(counts(whole.output) == counts(first.output))
        }
    }

    @Test func `SIGINT ends the reading, and what was read so far is reported`() async throws {
        try await withTemporaryFolder { folder in
            #expect(try await Shell.run("mkfifo pipe", in: folder) == 0)
            let running = try BuiltProgram.Running(["decode", "pipe"], in: folder)
            // Opens once the program has opened its end.
            let pipe = try FileHandle(forWritingTo: folder.appendingPathComponent("pipe"))
            try pipe.write(contentsOf: Data("\(jwks)\n\(drifting)\n".utf8))
            // What is in the pipe is taken at once; a second write follows the first, so that one of them was read.
            try pipe.write(contentsOf: Data(String(repeating: "\(jwks)\n", count: 3_000).utf8))
            running.signal(SIGINT)
            let ended = try await running.ended()
            try pipe.close()
            #expect(ended.status == 130)
            #expect(ended.error == "stopped by SIGINT: not all was read\n")
            #expect(ended.output.contains("sessions.GetJWKSResponse"))
        }
    }
}
