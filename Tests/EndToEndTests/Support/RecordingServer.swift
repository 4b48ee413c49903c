import Foundation
import Synchronization

/// A server on a free loopback port that keeps every byte of each request, answers 200 and closes the connection.
final class RecordingServer: Sendable {
    /// A request as it arrived.
    struct Arrived: Equatable {
        var line: String
        /// Sorted: clients differ in their order.
        var headers: [String]
        var body: [UInt8]
    }

    let port: Int
    private let listener: Int32
    private let arrived = Mutex<[Arrived]>([])

    init() throws {
        (listener, port) = try LocalServer.boundSocket()
        guard listen(listener, 16) == 0 else { throw LocalServer.Unavailable() }
        Thread.detachNewThread { [self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                serve(connection)
                close(connection)
            }
        }
    }

    var baseURL: String { "http://127.0.0.1:\(port)" }

    /// All requests since the last call, those for what the target offers left out.
    func take() -> [Arrived] {
        arrived.withLock { arrived in
            defer { arrived = [] }
            return arrived.filter { !$0.line.contains("/mock/offers") }
        }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ connection: Int32) {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while true {
            if let request = Self.request(bytes) {
                arrived.withLock { $0.append(request) }
                let answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}"
                let shown = request.line.hasPrefix("HEAD ") ? String(answer.dropLast(2)) : answer
                _ = send(connection, shown, shown.utf8.count, 0)
                return
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            bytes += buffer[..<count]
        }
    }

    /// The request, once all of it is there.
    private static func request(_ bytes: [UInt8]) -> Arrived? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let lengths = lines.filter { $0.lowercased().hasPrefix("content-length:") }
        let length = lengths.first.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        guard bytes.count >= end.upperBound + length else { return nil }
        return Arrived(
            line: lines[0],
            headers: lines.dropFirst().sorted(),
            body: Array(bytes[end.upperBound...])
        )
    }
}
