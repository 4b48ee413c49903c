import Foundation
import Glibc
import Synchronization

/// A TCP server on a free port of 127.0.0.1 that does to each connection what its script says; nothing it sends is checked.
///
/// Every connection has a thread of its own, so that a script may block as long as it likes.
final class LoopbackServer: Sendable {
    /// What is done to each connection, by its number from 0.
    typealias Script = @Sendable (Int) -> [Step]

    /// One thing done to a connection.
    enum Step: Sendable {
        /// Reads one request, its body included.
        case readRequest
        /// Reads what comes first, whatever it is.
        case readSome
        case send([UInt8])
        /// Sends the same bytes until the client goes, or so many times.
        case sendRepeatedly([UInt8], times: Int = .max)
        /// Sends one byte at a time, waiting in between for as long, or for the client to go.
        case drip([UInt8], milliseconds: Int32)
        /// Answers each request with the same bytes until the client goes.
        case answerEach([UInt8])
        /// Answers so many requests over HTTP/2 with status 200 and no body, and reads one more.
        case answerOverHTTP2(times: Int = .max)
        /// Waits so long, or for the client to go.
        case pause(milliseconds: Int32)
        /// Takes no more connections.
        case stopListening
        /// Waits for the client to go.
        case hang
        /// Waits for the end of the test without reading.
        case wait
        /// Says that the script has come here.
        case tell(@Sendable () -> Void)
        /// Closes with a reset instead of an end.
        case reset
    }

    private struct State {
        var connections = 0
        var requests: [String] = []
        var open: Set<Int32> = []
        var isOpen = true
    }

    let port: UInt16
    private let listener: Int32
    private let script: Script
    private let state = Mutex(State())
    private let running = DispatchGroup()

    /// Starts to listen; the script is made for each connection by its number, from 0.
    private init(_ script: @escaping Script) throws {
        let (socket, port) = try Self.listeningSocket()
        listener = socket
        self.port = port
        self.script = script
        onThread { self.acceptAll() }
    }

    /// Serves while `body` runs, and has ended every thread of its own when this returns.
    static func serving<Value>(
        _ script: @escaping Script,
        _ body: (LoopbackServer) async throws -> Value
    ) async throws -> Value {
        let server = try LoopbackServer(script)
        defer { server.stop() }
        return try await body(server)
    }

    /// Serves every connection alike.
    static func serving<Value>(
        _ steps: [Step],
        _ body: (LoopbackServer) async throws -> Value
    ) async throws -> Value {
        try await serving({ _ in steps }, body)
    }

    /// A port on which nothing listens: it was free a moment ago.
    static func unusedPort() throws -> UInt16 {
        let (socket, port) = try listeningSocket()
        Glibc.close(socket)
        return port
    }

    var place: String { "127.0.0.1:\(port)" }
    var url: String { "http://\(place)/" }
    var connections: Int { state.withLock { $0.connections } }
    /// The requests read so far, head and body, as they came.
    var requests: [String] { state.withLock { $0.requests } }

    // MARK: - Sockets

    /// A socket that listens on a free port.
    static func listeningSocket() throws -> (Int32, UInt16) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) | listen(socket, 1024) | getsockname(socket, address, &length)
            }
        }
        guard socket >= 0 && status == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        return (socket, UInt16(bigEndian: address.sin_port))
    }

    private func onThread(_ work: @escaping @Sendable () -> Void) {
        running.enter()
        let thread = Thread { [running] in
            work()
            running.leave()
        }
        thread.stackSize = 256 * 1024
        thread.start()
    }

    private func acceptAll() {
        while true {
            let socket = accept(listener, nil, nil)
            guard socket >= 0 else { return }
            let number = state.withLock { state -> Int? in
                guard state.isOpen else { return nil }
                state.connections += 1
                state.open.insert(socket)
                return state.connections - 1
            }
            guard let number else {
                Glibc.close(socket)
                return
            }
            onThread { self.serve(socket, self.script(number)) }
        }
    }

    private func serve(_ socket: Int32, _ steps: [Step]) {
        for step in steps where !follow(step, socket) { break }
        state.withLock { state in
            _ = state.open.remove(socket)
            Glibc.close(socket)
        }
    }

    private func stop() {
        state.withLock { state in
            state.isOpen = false
            for socket in state.open { shutdown(socket, Int32(SHUT_RDWR)) }
        }
        shutdown(listener, Int32(SHUT_RDWR))
        running.wait()
        Glibc.close(listener)
    }

    // MARK: - Steps

    /// False where the client has gone and the rest of the script has no one to talk to.
    private func follow(_ step: Step, _ socket: Int32) -> Bool {
        switch step {
        case .readRequest: return readRequest(socket)
        case .readSome:
            var first: UInt8 = 0
            return recv(socket, &first, 1, 0) > 0
        case .send(let bytes): return sendAll(bytes, socket)
        case .sendRepeatedly(let bytes, let times):
            var left = times
            while left > 0 && sendAll(bytes, socket) { left -= 1 }
            return left == 0
        case .drip(let bytes, let milliseconds):
            for byte in bytes {
                var waiting = pollfd(fd: socket, events: 0, revents: 0)
                guard sendAll([byte], socket), poll(&waiting, 1, milliseconds) == 0 else { return false }
            }
            return true
        case .answerEach(let bytes):
            while readRequest(socket) { guard sendAll(bytes, socket) else { return false } }
            return false
        case .answerOverHTTP2(let times): return answerOverHTTP2(socket, times: times)
        case .pause(let milliseconds):
            var waiting = pollfd(fd: socket, events: 0, revents: 0)
            return poll(&waiting, 1, milliseconds) == 0
        case .stopListening: return shutdown(listener, Int32(SHUT_RDWR)) == 0
        case .hang:
            var scratch = [UInt8](repeating: 0, count: 4096)
            while recv(socket, &scratch, scratch.count, 0) > 0 {}
            return false
        case .tell(let say):
            say()
            return true
        case .wait:
            var waiting = pollfd(fd: socket, events: 0, revents: 0)
            _ = poll(&waiting, 1, 30_000)
            return false
        case .reset:
            var option = linger(l_onoff: 1, l_linger: 0)
            setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
            return false
        }
    }

    func sendAll(_ bytes: [UInt8], _ socket: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { rest in
                Glibc.send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private func readRequest(_ socket: Int32) -> Bool {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            if let length = Self.lengthOfRequest(bytes), bytes.count >= length { break }
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { return false }
            bytes += chunk[..<count]
        }
        note(String(decoding: bytes, as: UTF8.self))
        return true
    }

    /// Adds to the requests that were read.
    func note(_ request: String) {
        state.withLock { $0.requests.append(request) }
    }

    private static func lengthOfRequest(_ bytes: [UInt8]) -> Int? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        return end.upperBound + (length.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0)
    }
}

extension LoopbackServer.Step {
    static func send(_ text: String) -> Self { .send(Array(text.utf8)) }

    /// A whole answer with a length.
    static func answer(_ body: String, status: String = "200 OK", headers: String = "") -> Self {
        .send("HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    static func answerEach(_ body: String) -> Self {
        .answerEach(Array("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
    }
}
