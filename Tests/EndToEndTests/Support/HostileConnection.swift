import Foundation
import TestServers
import Testing

/// One way in which not even a connection comes about, so that no path can tell it apart from others.
struct HostileConnection: Sendable, CustomTestStringConvertible {
    /// What there is in place of a good server.
    enum Way: Sendable {
        /// Nothing listens.
        case refuse
        /// A TLS server of the `openssl` program; its authority is trusted unless the test is about that.
        case tls(TestCertificates.Server, arguments: [String] = [], isTrusted: Bool = true)
        /// What is done to a connection on which TLS was meant.
        case steps([LoopbackServer.Step])
    }

    var name: String
    /// What the server does, in words.
    var does: String
    var kind = "transport"
    var way: Way
    var message: String
    /// What a case may say that waits for the connection of another, to share it.
    var messageOfWaiting: String?
    var hint: String

    var testDescription: String { name }

    /// The same for the page about hostile servers.
    var asServer: HostileServer {
        HostileServer(name, does, .errored(kind: kind, message: message, hint: hint), [])
    }

    /// `http` or `https`.
    var scheme: String {
        if case .refuse = way { "http" } else { "https" }
    }

    private static let noTLS = "check that the port speaks TLS, and use http:// if it does not"

    static let refuse = HostileConnection(
        name: "refuse",
        does: "refuses the connection",
        way: .refuse,
        message: "curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:PORT",
        hint: "start what --target names, or correct it; 'stytch-conformance serve' starts the mock"
    )

    /// Each way in which TLS fails.
    static let tls = certificates + handshakes

    static let all = [refuse] + tls

    private static let badCertificate =
        "curl 60 CURLE_PEER_FAILED_VERIFICATION: the certificate of 127.0.0.1:PORT"
    private static let badHandshake = "curl 35 CURLE_SSL_CONNECT_ERROR: 127.0.0.1:PORT"

    private static func failing(
        _ name: String,
        _ does: String,
        _ way: Way,
        _ message: String,
        _ hint: String
    ) -> HostileConnection {
        HostileConnection(name: name, does: does, way: way, message: message, hint: hint)
    }

    private static let certificates = [
        failing(
            "expired",
            "shows a certificate that has expired",
            .tls(.expired),
            "\(badCertificate) has expired",
            "renew the server's certificate"
        ),
        failing(
            "self-signed",
            "shows a certificate that it has signed itself",
            .tls(.selfSigned),
            "\(badCertificate) is signed by an authority that is not trusted",
            "give its authority with --cacert"
        ),
        failing(
            "unknown-authority",
            "shows a certificate of an authority that is not trusted",
            .tls(.good, isTrusted: false),
            "\(badCertificate) is signed by an authority that is not trusted",
            "give its authority with --cacert"
        ),
        failing(
            "wrong-host",
            "shows a certificate for another host",
            .tls(.otherHost),
            "\(badCertificate) is for another host",
            "use a host name that the certificate holds; --connect-to sends it to another address"
        ),
    ]

    private static let handshakes = [
        failing(
            "no-common-version",
            "speaks TLS 1.1 and nothing newer",
            .tls(.good, arguments: ["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"]),
            "\(badHandshake) speaks no version of TLS that is allowed",
            "renew the server's TLS: 1.2 is the lowest version that is spoken here"
        ),
        failing(
            "no-common-cipher",
            "speaks no cipher that this machine allows",
            .tls(.good, arguments: ["-tls1_2", "-cipher", "AECDH-AES128-SHA@SECLEVEL=0"]),
            "\(badHandshake) refused the TLS handshake",
            "give --cert and --key if the server wants a certificate, and check the TLS versions and ciphers of both"
        ),
        failing(
            "plain-http",
            "speaks plain HTTP on a TLS port",
            .steps([.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), .hang]),
            "\(badHandshake) does not speak TLS",
            "use http:// if the server has no TLS"
        ),
        failing(
            "cut-handshake",
            "resets the connection within the TLS handshake",
            .steps([.readSome, .reset]),
            "\(badHandshake) broke off the TLS handshake",
            noTLS
        ),
        failing(
            "closed-handshake",
            "closes the connection within the TLS handshake",
            .steps([.readSome, .close]),
            "\(badHandshake) broke off the TLS handshake",
            noTLS
        ),
        HostileConnection(
            name: "silent-handshake",
            does: "never answers the TLS handshake",
            kind: "timeout",
            way: .steps([.hang]),
            message: "curl 28 CURLE_OPERATION_TIMEDOUT: 127.0.0.1:PORT did not finish the TLS handshake within 500 ms",
            messageOfWaiting:
                "curl 28 CURLE_OPERATION_TIMEDOUT: no connection to 127.0.0.1:PORT within 500 ms",
            hint: noTLS
        ),
    ]
}

extension HostileConnection {
    /// How long an exchange may take: short only where the time is to run out, as handshakes take theirs on a busy machine.
    var timeout: String { kind == "timeout" ? "500ms" : "30s" }

    /// Lends the port that behaves so, and the file of trusted authorities where one matters.
    func serving<Value>(_ body: (_ port: Int, _ authorities: String?) async throws -> Value) async throws -> Value {
        switch way {
        case .refuse:
            let socket = try LocalServer.boundSocket()
            defer { close(socket.descriptor) }
            return try await body(socket.port, nil)
        case .tls(let certificate, let arguments, let isTrusted):
            return try await TLSServer.serving(certificate, arguments) { server in
                try await body(server.port, isTrusted ? server.file("ca.pem") : nil)
            }
        case .steps(let steps):
            return try await LoopbackServer.serving(steps) { try await body(Int($0.port), nil) }
        }
    }

    /// What is done to a connection after the first, where `port` behaves so.
    func steps(port: Int) -> [LoopbackServer.Step] {
        if case .steps(let steps) = way { return steps }
        return [.relay(to: port)]
    }
}
