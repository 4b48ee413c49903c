import Foundation
import Glibc
import Synchronization

/// A TCP server on a free port of 127.0.0.1 that does to each connection what its script says; nothing it sends is checked.
///
/// Every connection has a thread of its own, so that a script may block as long as it likes.
package final class LoopbackServer: Sendable {
    /// What is done to each connection, by its number from 0.
    package typealias Script = @Sendable (Int) -> [Step]

    /// One thing done to a connection.
    package enum Step: Sendable {
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
        /// Closes, where more steps would follow.
        case close
        /// Closes with a reset instead of an end.
        case reset
        /// Reads a request and does what its path asks for, again and again until a step ends the connection; the number is how
        /// many requests for this path came before, over any connection.
        case route(@Sendable (_ path: String, _ earlier: Int) -> [Step])
        /// Passes all bytes on, both ways, to what listens on this port.
        case relay(to: Int)
    }

    private struct State {
        var connections = 0
        var requests: [String] = []
        var requestsByPath: [String: Int] = [:]
        var open: Set<Int32> = []
        var isOpen = true

        /// Counts a request for a path, and says how many there were before.
        mutating func count(_ path: String) -> Int {
            defer { requestsByPath[path, default: 0] += 1 }
            return requestsByPath[path, default: 0]
        }
    }

    /// The port, chosen by the system.
    package let port: UInt16
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
    package static func serving<Value>(
        _ script: @escaping Script,
        _ body: (LoopbackServer) async throws -> Value
    ) async throws -> Value {
        try await lending({ try LoopbackServer(script) }, close: { $0.stop() }, body)
    }

    /// Serves every connection alike.
    package static func serving<Value>(
        _ steps: [Step],
        _ body: (LoopbackServer) async throws -> Value
    ) async throws -> Value {
        try await serving({ _ in steps }, body)
    }

    /// A port on which nothing listens: it was free a moment ago.
    package static func unusedPort() throws -> UInt16 {
        let (socket, port) = try listeningSocket()
        Glibc.close(socket)
        return port
    }

    /// `127.0.0.1:` and the port.
    package var place: String { "127.0.0.1:\(port)" }
    /// The address of the root, over plain HTTP.
    package var url: String { "http://\(place)/" }
    /// How many connections were taken so far.
    package var connections: Int { state.withLock { $0.connections } }
    /// The requests read so far, head and body, as they came.
    package var requests: [String] { state.withLock { $0.requests } }

    // MARK: - Sockets

    /// A socket that listens on a free port.
    package static func listeningSocket() throws -> (Int32, UInt16) {
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
        case .close: return false
        case .route(let steps):
            while let path = readPath(socket) {
                let earlier = state.withLock { $0.count(path) }
                for step in steps(path, earlier) { guard follow(step, socket) else { return false } }
            }
            return false
        case .relay(let port): return relay(socket, to: port)
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

    private func readRequest(_ socket: Int32) -> Bool { readPath(socket) != nil }

    /// Reads one request, its body included, and gives its path; nil where the client has gone.
    private func readPath(_ socket: Int32) -> String? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            if let length = Self.lengthOfRequest(bytes), bytes.count >= length { break }
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            bytes += chunk[..<count]
        }
        let request = String(decoding: bytes, as: UTF8.self)
        note(request)
        return request.split(separator: " ", maxSplits: 2).dropFirst().first.map(String.init) ?? ""
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
