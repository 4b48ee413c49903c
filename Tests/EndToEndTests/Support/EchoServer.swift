import Foundation
import Synchronization

/// A server on a free loopback port that sends back bytes of a test's choice, head and all, and closes the connection.
final class EchoServer: Sendable {
    let port: Int
    private let listener: Int32

    /// Starts to listen; `reply` is given the first line of a request and gives the whole answer.
    init(reply: @escaping @Sendable (String) -> [UInt8]) throws {
        (listener, port) = try LocalServer.boundSocket()
        guard listen(listener, 64) == 0 else { throw LocalServer.Unavailable() }
        let listener = listener
        Thread.detachNewThread {
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                Self.serve(connection, reply)
                shutdown(connection, Int32(SHUT_RDWR))
                close(connection)
            }
        }
    }

    var baseURL: String { "http://127.0.0.1:\(port)" }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// An answer of status 200 with these header fields and this body.
    static func answer(_ body: [UInt8], _ headers: [String] = ["content-type: application/json"]) -> [UInt8] {
        let head = (["HTTP/1.1 200 OK"] + headers + ["content-length: \(body.count)", "connection: close"])
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    private static func serve(_ connection: Int32, _ reply: (String) -> [UInt8]) {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while !isWhole(bytes) {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            bytes += buffer[..<count]
        }
        let answer = reply(String(decoding: bytes.prefix { $0 != 0x0D }, as: UTF8.self))
        _ = send(connection, answer, answer.count, 0)
    }

    private static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return false }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
        let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.output.1) } ?? 0
        return bytes.count >= end.upperBound + length
    }
}
