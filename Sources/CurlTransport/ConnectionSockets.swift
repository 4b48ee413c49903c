import CCurl

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Knows the socket of each connection kept for reuse, to see whether a server has said something that no one asked for.
///
/// libcurl would read such bytes as the answer to the next request on the connection. HTTP/2 is left out: its frames name their
/// request. Used on the loop's thread only.
final class ConnectionSockets {
    /// A connection by both its ports.
    ///
    /// Two to different hosts can share them; the cost is one needless new connection.
    private struct Ports: Hashable {
        let local: Int32
        let remote: Int32
    }

    private var sockets: [Ports: Int32] = [:]

    /// Remembers the connection that a transfer has opened and that libcurl keeps.
    func note(_ easy: UnsafeMutableRawPointer) {
        let facts = EasyFacts(easy)
        let ports = Ports(local: Int32(facts.localPort), remote: Int32(facts.remotePort))
        sockets[ports] = facts.httpVersion == "HTTP/2" ? nil : facts.activeSocket
    }

    /// Whether this is a kept connection that speaks HTTP/1.
    func knows(localPort: Int32, remotePort: Int32) -> Bool {
        sockets[Ports(local: localPort, remote: remotePort)] != nil
    }

    /// Whether bytes, or the end, have come in on a connection before the request was sent.
    func holdsStrayBytes(localPort: Int32, remotePort: Int32) -> Bool {
        guard let socket = sockets[Ports(local: localPort, remote: remotePort)] else { return false }
        var byte: UInt8 = 0
        return recv(socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) >= 0
    }

    /// Forgets a connection that is about to be closed.
    func forget(localPort: Int32, remotePort: Int32) {
        sockets[Ports(local: localPort, remote: remotePort)] = nil
    }
}
