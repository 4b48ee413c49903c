import CCurl
import Conformance

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension TransferFailure {
    /// What is said of a handshake that failed.
    var tlsWords: FailureWords {
        switch code {
        case CURLE_SSL_CACERT_BADFILE:
            let file = authorityFile.map { " '\($0)'" } ?? ""
            return said(
                "the file\(file) of trusted authorities cannot be read",
                hint: "give a PEM file of certificates with --cacert"
            )
        case CURLE_SSL_CERTPROBLEM:
            return said(
                "the client certificate or its key cannot be used",
                hint: "give PEM files of a certificate with --cert and of its key, without a passphrase, with --key"
            )
        case CURLE_SSL_CLIENTCERT: return clientCertificateWords
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR: return certificateWords
        default: return handshakeWords
        }
    }

    var clientCertificateWords: FailureWords {
        said("\(place) asks for a client certificate", hint: "give one that the server accepts with --cert and --key")
    }

    private var certificateWords: FailureWords {
        let whose = "the certificate of \(place)"
        if detailHas("expired") { return said("\(whose) has expired", hint: "renew the server's certificate") }
        if detailHas("not yet valid") {
            return said("\(whose) is not yet valid", hint: "check the clocks of both machines")
        }
        if detailHas("subject name") || detailHas("does not match") || detailHas("mismatch") {
            return said(
                "\(whose) is for another host",
                hint: "use a host name that the certificate holds; --connect-to sends it to another address"
            )
        }
        if detailHas("self-signed") || detailHas("self signed") || detailHas("issuer") || detailHas("unknown ca") {
            return said(
                "\(whose) is signed by an authority that is not trusted",
                hint: "give its authority with --cacert"
            )
        }
        return said("\(whose) is not accepted: \(detail)")
    }

    static let checkTLS = "check that the port speaks TLS, and use http:// if it does not"

    private var handshakeWords: FailureWords {
        if detailHas("wrong version number") || detailHas("packet length too long") || detailHas("http request") {
            return said("\(place) does not speak TLS", hint: "use http:// if the server has no TLS")
        }
        if detailHas("protocol version") || detailHas("unsupported protocol") || detailHas("no protocols available") {
            return said(
                "\(place) speaks no version of TLS that is allowed",
                hint: minimumTLS == .tls12
                    ? "renew the server's TLS: 1.2 is the lowest version that is spoken here"
                    : "give --tls-min 1.2, or renew the server's TLS"
            )
        }
        if detailHas("certificate required") { return clientCertificateWords }
        if systemError == ECONNRESET || detailHas("reset") || detailHas("SYSCALL") || detailHas("unexpected eof") {
            return said("\(place) broke off the TLS handshake", hint: Self.checkTLS)
        }
        if detailHas("alert handshake failure") {
            return said(
                "\(place) refused the TLS handshake",
                hint:
                    "give --cert and --key if the server wants a certificate, and check the TLS versions and ciphers of both"
            )
        }
        return said("the TLS handshake with \(place) failed: \(detail)")
    }
}
