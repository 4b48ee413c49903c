import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

/// Runs `body` against a mock of its own, which has stopped when this returns, whether `body` threw or not.
///
/// - Parameters:
///   - options: Where and how to listen.
///   - body: Is told where the mock listens; it listens already.
/// - Returns: What `body` returned.
/// - Throws: What `body` throws, or why the mock could not start: `MockStartProblem` of the port, or that a PEM text is wrong.
package func withMockServer<R>(
    _ options: MockServerOptions = MockServerOptions(),
    _ body: (RunningMock) async throws -> R
) async throws -> R {
    let server = try await MockServer(options)
    return try await withThrowingTaskGroup(of: MockServer.Ending.self) { group in
        let (started, start) = AsyncThrowingStream.makeStream(of: Int.self)
        let services = try server.serviceGroup { start.yield($0) }
        group.addTask {
            do {
                try await services.run()
                start.finish()
            } catch {
                start.finish(throwing: MockStartProblem(error, port: server.options.port) ?? error)
            }
            return .stopped
        }
        var iterator = started.makeAsyncIterator()
        guard let port = try await iterator.next() else { throw CancellationError() }
        let result: Result<R, any Error>
        do {
            result = .success(try await body(server.running(on: port)))
        } catch {
            result = .failure(error)
        }
        await services.triggerGracefulShutdown()
        group.addTask {
            // The time limit of a polite end; the end of the service cancels it.
            try? await Task.sleep(for: MockServer.patience)
            server.connections.closeAll()
            return .lostPatience
        }
        while let ending = try await group.next(), ending != .stopped {}
        group.cancelAll()
        return try result.get()
    }
}

/// Runs a mock until the task is cancelled, or told to shut down gracefully.
///
/// - Parameters:
///   - options: Where and how to listen.
///   - onReady: Is told where the mock listens, once it does.
/// - Throws: Why the mock could not start.
package func serveMock(
    _ options: MockServerOptions = MockServerOptions(),
    onReady: @Sendable (RunningMock) async -> Void
) async throws {
    try await withMockServer(options) { running in
        await onReady(running)
        do {
            try await gracefulShutdown()
        } catch is CancellationError {
            // Being cancelled is one of the two ways to end.
        }
    }
}

/// A mock that is ready to listen.
private struct MockServer {
    let options: MockServerOptions
    let projectID: String
    let secret: String
    let responder: MockResponder
    let connections = OpenConnections()

    /// How long a server that is to end waits for its connections to end by themselves.
    static let patience = Duration.milliseconds(300)

    /// What may happen while a server ends.
    enum Ending: Sendable {
        case stopped
        case lostPatience
    }

    /// Makes the first key, if this process has none yet, and the project that is there from the start.
    init(_ options: MockServerOptions) async throws {
        let identifiers = IdentifierSource.system
        let ring = KeyRing.shared
        self.options = options
        projectID = options.projectID ?? identifiers.id("project")
        secret = options.secret ?? identifiers.secret()
        let projects = ProjectStore()
        projects.add(Project(id: projectID, secret: secret, keyID: try await ring.key(at: 0).id))
        // A server that signs with the wrong key needs a second one at once.
        if options.flaw == .jwtSignedByAnotherKey { _ = try await ring.key(at: 1) }
        let api = MockAPI(
            projects: projects,
            ring: ring,
            clock: .host,
            identifiers: identifiers,
            flaw: options.flaw
        )
        let offers = ["clock", "keys", "userinfo", "sessions", "tokens", "calls", "faults", "sandbox", "projects"]
        let control = MockControl(api: api, offers: offers + (options.tls == nil ? [] : ["tls"]))
        responder = MockResponder(api: api, control: control)
    }

    /// The server as a group of services that can stop gracefully; it handles no signals.
    func serviceGroup(onRunning: @escaping @Sendable (Int) -> Void) throws -> ServiceGroup {
        let silent = Logger(label: "mock") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(
            responder: responder,
            server: try transport(),
            configuration: ApplicationConfiguration(
                address: .hostname(options.hostname, port: options.port),
                serverName: nil
            ),
            onServerRunning: { [connections] channel in
                // A listener that takes no handler has been closed already, and its end is reported elsewhere.
                try? await connections.watch(channel)
                onRunning(channel.localAddress?.port ?? 0)
            },
            logger: silent
        )
        var configuration = ServiceGroupConfiguration(services: [application], logger: silent)
        // By then all connections are closed, and only an answer that sleeps is left to be cancelled.
        configuration.maximumGracefulShutdownDuration = Self.patience * 2
        return ServiceGroup(configuration: configuration)
    }

    func running(on port: Int) -> RunningMock {
        let scheme = options.tls == nil ? "http" : "https"
        let host = options.hostname.utf8.contains(UInt8(ascii: ":")) ? "[\(options.hostname)]" : options.hostname
        return RunningMock(baseURL: "\(scheme)://\(host):\(port)", projectID: projectID, secret: secret, port: port)
    }

    private func transport() throws -> HTTPServerBuilder {
        guard let files = options.tls else { return .http1() }
        let chain =
            switch files.certificateChain {
            case .file(let path): try NIOSSLCertificate.fromPEMFile(path)
            case .bytes(let bytes): try NIOSSLCertificate.fromPEMBytes(bytes)
            }
        let key =
            switch files.privateKey {
            case .file(let path): try NIOSSLPrivateKey(file: path, format: .pem)
            case .bytes(let bytes): try NIOSSLPrivateKey(bytes: bytes, format: .pem)
            }
        // HTTP/2 is not offered: libcurl 7.88 resets finished streams, which the server takes for an attack after a while.
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        return try .tls(.http1(), tlsConfiguration: configuration)
    }
}
