import Conformance
import CurlTransport
import TestServers
import Testing

/// TLS that works, and each way in which it does not.
@Suite(.enabled(if: TestCertificates.areAvailable, "the program 'openssl' is not installed"), .serialized)
struct TLSTests {
    private func options(_ server: TLSServer) -> CurlOptions {
        var options = CurlOptions()
        options.authorityFile = server.file("ca.pem")
        return options
    }

    @Test
    func `a server whose authority is given answers, and its handshake is timed`() async throws {
        try await TLSServer.serving(.good) { server in
            let answer = try await sendAlone(.get(server.url), options(server))
            #expect(answer.status == 200)
            #expect(answer.timings.tls > .zero)
            #expect(answer.timings.connect > .zero)
        }
    }

    @Test
    func `an authority that is not trusted is told with what to give`() async throws {
        try await TLSServer.serving(.good) { server in
            let error = try await failure(of: .get(server.url))
            #expect(
                error.message
                    == "curl 60 CURLE_PEER_FAILED_VERIFICATION: the certificate of \(server.place) is signed by"
                    + " an authority that is not trusted"
            )
            #expect(error.hint == "give its authority with --cacert")
            #expect(error.nothingWasSent)
        }
    }

    @Test
    func `an expired certificate is told as such`() async throws {
        try await TLSServer.serving(.expired) { server in
            let error = try await failure(of: .get(server.url), options(server))
            #expect(
                error.message
                    == "curl 60 CURLE_PEER_FAILED_VERIFICATION: the certificate of \(server.place) has expired"
            )
            #expect(error.hint == "renew the server's certificate")
        }
    }

    @Test
    func `a certificate for another host is told as such`() async throws {
        try await TLSServer.serving(.otherHost) { server in
            let error = try await failure(of: .get(server.url), options(server))
            #expect(
                error.message
                    == "curl 60 CURLE_PEER_FAILED_VERIFICATION: the certificate of \(server.place) is for another host"
            )
            #expect(
                error.hint == "use a host name that the certificate holds; --connect-to sends it to another address"
            )
        }
    }

    @Test
    func `a server below the lowest version allowed is told as such`() async throws {
        try await TLSServer.serving(.good, ["-tls1_2"]) { server in
            var options = options(server)
            options.minimumTLS = .tls13
            let error = try await failure(of: .get(server.url), options)
            #expect(
                error.message
                    == "curl 35 CURLE_SSL_CONNECT_ERROR: \(server.place) speaks no version of TLS that is allowed"
            )
            #expect(error.hint == "give --tls-min 1.2, or renew the server's TLS")
        }
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a client certificate is shown where one is asked for`(version: String) async throws {
        let arguments = [version, "-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem"]
        try await TLSServer.serving(.good, arguments) { server in
            var options = options(server)
            options.clientCertificate = ClientCertificate(
                certificateFile: server.file("client.pem"),
                keyFile: server.file("client.key")
            )
            let answer = try await sendAlone(.get(server.url), options)
            #expect(answer.status == 200)
        }
    }

    @Test
    func `a client certificate that is asked for and not given is told as such`() async throws {
        let arguments = ["-tls1_3", "-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem"]
        try await TLSServer.serving(.good, arguments) { server in
            let error = try await failure(of: .get(server.url), options(server))
            #expect(error.message.hasSuffix(": \(server.place) asks for a client certificate"))
            #expect(error.hint == "give one that the server accepts with --cert and --key")
        }
    }

    @Test
    func `a handshake that is refused without a reason is told with the likely ones`() async throws {
        let arguments = ["-tls1_2", "-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem"]
        try await TLSServer.serving(.good, arguments) { server in
            let error = try await failure(of: .get(server.url), options(server))
            #expect(error.message == "curl 35 CURLE_SSL_CONNECT_ERROR: \(server.place) refused the TLS handshake")
            #expect(
                error.hint
                    == "give --cert and --key if the server wants a certificate, and check the TLS versions and ciphers of both"
            )
            #expect(error.nothingWasSent)
        }
    }

    @Test
    func `files of options that are not there are named or told apart`() async throws {
        try await TLSServer.serving(.good) { server in
            var options = CurlOptions()
            options.authorityFile = server.file("nowhere.pem")
            let authority = try await failure(of: .get(server.url), options)
            #expect(
                authority.message == "curl 77 CURLE_SSL_CACERT_BADFILE: the file '\(server.file("nowhere.pem"))' of"
                    + " trusted authorities cannot be read"
            )
            options = self.options(server)
            options.clientCertificate = ClientCertificate(certificateFile: "nowhere.pem", keyFile: "nowhere.key")
            let certificate = try await failure(of: .get(server.url), options)
            #expect(
                certificate.message
                    == "curl 58 CURLE_SSL_CERTPROBLEM: the client certificate or its key cannot be used"
            )
        }
    }

    @Test
    func `a handshake that is broken off is told as such`() async throws {
        let (error, place) = try await LoopbackServer.serving([.readSome, .reset]) { server in
            (try await failure(of: .get("https://\(server.place)/")), server.place)
        }
        #expect(error.message == "curl 35 CURLE_SSL_CONNECT_ERROR: \(place) broke off the TLS handshake")
        #expect(error.nothingWasSent)
    }
}
