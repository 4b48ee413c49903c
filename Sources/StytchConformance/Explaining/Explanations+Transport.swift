import Conformance
import CurlTransport

extension Explanations {
    /// The codes that a transfer over HTTP can end with, each with what it means here.
    static let transport: [Explanation] = own + requests + connections + answers

    /// The transport's own, which are none of libcurl's.
    private static let own = [
        transport(
            "closed",
            "The transport was closed before the answer was there.",
            "Run it again; report it if it comes back."
        ),
        transport("cancelled", "The request was given up: the run was stopped.", "Run it again."),
        transport(
            "body-too-large",
            "The answer's body is larger than is taken, so that a server cannot fill the memory.",
            "See what the server sends; answers of this API are some kilobytes."
        ),
        transport(
            "headers-too-large",
            "The answer has more header lines, or longer ones, than are taken.",
            "See what the server, or a proxy before it, puts into its headers."
        ),
    ]

    /// What is wrong before anything goes out.
    private static let requests = [
        transport(
            "CURLE_OK",
            "libcurl saw nothing wrong, though no whole answer came.",
            "Report it with the command, please."
        ),
        transport(
            "CURLE_UNSUPPORTED_PROTOCOL",
            "The other side does not speak HTTP, or the address asks for another protocol.",
            "Check that the port belongs to an HTTP server, and that the address begins with http:// or https://."
        ),
        transport(
            "CURLE_FAILED_INIT",
            "libcurl could not be set up.",
            "Check the installed libcurl; see the words behind the code."
        ),
        transport("CURLE_URL_MALFORMAT", "The address cannot be read.", "Write it as https://host/path."),
        transport(
            "CURLE_NOT_BUILT_IN",
            "The installed libcurl was built without what was asked for, such as HTTP/2 or TLS.",
            "Install a libcurl that has it; 'curl --version' lists features."
        ),
        transport(
            "CURLE_OUT_OF_MEMORY",
            "libcurl got no memory, or met a header line too long for it.",
            "See what the server sends; lower --jobs."
        ),
        transport(
            "CURLE_BAD_FUNCTION_ARGUMENT",
            "A request cannot be sent as it is, such as a header with a line end.",
            "Mend the header or method that the message names."
        ),
        transport("CURLE_UNKNOWN_OPTION", "The installed libcurl is too old for an option.", "Install a newer one."),
        transport(
            "CURLE_SETOPT_OPTION_SYNTAX",
            "libcurl refused the form of an option.",
            "Check addresses and proxies that were given."
        ),
        transport(
            "CURLE_READ_ERROR",
            "The body of the request could not be handed over.",
            "Report it with the command, please."
        ),
        transport(
            "CURLE_ABORTED_BY_CALLBACK",
            "The transfer was ended from this side.",
            "See the words behind the code."
        ),
        transport(
            "CURLE_SEND_FAIL_REWIND",
            "The body had to be sent again and could not be.",
            "Run it again; see why the connection broke."
        ),
        transport(
            "CURLE_RECURSIVE_API_CALL",
            "libcurl was called from within itself.",
            "Report it with the command, please."
        ),
        transport("CURLE_AGAIN", "A socket was not ready.", "Run it again."),
        transport(
            "CURLE_UNRECOVERABLE_POLL",
            "Waiting for sockets failed.",
            "Check limits such as 'ulimit -n'; lower --jobs."
        ),
    ]

