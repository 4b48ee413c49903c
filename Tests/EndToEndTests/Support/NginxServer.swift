import Foundation
import TestServers

/// An nginx that speaks HTTP/2 over TLS on a free port of 127.0.0.1 and answers everything with status 200 and `{"name":"Ann"}`.
final class NginxServer: Sendable {
    static let isInstalled = path != nil

    let port: Int
    private let process = Process()
    private let folder: URL

    private static let path = ["/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    struct NotStarted: Error {}

    /// Serves while `body` runs, then ends the program.
    static func serving<Value>(
        _ certificates: TestCertificates,
        _ body: (NginxServer) async throws -> Value
    ) async throws -> Value {
        try await withTemporaryFolder { folder in
            try await lending({ try NginxServer(certificates, folder) }, close: { $0.stop() }, body)
        }
    }

    private init(_ certificates: TestCertificates, _ folder: URL) throws {
        self.folder = folder
        // Keeps the port while nginx, which also asks to share it, begins to listen on it; nothing else can take it meanwhile.
        let reserved = try LocalServer.boundSocket(isShared: true)
        defer { close(reserved.descriptor) }
        port = reserved.port
        try folder.write("nginx.conf", Self.configuration(port: reserved.port, certificates, folder))
        let log = Pipe()
        process.executableURL = Self.path.map { URL(fileURLWithPath: $0) }
        process.arguments = ["-p", folder.path, "-c", folder.appendingPathComponent("nginx.conf").path, "-e", "stderr"]
        process.standardInput = FileHandle.nullDevice
        process.standardError = log
        try process.run()
        // It says so with its first notice, at which it listens already.
        guard try log.fileHandleForReading.read(upToCount: 1)?.isEmpty == false, process.isRunning else {
            throw NotStarted()
        }
    }

    private func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static func configuration(port: Int, _ certificates: TestCertificates, _ folder: URL) -> String {
        let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
            "\($0)_temp_path \(folder.path)/\($0);"
        }
        return """
            daemon off; master_process off; pid \(folder.path)/pid; error_log stderr notice;
            events { worker_connections 1024; }
            http {
              access_log off; \(places.joined(separator: " "))
              server {
                listen 127.0.0.1:\(port) ssl http2 reuseport;
                ssl_certificate \(certificates.file("server.pem"));
                ssl_certificate_key \(certificates.file("server.key"));
                location = /mock/offers { return 404; }
                location / { default_type application/json; return 200 '{"name":"Ann"}'; }
              }
            }

            """
    }
}
