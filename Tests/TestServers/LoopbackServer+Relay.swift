import Glibc

extension LoopbackServer {
    /// Passes bytes on between a connection and a port of 127.0.0.1 until either end has gone.
    func relay(_ socket: Int32, to port: Int) -> Bool {
        guard let other = Self.connected(to: port) else { return false }
        defer { close(other) }
        let ends = [(from: socket, to: other), (from: other, to: socket)]
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            var waiting = ends.map { pollfd(fd: $0.from, events: Int16(POLLIN), revents: 0) }
            guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { return false }
            for (end, state) in zip(ends, waiting) where state.revents != 0 {
                let count = recv(end.from, &chunk, chunk.count, 0)
                guard count > 0, sendAll(Array(chunk[..<count]), end.to) else { return false }
            }
        }
    }

    private static func connected(to port: Int) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status == 0 { return descriptor }
        close(descriptor)
        return nil
    }
}
