import Foundation
import Testing

/// A TLS server of the `openssl` program on a free port of 127.0.0.1, with certificates made for the test.
final class TLSServer {
    /// Which certificate the server shows, all of one authority.
    enum Certificate: String {
        case good
        case expired
        case otherHost
    }

    /// Why the tests are left out, or nil where `openssl` is there.
    static let isInstalled = path != nil
    static let missing: Comment = "the program 'openssl' is not installed"

    let folder: URL
    let port: Int
    private let process: Process

    private static let path = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Serves while `body` runs, then ends the program and removes its files.
    static func serving<Value>(
        _ certificate: Certificate,
        _ arguments: [String] = [],
        _ body: (TLSServer) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "curl-transport-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = try TLSServer(folder, certificate, arguments)
        defer { server.stop() }
        return try await body(server)
    }

    var place: String { "127.0.0.1:\(port)" }
    var url: String { "https://\(place)/" }

    /// The path of one of the files: `ca.pem`, `client.pem`, `client.key`.
    func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private init(_ folder: URL, _ certificate: Certificate, _ arguments: [String]) throws {
        self.folder = folder
        try Self.makeAuthority(folder)
        switch certificate {
        case .good: try Self.makeLeaf("server", days: 2, address: "127.0.0.1", folder)
        case .expired: try Self.makeLeaf("server", days: -1, address: "127.0.0.1", folder)
        case .otherHost: try Self.makeLeaf("server", days: 2, address: "127.0.0.9", folder)
        }
        try Self.makeLeaf("client", days: 2, address: "127.0.0.1", folder)
        let output = Pipe()
        process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.path))
        process.currentDirectoryURL = folder
        process.arguments =
            ["s_server", "-accept", "127.0.0.1:0", "-www", "-cert", "server.pem", "-key", "server.key"] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        port = try Self.readPort(output.fileHandleForReading)
    }

    private func stop() {
        // A program started from a thread of Swift's pool inherits its blocked signals, so a polite end would never arrive.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The program says `ACCEPT address:port` once it listens.
    private static func readPort(_ output: FileHandle) throws -> Int {
        var text = ""
        while true {
            let data = output.availableData
            try #require(!data.isEmpty, "openssl ended before it listened")
            text += String(decoding: data, as: UTF8.self)
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT ") }), text.hasSuffix("\n")
            else { continue }
            return try #require(line.split(separator: ":").last.flatMap { Int($0) })
        }
    }

    private static func makeAuthority(_ folder: URL) throws {
        try run(
            folder,
            [
                "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out",
                "ca.pem",
            ]
                + newKey
        )
    }

    private static func makeLeaf(_ name: String, days: Int, address: String, _ folder: URL) throws {
        try run(
            folder,
            ["req", "-nodes", "-subj", "/CN=\(name)", "-keyout", "\(name).key", "-out", "\(name).csr"] + newKey
        )
        let names = folder.appendingPathComponent("\(name).ext")
        try "subjectAltName=IP:\(address)".write(to: names, atomically: false, encoding: .utf8)
        try run(
            folder,
            [
                "x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                "-days", "\(days)", "-extfile", names.path, "-out", "\(name).pem",
            ]
        )
    }

    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]

    private static func run(_ folder: URL, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.currentDirectoryURL = folder
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments[0]) failed")
    }
}
