package import Foundation

/// Certificates of one authority, made by the `openssl` program in a folder: for a server and for a client.
package struct TestCertificates: Sendable {
    /// Which certificate the server has.
    package enum Server: Sendable {
        /// For 127.0.0.1 and `pinned.invalid`.
        case good
        case expired
        case otherHost
        /// Signed by itself, and by no authority.
        case selfSigned
    }

    /// What could not be made or found.
    package struct Problem: Error, CustomStringConvertible {
        package let description: String
    }

    /// Whether `openssl` is there, without which tests are left out.
    package static let areAvailable = path != nil

    package let folder: URL

    static let path = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The path of one of the files: `ca.pem`, `server.pem`, `server.key`, `client.pem`, `client.key`.
    package func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Makes them in a new folder, which is removed when `body` has returned or thrown.
    package static func made<Value>(
        _ server: Server = .good,
        _ body: (TestCertificates) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("certificates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let certificates = TestCertificates(folder: folder)
        try await onOwnThread { try certificates.make(server) }
        return try await body(certificates)
    }

    private func make(_ server: Server) throws {
        try makeSelfSigned("ca", subject: "Test authority")
        switch server {
        case .good: try makeLeaf("server", days: 2, names: "IP:127.0.0.1,DNS:pinned.invalid")
        case .expired: try makeLeaf("server", days: -1, names: "IP:127.0.0.1")
        case .otherHost: try makeLeaf("server", days: 2, names: "IP:127.0.0.9")
        case .selfSigned: try makeSelfSigned("server", subject: "server")
        }
        try makeLeaf("client", days: 2, names: "IP:127.0.0.1")
    }

    private func makeSelfSigned(_ name: String, subject: String) throws {
        let files = ["-subj", "/CN=\(subject)", "-keyout", "\(name).key", "-out", "\(name).pem"]
        try run(["req", "-x509", "-nodes", "-days", "2"] + files + Self.newKey)
    }

    private func makeLeaf(_ name: String, days: Int, names: String) throws {
        try run(
            ["req", "-nodes", "-subj", "/CN=\(name)", "-keyout", "\(name).key", "-out", "\(name).csr"] + Self.newKey
        )
        try "subjectAltName=\(names)".write(toFile: file("\(name).ext"), atomically: false, encoding: .utf8)
        let authority = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "\(days)"]
        let files = ["-in", "\(name).csr", "-extfile", "\(name).ext", "-out", "\(name).pem"]
        try run(["x509", "-req"] + files + authority)
    }

    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]

    private func run(_ arguments: [String]) throws {
        guard let path = Self.path else { throw Problem(description: "openssl is not installed") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.currentDirectoryURL = folder
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Problem(description: "openssl \(arguments[0]) failed") }
    }
}
