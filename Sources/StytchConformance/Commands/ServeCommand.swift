import ArgumentParser
import ConformanceReports
import MockStytch
import WireJSON

/// Runs the mock alone.
struct ServeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Runs the mock alone, for any SDK in any language, until it is stopped by Ctrl-C.",
        discussion: """
            It listens on 127.0.0.1, and prints its address and the credentials of a project as lines for a shell, or \
            as one line of JSON with --json.

            With an SDK, set its base URL and credentials to what is printed; or, in another terminal:

              stytch-conformance run --target http://127.0.0.1:8080

            With TLS (docs/live-runs.md says how to take it for Stytch's own host):

              stytch-conformance serve --tls
              stytch-conformance run --target https://127.0.0.1:8080 --cacert FILE
            """
    )

    @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "port"))
    var port = 8_080

    @Flag(
        help: ArgumentHelp(
            "Speaks TLS, with a certificate and an authority made for this once.",
            discussion: """
                The authority's certificate, which clients must trust, is written to a folder that only you can read, and \
                its path is printed; it is removed at the end.
                """
        )
    )
    var tls = false

    @Option(
        help: ArgumentHelp("A PEM file with a certificate of yours; the mock then speaks TLS.", valueName: "file"),
        completion: .file()
    )
    var tlsCertificate: String?

    @Option(
        help: ArgumentHelp("A PEM file with the certificate's private key.", valueName: "file"),
        completion: .file()
    )
    var tlsKey: String?

    @Flag(help: "Prints address and credentials as one line of JSON.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Makes the mock wrong in one way, such as keyRenamed; '--flaw help' names all.",
            valueName: "name"
        ),
        completion: .list(MockFlaw.allCases.map(\.rawValue))
    )
    var flaw: MockFlaw?

    func perform() async throws -> ExitStatus {
        let port = try checkedPort()
        try OpenFileNeed(hasMock: true, hasClient: false).checkServing()
        guard tls else { return try await serve(MockServerOptions(port: port, tls: try tlsFiles(), flaw: flaw)) }
        guard tlsCertificate == nil, tlsKey == nil else {
            throw CommandFailure(.wrongInput, "'--tls' makes a certificate of its own, and takes none")
        }
        let authority = try MockAuthority()
        return try await withAuthorityFile(authority) { file in
            try await serve(MockServerOptions(port: port, tls: authority.server, flaw: flaw), authorityFile: file)
        }
    }

    /// Serves until a signal comes.
    private func serve(_ options: MockServerOptions, authorityFile: String? = nil) async throws -> ExitStatus {
        let json = json
        let server = Task {
            try await serveMock(options) { running in
                StandardStream.output.write(
                    json ? Self.json(running, authorityFile) : Self.lines(running, authorityFile)
                )
                // A mock whose address no one was told is of no use; what went wrong is said as the program ends.
                if StandardStream.output.problem != nil { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        let signals = SignalWatch.begin { _ in server.cancel() }
        do {
            try await server.value
        } catch  where signals.request == nil && StandardStream.output.problem == nil {
            throw failure(error)
        } catch {
            // What the mock says as it stops on request is of no interest.
        }
        return signals.request?.status ?? .success
    }

    /// Lends the path of the authority's certificate, and removes the file afterwards.
    private func withAuthorityFile(
        _ authority: MockAuthority,
        _ body: (String) async throws -> ExitStatus
    ) async throws -> ExitStatus {
        let folder: PrivateFolder
        let file: String
        do {
            folder = try PrivateFolder.make()
            file = try folder.write("ca.pem", authority.certificate)
        } catch {
            PrivateFolder.removeAll()
            throw CommandFailure(.outOfReach, error.message, hint: "set TMPDIR to a folder that can be written to")
        }
        defer { folder.remove() }
        return try await body(file)
    }

    private func checkedPort() throws -> Int {
        guard (0...65_535).contains(port) else {
            throw CommandFailure(.wrongInput, "'--port' must be from 0 to 65535, found \(port)")
        }
        return port
    }

    private func tlsFiles() throws -> MockServerOptions.TLSFiles? {
        switch (tlsCertificate, tlsKey) {
        case (nil, nil):
            return nil
        case (let certificate?, let key?):
            for file in [certificate, key] where !LocalFiles.exists(file) {
                throw CommandFailure(.wrongInput, "the file '\(file)' does not exist")
            }
            return MockServerOptions.TLSFiles(certificateChain: .file(certificate), privateKey: .file(key))
        default:
            throw CommandFailure(.wrongInput, "'--tls-certificate' and '--tls-key' belong together")
        }
    }

    private func failure(_ error: any Error) -> CommandFailure {
        let otherPort = "give another --port, or --port 0 for a free one"
        return switch error as? MockStartProblem {
        case .portTaken(let port):
            CommandFailure(.wrongInput, "port \(port) is taken: another program listens on it", hint: otherPort)
        case .portForbidden(let port):
            CommandFailure(.wrongInput, "port \(port) may not be listened on by this user", hint: otherPort)
        case nil where tlsKey != nil:
            CommandFailure(
                .wrongInput,
                "the mock could not start with the certificate and key that were given: \(error)",
                hint: "check that both files are PEM and belong together"
            )
        case nil:
            CommandFailure(.wrongInput, "the mock could not start on port \(port): \(error)", hint: otherPort)
        }
    }

    private static func lines(_ mock: RunningMock, _ authorityFile: String?) -> String {
        """
        listening on \(mock.baseURL)\(authorityFile.map { "\nauthority of its certificate: \(VisibleText.line($0))" } ?? "")
        export STYTCH_PROJECT_ID=\(mock.projectID)
        export STYTCH_SECRET=\(mock.secret)

        """
    }

    private static func json(_ mock: RunningMock, _ authorityFile: String?) -> String {
        var object: JSONObject = [
            "baseURL": .string(mock.baseURL),
            "projectID": .string(mock.projectID),
            "secret": .string(mock.secret),
            "port": .number(JSONNumber(mock.port)),
        ]
        object["caFile"] = authorityFile.map { .string($0) }
        return LogText.disarmed(json: JSONValue.object(object).text()) + "\n"
    }
}
