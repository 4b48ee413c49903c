import Foundation
import TestServers

/// Cases against one listener that is good or bad by the path of a request.
struct HostileCorpus {
    /// Each is a case, or as many as `times` says, between good ones.
    var servers: [HostileServer]
    var times = 1
    var goodCases = 6

    /// Writes the corpus to `cases/` below a folder, good cases between the others.
    func write(to folder: URL) throws {
        try folder.write("cases/operations.json", SmallCorpus.operations)
        let bad = servers.flatMap { server in (1...times).map { testCase(server, number: $0) } }
        let good = (1...goodCases).map { "{ \"id\": \"good-\($0)\", \(Self.exchange(path: "/good/\($0)")) }" }
        let share = max(1, goodCases / (bad.count + 1))
        var cases = Array(good.prefix(share))
        for (index, one) in bad.enumerated() {
            cases.append(one)
            cases += good.dropFirst(share * (index + 1)).prefix(share)
        }
        cases += good.dropFirst(share * (bad.count + 1))
        let suite = "{ \"description\": \"Servers.\", \"cases\": [\n\(cases.joined(separator: ",\n"))\n] }\n"
        try folder.write("cases/hostile/servers.json", suite)
    }

    /// Does what each path asks for; the program's own first question is answered like any other server would.
    var script: LoopbackServer.Script {
        let behaviours = Dictionary(servers.map { ("/\($0.name)", $0.steps) }) { first, _ in first }
        return { _ in
            [
                .route { path, earlier in
                    if path == "/mock/offers" { return [.answer("{}", status: "404 Not Found")] }
                    return behaviours[path].map { $0(earlier) } ?? [HostileServer.good]
                }
            ]
        }
    }

    private func testCase(_ server: HostileServer, number: Int) -> String {
        let timeout = server.timeout.map { ", \"timeout\": \"\($0)\"" } ?? ""
        let exchange = Self.exchange(path: "/\(server.name)", timeout)
        return "{ \"id\": \"\(server.name)-\(number)\", \(exchange) }"
    }

    private static func exchange(path: String, _ timeout: String = "") -> String {
        "\"request\": { \"method\": \"GET\", \"path\": \"\(path)\"\(timeout) },"
            + " \"expect\": { \"status\": 200, \"model\": \"none\", \"body\": { \"name\": \"Ann\" } }"
    }
}
