import CCurl

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A connection by both its ports.
///
/// Two to different hosts can share them; the cost is one needless new connection.
struct ConnectionPorts: Hashable {
    let local: Int32
    let remote: Int32
}

/// Knows the socket of each connection kept for reuse, to see what has become of it.
///
/// A server may have said something that no one asked for, which libcurl would read as the answer to the next request. HTTP/2 is left
/// out there: its frames name their request. Used on the loop's thread only.
final class ConnectionSockets {
    private struct Connection {
        let socket: Int32
        let speaksHTTP2: Bool
    }

    private var connections: [ConnectionPorts: Connection] = [:]
    /// How many there may be before those that libcurl has closed are looked for.
    private var sweepsAt = ConnectionSockets.leastSwept
    private static let leastSwept = 64

    /// How many are remembered: never more than 64, or twice as many as were open at once.
    var count: Int { connections.count }

    /// Remembers the connection that a transfer has opened and that libcurl keeps.
    func note(_ easy: UnsafeMutableRawPointer) {
        let facts = EasyFacts(easy)
        let ports = ConnectionPorts(local: Int32(facts.localPort), remote: Int32(facts.remotePort))
        note(ports, socket: facts.activeSocket, speaksHTTP2: facts.httpVersion == "HTTP/2")
    }

    /// Remembers a connection by its socket; nil where libcurl has closed it already.
    func note(_ ports: ConnectionPorts, socket: Int32?, speaksHTTP2: Bool) {
        connections[ports] = socket.map { Connection(socket: $0, speaksHTTP2: speaksHTTP2) }
        if connections.count > sweepsAt { sweep() }
    }

    /// Forgets the connections that libcurl has closed, of which it says nothing.
    private func sweep() {
        connections = connections.filter { isOpen($0.value, on: $0.key) }
        sweepsAt = max(Self.leastSwept, connections.count * 2)
    }

    /// Whether this is a kept connection.
    func knows(_ ports: ConnectionPorts) -> Bool {
        connections[ports] != nil
    }

    /// Whether bytes, or the end, have come in on an HTTP/1 connection before the request was sent.
    func holdsStrayBytes(_ ports: ConnectionPorts) -> Bool {
        guard let connection = connections[ports], !connection.speaksHTTP2 else { return false }
        var byte: UInt8 = 0
        return recv(connection.socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) >= 0
    }

    /// Whether an HTTP/2 connection is still open.
    func keepsOpen(_ ports: ConnectionPorts) -> Bool {
        guard let connection = connections[ports], connection.speaksHTTP2 else { return false }
        return isOpen(connection, on: ports)
    }

    /// Whether the socket is open, and has not become another connection's.
    private func isOpen(_ connection: Connection, on ports: ConnectionPorts) -> Bool {
        // Room for either family; both have the port at the same place.
        var address = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(connection.socket, $0, &length) }
        }
        return status == 0 && Int32(in_port_t(bigEndian: address.sin6_port)) == ports.local
    }

    /// Forgets a connection that is about to be closed.
    func forget(_ ports: ConnectionPorts) {
        connections[ports] = nil
    }
}
