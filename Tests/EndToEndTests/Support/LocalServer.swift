import Foundation
import Synchronization

/// A server on a free loopback port that answers as a test says, or not at all.
final class LocalServer: Sendable {
    enum Reply: Sendable {
        case answer(status: Int, body: String)
        /// The connection is kept and nothing is sent.
        case silence
    }

    let port: Int
    private let listener: Int32
    private let connections = Mutex<[Int32]>([])
    private let requests: AsyncStream<String>
    private let received: AsyncStream<String>.Continuation

    struct Unavailable: Error {}

    /// Starts to listen; `reply` is given the first line of each request.
    init(reply: @escaping @Sendable (String) -> Reply) throws {
        (listener, port) = try Self.boundSocket()
        (requests, received) = AsyncStream.makeStream(of: String.self)
        guard listen(listener, 16) == 0 else { throw Unavailable() }
        Thread.detachNewThread { [self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                connections.withLock { $0.append(connection) }
                Thread.detachNewThread { self.serve(connection, reply) }
            }
        }
    }

    var baseURL: String { "http://127.0.0.1:\(port)" }

    /// Waits for a request whose first line begins so.
    func request(beginning prefix: String) async {
        for await line in requests where line.hasPrefix(prefix) { return }
    }

    /// Closes the listener and every connection.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        for connection in connections.withLock({ $0 }) { shutdown(connection, Int32(SHUT_RDWR)) }
    }

    /// A bound socket that does not listen: connecting to its port is refused for as long as it is open.
    static func boundSocket() throws -> (descriptor: Int32, port: Int) {
        #if os(Linux)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
            }
        }
        guard descriptor >= 0, bound else { throw Unavailable() }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    private func serve(_ connection: Int32, _ reply: @Sendable (String) -> Reply) {
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while case let count = recv(connection, &buffer, buffer.count, 0), count > 0 {
            let line = String(decoding: buffer[..<count].prefix { $0 != 0x0D }, as: UTF8.self)
            if case .answer(let status, let body) = reply(line) {
                let text =
                    "HTTP/1.1 \(status) X\r\ncontent-type: application/json\r\ncontent-length: \(body.utf8.count)\r\n\r\n\(body)"
                _ = send(connection, text, text.utf8.count, 0)
            }
            received.yield(line)
        }
        connections.withLock { $0.removeAll { $0 == connection } }
        close(connection)
    }
}
