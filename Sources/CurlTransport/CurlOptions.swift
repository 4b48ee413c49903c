/// How one transport connects; fixed from its opening to its end.
package struct CurlOptions: Sendable, Hashable {
    /// The longest time for name look-up, connection and TLS together; rounded up to a whole millisecond, at least one.
    package var connectTimeout: Duration = .seconds(5)
    /// A PEM file of the authorities that are trusted; nil trusts those of the machine.
    package var authorityFile: String?
    package var clientCertificate: ClientCertificate?
    package var minimumTLS: MinimumTLS = .tls12
    package var httpVersion: HTTPVersionPolicy = .automatic
    package var proxy = ProxyPolicy.none
    package var pins: [HostPin] = []
    package var connections = ConnectionLimits()
    package var headerLimits = HeaderLimits()
    /// Whether requests ask for gzip or deflate; an answer that uses either is decompressed in any case.
    package var asksForCompression = false

    /// Makes the options that suit a local target and a public one alike; change what differs.
    package init() {}
}

/// The certificate a client shows when a server asks for one.
package struct ClientCertificate: Sendable, Hashable {
    /// A PEM file with the certificate, and those between it and its authority.
    package var certificateFile: String
    /// A PEM file with the private key, without a passphrase; it may be the same file.
    package var keyFile: String

    package init(certificateFile: String, keyFile: String) {
        self.certificateFile = certificateFile
        self.keyFile = keyFile
    }
}

/// The lowest version of TLS that a server may choose.
package enum MinimumTLS: String, Sendable, Hashable, CaseIterable {
    case tls12 = "1.2"
    case tls13 = "1.3"
}

/// Which version of HTTP is spoken.
package enum HTTPVersionPolicy: String, Sendable, Hashable, CaseIterable {
    /// HTTP/2 where TLS offers it, HTTP/1.1 elsewhere.
    case automatic
    /// HTTP/1.1 always.
    case http1 = "1.1"
    /// HTTP/2 from the first byte, also without TLS; a server that does not speak it fails.
    case http2 = "2"

    /// Whether the libcurl that is linked speaks HTTP/2 at all.
    package static var isHTTP2Available: Bool { CurlLibrary.speaksHTTP2 }
}

/// How many connections are kept for reuse, and for how long.
///
/// There is no limit of open ones: whoever sends bounds the requests in flight, and libcurl's own queue for a connection can leave a
/// request waiting for good.
package struct ConnectionLimits: Sendable, Hashable {
    /// The most that are kept open for reuse, at least one.
    package var kept = 128
    /// How long an unused connection may be taken up again, in whole seconds; shorter than servers keep theirs.
    package var idleAge: Duration = .seconds(20)
    /// How old a connection may be and still be taken up again, in whole seconds; nil is no limit.
    package var lifetime: Duration?
    /// Whether requests share an HTTP/2 connection.
    package var multiplexes = true

    package init() {}
}

/// How much header an answer may have, interim answers and trailers counted, before the transfer is ended.
package struct HeaderLimits: Sendable, Hashable {
    package var bytes = 128 * 1024
    package var lines = 1_000

    package init(bytes: Int = 128 * 1024, lines: Int = 1_000) {
        self.bytes = bytes
        self.lines = lines
    }
}
