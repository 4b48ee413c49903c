import Foundation
import TestServers
import Testing

/// One way in which a server misbehaves, and what the program has to make of it.
struct HostileServer: Sendable, CustomTestStringConvertible {
    /// What a case against such a server comes to.
    enum Verdict: Sendable {
        /// The message is the one after the request, with `PORT` for the port.
        case errored(kind: String, message: String, hint: String)
        /// With this one finding.
        case failed(String)
        case passed
    }

    /// Names the case, and is the path that behaves so.
    var name: String
    /// What the server does, in words.
    var does: String
    /// The time limit of the request, where it is the one that ends it; other requests have all the time there is.
    var timeout: String?
    var verdict: Verdict
    /// What is done for each request, which came as the so-and-so-manieth for this path.
    var steps: @Sendable (_ earlier: Int) -> [LoopbackServer.Step]

    init(
        _ name: String,
        _ does: String,
        timeout: String? = nil,
        _ verdict: Verdict,
        _ steps: [LoopbackServer.Step]
    ) {
        self.init(name, does, timeout: timeout, verdict) { _ in steps }
    }

    init(
        _ name: String,
        _ does: String,
        timeout: String? = nil,
        _ verdict: Verdict,
        steps: @escaping @Sendable (_ earlier: Int) -> [LoopbackServer.Step]
    ) {
        self.name = name
        self.does = does
        self.timeout = timeout
        self.verdict = verdict
        self.steps = steps
    }

    var testDescription: String { name }

    /// A message as it is where the server listens on this port.
    static func message(_ message: String, port: UInt16) -> String {
        message.replacing(":PORT", with: ":\(port)")
    }

    /// The line of `docs/hostile-servers.md`.
    var documentation: String {
        let place = "127.0.0.1:PORT"
        return switch verdict {
        case .errored(_, let message, let hint):
            "| \(does) | errored | `\(message.replacing(place, with: "HOST"))` | \(hint) |"
        case .failed(let finding): "| \(does) | failed | `\(finding)` | |"
        case .passed: "| \(does) | passed | | |"
        }
    }
}