    /// What keeps a connection from coming about.
    private static let connections = [
        transport(
            "CURLE_COULDNT_RESOLVE_PROXY",
            "The name of the proxy is not known.",
            "Check http_proxy and https_proxy in the environment."
        ),
        transport(
            "CURLE_COULDNT_RESOLVE_HOST",
            "The name of the host is not known.",
            "Check the host given by --target, and the network."
        ),
        transport(
            "CURLE_COULDNT_CONNECT",
            "No connection came about: nothing listens there, or no way leads there.",
            "Start the server ('stytch-conformance serve' for the mock), or correct --target."
        ),
        transport(
            "CURLE_OPERATION_TIMEDOUT",
            "A time limit passed; the message says in which phase.",
            "If the server is slow by nature, give a longer 'timeout' where the request has one, else a longer --timeout."
        ),
        transport(
            "CURLE_INTERFACE_FAILED",
            "The local end of the connection could not be opened.",
            "Check the network of this machine."
        ),
        transport("CURLE_NO_CONNECTION_AVAILABLE", "No connection is free.", "Lower --jobs."),
        transport("CURLE_PROXY", "The proxy refused.", "Check the proxy's address and what it allows."),
        transport(
            "CURLE_SSL_CONNECT_ERROR",
            "The TLS handshake failed.",
            "Check that the port speaks TLS, and which versions both sides allow."
        ),
        transport(
            "CURLE_SSL_ENGINE_NOTFOUND",
            "The TLS library lacks an engine that it is set up to use.",
            "Check the settings of the TLS library."
        ),
        transport(
            "CURLE_SSL_ENGINE_SETFAILED",
            "The TLS library's engine cannot be chosen.",
            "Check the settings of the TLS library."
        ),
        transport(
            "CURLE_SSL_ENGINE_INITFAILED",
            "The TLS library's engine did not start.",
            "Check the settings of the TLS library."
        ),
        transport(
            "CURLE_SSL_CERTPROBLEM",
            "The client certificate or its key cannot be used.",
            "Give PEM files that belong together, without a passphrase."
        ),
        transport("CURLE_SSL_CIPHER", "The two sides share no cipher.", "Renew the TLS of the older side."),
        transport(
            "CURLE_PEER_FAILED_VERIFICATION",
            "The server's certificate is not trusted, has expired, or is for another host.",
            "Give its authority with --cacert, or renew the certificate."
        ),
        transport(
            "CURLE_SSL_CACERT_BADFILE",
            "The file of trusted authorities cannot be read.",
            "Give a PEM file that exists with --cacert."
        ),
        transport(
            "CURLE_SSL_CRL_BADFILE",
            "A list of revoked certificates cannot be read.",
            "Check the settings of the TLS library."
        ),
        transport(
            "CURLE_SSL_ISSUER_ERROR",
            "The certificate has another issuer than was asked for.",
            "Give the right authority with --cacert."
        ),
        transport(
            "CURLE_SSL_PINNEDPUBKEYNOTMATCH",
            "The server's key is not the pinned one.",
            "See who answers at this address."
        ),
        transport(
            "CURLE_SSL_INVALIDCERTSTATUS",
            "The server's certificate was said to be revoked, or its state is unknown.",
            "Renew the server's certificate."
        ),
        transport(
            "CURLE_SSL_CLIENTCERT",
            "The server asks for a client certificate.",
            "Give the certificate and key that it wants."
        ),
        transport("CURLE_SSL_SHUTDOWN_FAILED", "The end of the TLS connection failed.", "Run it again."),
        transport(
            "CURLE_USE_SSL_FAILED",
            "The wanted protection by TLS did not come about.",
            "Check that the port speaks TLS."
        ),
        transport(
            "CURLE_ECH_REQUIRED",
            "Encrypted client hello was asked for and did not come about.",
            "Check the settings of libcurl."
        ),
    ]

    /// The rest of libcurl's codes: of other protocols, and obsolete ones.
    static let otherTransport: [Explanation] = {
        let explained = Set(transport.map(\.code))
        return TransportError.Code.ofLibcurl.filter { !explained.contains($0.name) }.map { code in
            transport(
                code.name,
                "A code of libcurl that transfers over HTTP do not end with.",
                "Report it with the command, please: it was not to be expected here."
            )
        }
    }()

    /// A code of the transport, with the number and the spelling that a message has.
    static func transport(_ name: String, _ meaning: String, _ cure: String) -> Explanation {
        let code = TransportError.Code.ofLibcurl.first { $0.name.utf8.elementsEqual(name.utf8) }
        let printed = code.flatMap { code in code.number.map { "curl \($0) \(code.name)" } } ?? name
        let number = code.flatMap(\.number).map { ["\($0)", "curl \($0)", "curl-\($0)"] } ?? []
        let short = name.hasPrefix("CURLE_") ? [String(name.dropFirst(6))] : []
        return Explanation(
            .transport,
            name,
            aliases: number + short,
            meaning,
            .text("transport: GET /v1/sessions: \(printed): …"),
            cure
        )
    }
}
