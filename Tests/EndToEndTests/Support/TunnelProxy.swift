import Foundation
import Synchronization

/// A proxy on a free loopback port that answers `CONNECT` and then carries bytes both ways, to one server whatever was asked for.
final class TunnelProxy: Sendable {
    let port: Int
    private let upstream: Int
    private let listener: Int32
    private let seen = Mutex<[String]>([])
    private let open = Mutex<[Int32]>([])

    init(to upstream: Int) throws {
        (listener, port) = try LocalServer.boundSocket()
        self.upstream = upstream
        guard listen(listener, 64) == 0 else { throw LocalServer.Unavailable() }
        Thread.detachNewThread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                Thread.detachNewThread { self.serve(client) }
            }
        }
    }

    /// The first line of each request to the proxy itself.
    var requests: [String] { seen.withLock { $0 } }

    /// Closes the listener and every connection.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        for socket in open.withLock({ $0 }) { shutdown(socket, Int32(SHUT_RDWR)) }
    }

    private func serve(_ client: Int32) {
        guard let head = readHead(client), let server = try? LocalServer.connection(to: upstream) else {
            close(client)
            return
        }
        seen.withLock { $0.append(String(head.prefix { $0 != "\r\n" })) }
        open.withLock { $0 += [client, server] }
        let agreed = "HTTP/1.1 200 Connection established\r\n\r\n"
        _ = send(client, agreed, agreed.utf8.count, Self.noSignal)
        let back = DispatchGroup()
        back.enter()
        Thread.detachNewThread {
            Self.carry(from: server, to: client)
            back.leave()
        }
        Self.carry(from: client, to: server)
        back.wait()
        open.withLock { $0.removeAll { $0 == client || $0 == server } }
        close(client)
        close(server)
    }

    private func readHead(_ client: Int32) -> String? {
        var head = ""
        var byte: UInt8 = 0
        while !head.hasSuffix("\r\n\r\n") {
            guard recv(client, &byte, 1, 0) == 1 else { return nil }
            head.unicodeScalars.append(Unicode.Scalar(byte))
        }
        return head
    }

    private static func carry(from source: Int32, to sink: Int32) {
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while case let count = recv(source, &buffer, buffer.count, 0), count > 0 {
            guard send(sink, buffer, count, noSignal) == count else { break }
        }
        shutdown(sink, Int32(SHUT_WR))
    }

    #if os(Linux)
        private static let noSignal = Int32(MSG_NOSIGNAL)
    #else
        private static let noSignal: Int32 = 0
    #endif
}
