/// How a mock is started; the defaults give one on a free loopback port, without TLS.
package struct MockServerOptions: Sendable {
    /// From 0 to 65535; 0 takes a free one.
    package var port: Int
    /// The address to listen on; an address other than loopback lets other machines in, but not to the control paths.
    package var hostname: String
    /// Nil listens without TLS.
    package var tls: TLSFiles?
    /// How the server is wrong on purpose; nil for a right one.
    package var flaw: MockFlaw?
    /// The id of the project that is there from the start; nil makes one up.
    package var projectID: String?
    /// The secret of that project; nil makes one up.
    package var secret: String?

    /// Certificate and key of a server with TLS, which speaks HTTP/1.1 as without.
    package struct TLSFiles: Sendable {
        /// Where a PEM text comes from.
        package enum PEM: Sendable {
            /// The path of a file.
            case file(String)
            /// The text itself, in UTF-8.
            case bytes([UInt8])
        }

        /// The certificate, followed by those between it and the root, if any.
        package var certificateChain: PEM
        /// The private key of the certificate.
        package var privateKey: PEM

        /// Names the two texts.
        package init(certificateChain: PEM, privateKey: PEM) {
            self.certificateChain = certificateChain
            self.privateKey = privateKey
        }
    }

    /// Makes options from their parts; what is left out is as described at each part.
    package init(
        port: Int = 0,
        hostname: String = "127.0.0.1",
        tls: TLSFiles? = nil,
        flaw: MockFlaw? = nil,
        projectID: String? = nil,
        secret: String? = nil
    ) {
        self.port = port
        self.hostname = hostname
        self.tls = tls
        self.flaw = flaw
        self.projectID = projectID
        self.secret = secret
    }
}

/// A mock that is listening.
package struct RunningMock: Sendable {
    /// `http://127.0.0.1:<port>`, or `https`; without a slash at the end.
    package let baseURL: String
    /// The project that is there from the start.
    package let projectID: String
    /// The secret of that project.
    package let secret: String
    /// The port it listens on.
    package let port: Int
}
