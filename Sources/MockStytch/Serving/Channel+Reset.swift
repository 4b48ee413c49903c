import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Channel {
    /// Ends the connection with a TCP reset, after what has been written.
    ///
    /// A channel without a socket of its own, such as one of a test, is closed.
    ///
    /// - Throws: What NIO throws if the connection has ended already.
    func resetConnection() async throws {
        guard let socket = self as? any SocketOptionProvider else {
            return try await close()
        }
        try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        closeAbruptly()
    }

    /// Closes the socket after what has been written, below anything that would first say goodbye to the other end.
    func closeAbruptly() {
        // A pipeline that takes no handler belongs to a channel that is closed.
        _ = pipeline.addHandler(ClosingHandler(), position: .first)
    }
}

/// Closes the socket as soon as it is added; being first, it is next to the socket.
private final class ClosingHandler: ChannelInboundHandler, Sendable {
    typealias InboundIn = Any

    func handlerAdded(context: ChannelHandlerContext) {
        context.close(promise: nil)
    }
}
