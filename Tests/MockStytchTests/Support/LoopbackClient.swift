import Foundation
import Testing

@testable import MockStytch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A blocking HTTP/1.1 client over plain sockets that shows what came over the wire, and how it ended.
struct LoopbackClient: Sendable {
    let port: Int

    /// How reading ended.
    enum Ending: Sendable, Equatable {
        /// As many bytes came as `Content-Length` said.
        case complete
        /// The other end closed.
        case closed
        /// The other end reset the connection.
        case reset
        /// Another error, or nothing for ten seconds.
        case failed(Int32)
    }

    /// Head and body as they came.
    struct Received: Sendable {
        let head: String
        let body: [UInt8]
        let ending: Ending

        var text: String { String(decoding: body, as: UTF8.self) }
        var status: Int? { Int(head.dropFirst(9).prefix(3)) }

        func header(_ name: String) -> String? {
            head.split(separator: "\r\n").dropFirst()
                .first { $0.lowercased().hasPrefix(name + ":") }
                .map { String($0.dropFirst(name.utf8.count + 1).drop { $0 == " " }) }
        }
    }

    /// Sends a request on a connection of its own and reads until its answer is whole or the connection ends.
    func send(_ method: String, _ target: String, headers: [String] = [], body: String = "") async -> Received {
        let bytes = Self.request(method, target, headers, body)
        return await onThread {
            let (descriptor, trouble) = connected(sending: bytes)
            defer { close(descriptor) }
            if let trouble { return Received(head: "", body: [], ending: .failed(trouble)) }
            return read(from: descriptor, expectsBody: method != "HEAD")
        }
    }

    /// Sends a request and gives back the connection once the head of its answer is there; it must be closed.
    func hold(_ method: String, _ target: String, headers: [String] = []) async -> Int32 {
        let bytes = Self.request(method, target, headers, "")
        return await onThread {
            let (descriptor, _) = connected(sending: bytes)
            _ = read(from: descriptor, expectsBody: false)
            return descriptor
        }
    }

    private static func request(_ method: String, _ target: String, _ headers: [String], _ body: String) -> [UInt8] {
        let lines = ["\(method) \(target) HTTP/1.1", "host: localhost", "content-length: \(body.utf8.count)"] + headers
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    /// Runs what blocks on a thread of its own: the tasks of the server must not wait for it.
    private func onThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    /// A connection over which the bytes have gone, and the error number if they have not.
    private func connected(sending bytes: [UInt8]) -> (descriptor: Int32, trouble: Int32?) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0, write(descriptor, bytes, bytes.count) == bytes.count else { return (descriptor, errno) }
        return (descriptor, nil)
    }

    private func read(from descriptor: Int32, expectsBody: Bool) -> Received {
        var received: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let (head, body) = Self.split(received)
            let soFar = Received(head: head, body: body, ending: .complete)
            if !head.isEmpty, !expectsBody || body.count >= (soFar.header("content-length").flatMap { Int($0) } ?? .max)
            {
                return soFar
            }
            let count = recv(descriptor, &piece, piece.count, 0)
            if count == 0 { return Received(head: head, body: body, ending: .closed) }
            if count < 0 {
                return Received(head: head, body: body, ending: errno == ECONNRESET ? .reset : .failed(errno))
            }
            received += piece[..<count]
        }
    }

    private static func split(_ bytes: [UInt8]) -> (head: String, body: [UInt8]) {
        let separator = Array("\r\n\r\n".utf8)
        guard bytes.count >= 4,
            let end = (0...(bytes.count - 4)).first(where: { Array(bytes[$0..<($0 + 4)]) == separator })
        else { return ("", []) }
        return (String(decoding: bytes[..<end], as: UTF8.self), Array(bytes[(end + 4)...]))
    }
}

extension RunningMock {
    var client: LoopbackClient { LoopbackClient(port: port) }

    /// The header with the credentials of the first project.
    var authorization: String { "authorization: " + APIBench.basic(projectID, secret) }

    /// Puts a fault before the next answer of the first project.
    func plan(_ fault: String) async {
        let answer = await client.send("POST", "/mock/projects/\(projectID)/fault", body: fault)
        #expect(answer.status == 200)
    }

    /// Asks for a user that is not there: an answer of a few hundred bytes.
    func ask() async -> LoopbackClient.Received {
        await client.send("GET", "/v1/users/nobody", headers: [authorization])
    }
}
