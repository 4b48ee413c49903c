import Glibc
import TestServers
import Testing

@testable import CurlTransport

/// What is remembered of connections stays in bounds, however many come and go.
struct ConnectionSocketsTests {
    /// A socket of a port of its own, as a connection has one.
    private func openSocket() throws -> (socket: Int32, ports: ConnectionPorts) {
        let (socket, port) = try LoopbackServer.listeningSocket()
        return (socket, ConnectionPorts(local: Int32(port), remote: 443))
    }

    @Test(arguments: [true, false])
    func `connections that were closed are forgotten, and those that are open are not`(speaksHTTP2: Bool) throws {
        let sockets = ConnectionSockets()
        let kept = try (0..<10).map { _ in try openSocket() }
        defer { for connection in kept { close(connection.socket) } }
        for connection in kept { sockets.note(connection.ports, socket: connection.socket, speaksHTTP2: speaksHTTP2) }
        for _ in 0..<2_000 {
            let passing = try openSocket()
            sockets.note(passing.ports, socket: passing.socket, speaksHTTP2: speaksHTTP2)
            close(passing.socket)
            try #require(sockets.count <= 64)
        }
        #expect(kept.allSatisfy { sockets.knows($0.ports) })
    }
}
