import NIOCore
import NIOPosix
import NIOSSL

/// A client of a server with TLS on a port of 127.0.0.1.
struct TLSClient {
    var configuration: TLSConfiguration

    /// What came over a connection until it ended, however it did; nothing where the client did not like the server.
    func exchange(port: Int, sending text: String) async throws -> String {
        let context = try NIOSSLContext(configuration: configuration)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(context: context, serverHostname: nil)
                    try channel.pipeline.syncOperations.addHandler(handler)
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var received = ByteBuffer()
            do {
                try await outbound.write(ByteBuffer(string: text))
                for try await piece in inbound {
                    received.writeImmutableBuffer(piece)
                }
            } catch {
                // However the connection ends, what came over it counts.
            }
            return String(buffer: received)
        }
    }
}
