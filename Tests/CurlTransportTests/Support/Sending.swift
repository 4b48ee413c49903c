import Conformance
import CurlTransport
import Foundation
import TestServers
import Testing

extension CurlOptions {
    /// Keeps idle connections for good: tests run side by side, and one may have to wait for its turn longer than a server would.
    static var patient: CurlOptions {
        var options = CurlOptions()
        options.connections.idleAge = .seconds(3_600)
        return options
    }
}

/// Sends one request through a transport of its own.
func sendAlone(_ request: TransferRequest, _ options: CurlOptions = CurlOptions()) async throws -> TransferResponse {
    try await withCurlTransport(options) { try await $0.send(request) }
}

/// The error one request ends with; an answer fails the test.
func failure(
    of request: TransferRequest,
    _ options: CurlOptions = CurlOptions(),
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) async throws -> TransportError {
    try #require(
        await #expect(throws: TransportError.self, sourceLocation: sourceLocation) {
            try await sendAlone(request, options)
        },
        sourceLocation: sourceLocation
    )
}

/// The error of one GET to a server with this script, its port written as `PORT`.
func failure(
    from steps: [LoopbackServer.Step],
    timeout: Duration = .seconds(30),
    bodyLimit: Int = 1_000_000,
    options: CurlOptions = CurlOptions(),
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) async throws -> TransportError {
    try await LoopbackServer.serving(steps) { server in
        let request = TransferRequest(method: "GET", url: server.url, timeout: timeout, bodyLimit: bodyLimit)
        var error = try await failure(of: request, options, sourceLocation: sourceLocation)
        error.message = error.message.replacing(":\(server.port)", with: ":PORT")
        return error
    }
}

extension TransferRequest {
    static func get(_ url: String, timeout: Duration = .seconds(30)) -> TransferRequest {
        TransferRequest(method: "GET", url: url, timeout: timeout)
    }
}

extension HeaderList {
    /// `("name", "value")` pairs, in order.
    static func list(_ pairs: (String, String)...) -> HeaderList {
        HeaderList(pairs.map { Field(name: $0.0, value: $0.1) })
    }
}

/// How many files this process has open.
func openFiles() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
}
