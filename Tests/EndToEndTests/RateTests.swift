import Foundation
import SchemaValidation
import Synchronization
import Testing
import WireJSON

@testable import Conformance

/// How many requests a server sees in a time, and what it sees again.
@Suite(.timeLimit(.minutes(10)))
struct RateTests {
    /// Twenty cases of three requests each, one in set-up and one in teardown.
    private static let suite = """
        {
          "description": "Many.",
          "setup": [{ "request": { "method": "GET", "path": "/set-up" }, "expect": { "status": 200, "model": "none" } }],
          "teardown": [{ "request": { "method": "GET", "path": "/gone" }, "expect": { "status": 200, "model": "none" } }],
          "cases": [{
            "id": "many", "rows": [\((1...20).map { "{ \"id\": \"r\($0)\" }" }.joined(separator: ","))],
            "request": { "method": "GET", "path": "/step" }, "expect": { "status": 200, "model": "none" }
          }]
        }
        """

    @Test
    func `no request comes before its turn, over all lanes, set-up and teardown included`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", SmallCorpus.operations)
            try folder.write("cases/small/many.json", Self.suite)
            let clock = ContinuousClock()
            let arrivals = Mutex<[ContinuousClock.Instant]>([])
            let server = try LocalServer { line in
                guard !line.contains(" /mock/offers ") else { return .answer(status: 404, body: "{}") }
                arrivals.withLock { $0.append(clock.now) }
                return .answer(status: 200, body: "{}")
            }
            defer { server.stop() }
            let start = clock.now
            let ended = try await BuiltProgram.run(
                ["run", "--target", server.baseURL, "--rate", "100", "--jobs", "32"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 0)
            #expect(ended.lines.last == "20 passed, 0 failed, 0 skipped")
            let times = arrivals.withLock { $0 }
            #expect(times.count == 60)
            // Only ever late: a busy machine makes each of these longer.
            for (index, time) in times.enumerated() {
                #expect(time - start >= .milliseconds(10) * (index + 1))
            }
        }
    }

    @Test
    func `what is sent again after 429 is told, and counts as one more request`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let refusals = Mutex(0)
            let server = try LocalServer { line in
                if line.contains(" /mock/offers ") { return .answer(status: 404, body: "{}") }
                let isFirst =
                    line.contains(" /thing ")
                    && refusals.withLock { count in
                        count += 1
                        return count == 1
                    }
                return .answer(status: isFirst ? 429 : 200, body: "{\"name\":\"Ann\"}")
            }
            defer { server.stop() }
            let ended = try await BuiltProgram.run(
                ["run", "--target", server.baseURL, "--verbose"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 0)
            let lines = ended.lines.filter { $0.contains("/thing") && $0.contains("→") }
            #expect(lines.count == 2)
            #expect(lines.first?.contains("→ 429 (") == true && lines.first?.contains(", sent again after ") == true)
            #expect(lines.last?.contains("→ 200 (") == true && lines.last?.contains("sent again") == false)
            let results = try JSONDocument(folder.text("reports/results.json")).root
            #expect(try SchemaValidator(Checkout.root.text("docs/results.schema.json")).problems(results) == [])
            #expect(results["transfers"]?["requests"]?.value == 3)
            let exchanges = results["cases"]?.elements.first { $0["id"]?.string == "small/things/thing" }?["exchanges"]
            let waits = exchanges?.elements.map {
                $0["sentAgainAfterMicroseconds"]?.value.number.flatMap { Int($0.token) }
            }
            #expect(waits?.count == 2)
            #expect((500_000...750_000).contains(try #require(waits?.first ?? nil)))
            #expect(waits?.last == .some(nil))
        }
    }

    @Test(arguments: ["0", "-1", "", "ten", "1e3", "10001", "0.001", "inf", "1.2.3"])
    func `a rate outside 0.01 to 10000 a second is refused`(text: String) async throws {
        let ended = try await BuiltProgram.run(["run", "--rate=\(text)"])
        #expect(ended.status == 2)
        #expect(ended.error.contains("--rate"))
    }

    @Test
    func `a cap below one is refused, and one beside an update of known failures`() async throws {
        let none = try await BuiltProgram.run(["run", "--max-requests", "0"])
        #expect(none.status == 2)
        #expect(none.error == "error: '--max-requests' must be at least 1, found 0\n")
        let partial = try await BuiltProgram.run(["run", "--max-requests", "5", "--update-known-failures"])
        #expect(partial.status == 2)
        #expect(partial.error.contains("--max-requests may end it early"))
    }
}
