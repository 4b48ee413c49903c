import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import WireJSON

extension UserinfoAddress {
    /// How long an answer is waited for: longer than a machine that builds and tests at once takes, shorter than a request of a case.
    static let patience = Duration.seconds(20)

    /// In bytes.
    static let maximumBodySize = 1_048_576

    /// Asks who has a token, as a client of OpenID Connect does: GET, with the token as bearer.
    ///
    /// Redirects are not followed, and no certificate is trusted that the system does not trust.
    ///
    /// > Source: OpenID Connect Core 1.0 §5.3.1
    func reply(about token: String) async -> UserinfoReply {
        // It would end the header.
        guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return .nothing }
        return await withTaskGroup(of: UserinfoReply.self) { group in
            group.addTask { (try? await ask(about: token)) ?? .nothing }
            group.addTask {
                // The time limit of the question; the answer cancels it.
                try? await Task.sleep(for: Self.patience)
                return .nothing
            }
            let first = await group.next()
            group.cancelAll()
            return first ?? .nothing
        }
    }

    private typealias Connection = NIOAsyncChannel<NIOHTTPClientResponseFull, HTTPClientRequestPart>

    private func ask(about token: String) async throws -> UserinfoReply {
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(TimeAmount(Self.patience))
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture { try opened(channel) }
            }
        return try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(.head(head(with: token)))
            try await outbound.write(.end(nil))
            for try await answer in inbound { return Self.reply(of: answer) }
            return .nothing
        }
    }

    private func opened(_ channel: any Channel) throws -> Connection {
        let pipeline = channel.pipeline.syncOperations
        if usesTLS {
            let context = try NIOSSLContext(configuration: .makeClientConfiguration())
            let isName = (try? SocketAddress(ipAddress: host, port: port)) == nil
            try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: isName ? host : nil))
        }
        try pipeline.addHTTPClientHandlers()
        try pipeline.addHandler(NIOHTTPClientResponseAggregator(maxContentLength: Self.maximumBodySize))
        return try Connection(wrappingChannelSynchronously: channel)
    }

    private func head(with token: String) -> HTTPRequestHead {
        let headers = [
            ("host", authority), ("authorization", "Bearer \(token)"), ("accept", "application/json"),
            ("connection", "close"),
        ]
        return HTTPRequestHead(version: .http1_1, method: .GET, uri: target, headers: HTTPHeaders(headers))
    }

    private static func reply(of answer: NIOHTTPClientResponseFull) -> UserinfoReply {
        guard answer.head.status == .ok else { return .status(Int(answer.head.status.code)) }
        let bytes = answer.body.map { Array($0.readableBytesView) } ?? []
        guard let document = try? JSONDocument(bytes) else { return .nothing }
        return .answer(document.root.value)
    }
}
