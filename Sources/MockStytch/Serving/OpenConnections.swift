import NIOCore
import Synchronization

/// The connections of a server that are open, so that none can keep it from ending.
///
/// A class, because a lock cannot be copied.
final class OpenConnections: Sendable {
    private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

    /// Watches a listening channel for connections from now on.
    ///
    /// - Throws: What NIO throws if the channel has been closed already.
    func watch(_ listener: any Channel) async throws {
        try await listener.pipeline.addHandler(ConnectionRecorder(connections: self), position: .first).get()
    }

    /// Closes all that are open without saying goodbye: a client with TLS might never answer.
    func closeAll() {
        for channel in channels.withLock({ Array($0.values) }) { channel.closeAbruptly() }
    }

    fileprivate func add(_ channel: any Channel) {
        let key = ObjectIdentifier(channel)
        channels.withLock { $0[key] = channel }
        channel.closeFuture.whenComplete { [self] _ in
            channels.withLock { $0[key] = nil }
        }
    }
}

/// Tells of each connection that a listening channel accepts.
private final class ConnectionRecorder: ChannelInboundHandler, Sendable {
    typealias InboundIn = any Channel

    private let connections: OpenConnections

    init(connections: OpenConnections) {
        self.connections = connections
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connections.add(unwrapInboundIn(data))
        context.fireChannelRead(data)
    }
}
