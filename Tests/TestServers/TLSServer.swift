import Foundation

/// A TLS server of the `openssl` program on a free port of 127.0.0.1, with certificates made for the test.
package final class TLSServer: Sendable {
    package let port: Int
    private let certificates: TestCertificates
    private let process: Process

    /// Serves while `body` runs, then ends the program and removes its files.
    package static func serving<Value>(
        _ certificate: TestCertificates.Server,
        _ arguments: [String] = [],
        _ body: (TLSServer) async throws -> Value
    ) async throws -> Value {
        try await TestCertificates.made(certificate) { certificates in
            try await lending({ try TLSServer(certificates, arguments) }, close: { $0.stop() }, body)
        }
    }

    package var place: String { "127.0.0.1:\(port)" }
    package var url: String { "https://\(place)/" }

    /// The path of one of the files: `ca.pem`, `client.pem`, `client.key`.
    package func file(_ name: String) -> String { certificates.file(name) }

    private init(_ certificates: TestCertificates, _ arguments: [String]) throws {
        self.certificates = certificates
        let output = Pipe()
        process = Process()
        process.executableURL = TestCertificates.path.map { URL(fileURLWithPath: $0) }
        process.currentDirectoryURL = certificates.folder
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
            guard !data.isEmpty else { throw TestCertificates.Problem(description: "openssl ended before it listened") }
            text += String(decoding: data, as: UTF8.self)
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT ") }),
                text.hasSuffix("\n"),
                let port = line.split(separator: ":").last.flatMap({ Int($0) })
            else { continue }
            return port
        }
    }
}
