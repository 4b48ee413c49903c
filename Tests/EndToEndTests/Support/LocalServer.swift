import Foundation
import Synchronization

/// A server on a free loopback port that answers as a test says, or not at all.
final class LocalServer: Sendable {
    enum Reply: Sendable {
        case answer(status: Int, body: String)
        /// The connection is closed behind the answer, which says so.
        case lastAnswer(status: Int, body: String)
        /// The connection is kept and nothing is sent.
        case silence
    }

    let port: Int
    private let listener: Int32
    private let connections = Mutex<[Int32]>([])
    private let seen = Mutex<[String]>([])
    private let requests: AsyncStream<String>
    private let received: AsyncStream<String>.Continuation

    struct Unavailable: Error {}

    /// Starts to listen; `reply` is given the first line of each request.
    init(reply: @escaping @Sendable (String) -> Reply) throws {
        (listener, port) = try Self.boundSocket()
        (requests, received) = AsyncStream.makeStream(of: String.self)
        guard listen(listener, 1_024) == 0 else { throw Unavailable() }
        Thread.detachNewThread { [self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                connections.withLock { $0.append(connection) }
                Thread.detachNewThread { self.serve(connection, reply) }
            }
        }
    }

    var baseURL: String { "http://127.0.0.1:\(port)" }

    /// The requests so far, as they came.
    var texts: [String] { seen.withLock { $0 } }

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
    ///
    /// Where it is shared, another socket of this user that asks to share too can listen on the port.
    static func boundSocket(isShared: Bool = false) throws -> (descriptor: Int32, port: Int) {
        #if os(Linux)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, stream, 0)
        var shares: Int32 = isShared ? 1 : 0
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &shares, socklen_t(MemoryLayout<Int32>.size))
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

    /// Sends what there is to send; true where nothing comes after it.
    private func answer(_ reply: Reply, _ connection: Int32) -> Bool {
        func put(_ status: Int, _ body: String, _ more: String) {
            let head = "HTTP/1.1 \(status) X\r\ncontent-type: application/json\r\n\(more)"
            let text = "\(head)content-length: \(body.utf8.count)\r\n\r\n\(body)"
            _ = send(connection, text, text.utf8.count, 0)
        }
        switch reply {
        case .answer(let status, let body): put(status, body, "")
        case .lastAnswer(let status, let body):
            put(status, body, "connection: close\r\n")
            return true
        case .silence: break
        }
        return false
    }

    private func serve(_ connection: Int32, _ reply: @Sendable (String) -> Reply) {
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while case let count = recv(connection, &buffer, buffer.count, 0), count > 0 {
            seen.withLock { $0.append(String(decoding: buffer[..<count], as: UTF8.self)) }
            let line = String(decoding: buffer[..<count].prefix { $0 != 0x0D }, as: UTF8.self)
            let isLast = answer(reply(line), connection)
            received.yield(line)
            if isLast { break }
        }
        connections.withLock { $0.removeAll { $0 == connection } }
        close(connection)
    }
}

extension LocalServer {
    /// A socket that is connected to a port of 127.0.0.1.
    static func connection(to port: Int) throws -> Int32 {
        #if os(Linux)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = in_port_t(port).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else {
            close(descriptor)
            throw Unavailable()
        }
        return descriptor
    }
}
