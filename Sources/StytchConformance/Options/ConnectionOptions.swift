import ArgumentParser
import CurlTransport

/// How the target is connected to.
struct ConnectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The version of HTTP. automatic is HTTP/2 where TLS offers it, else HTTP/1.1; 2 is HTTP/2 from the first byte.",
            valueName: "version"
        )
    )
    var httpVersion: HTTPVersionPolicy = .automatic

    @Option(
        name: .customLong("cacert"),
        help: ArgumentHelp("A PEM file of the authorities to trust in place of this machine's.", valueName: "file"),
        completion: .file()
    )
    var authorityFile: String?

    @Option(
        name: .customLong("cert"),
        help: ArgumentHelp("A PEM file of the certificate to show to a server that asks for one.", valueName: "file"),
        completion: .file()
    )
    var certificateFile: String?

    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(
            "A PEM file of that certificate's private key, without a passphrase. Default: the file of --cert.",
            valueName: "file"
        ),
        completion: .file()
    )
    var keyFile: String?

    @Option(
        name: .customLong("tls-min"),
        help: ArgumentHelp("The lowest version of TLS that the target may choose.", valueName: "version")
    )
    var minimumTLS: MinimumTLS = .tls12

    @Option(
        help: ArgumentHelp(
            "A proxy such as http://proxy:3128, or none for no proxy at all.",
            discussion: """
                Default: what the variables http_proxy, https_proxy and all_proxy name. A proxy that needs a user and a \
                password is given by these alone. Addresses of this machine never go through a proxy.
                """,
            valueName: "address"
        )
    )
    var proxy: ProxyArgument?

    @Option(
        name: .customLong("noproxy"),
        help: ArgumentHelp(
            "Hosts that go past the proxy, with commas between, beside those of the variable no_proxy.",
            valueName: "hosts"
        )
    )
    var unproxiedHosts: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Connects to another address in place of a host, as curl does. Repeatable.",
            discussion: """
                test.stytch.com:443:127.0.0.1:8443 sends what is for test.stytch.com to this machine. Names in requests, \
                and in what TLS checks, stay. An empty part means any, or no change; IPv6 stands in brackets.
                """,
            valueName: "host:port:address:port"
        )
    )
    var connectTo: [HostPin] = []

    @Option(
        help: ArgumentHelp(
            "The longest time for name look-up, connection and TLS together: 500ms, 5s.",
            valueName: "time"
        )
    )
    var connectTimeout = standardConnectTimeout

    @Option(
        help: ArgumentHelp(
            "The most connections kept for reuse. Default: 128, or --jobs where that is more.",
            valueName: "count"
        )
    )
    var keepConnections: Int?

    @Option(
        help: ArgumentHelp("How long an unused connection may be taken up again, in whole seconds.", valueName: "time")
    )
    var keepIdle = DurationArgument(.seconds(20), "20s")

    @Option(
        help: ArgumentHelp(
            "How old a connection may be and still be taken up again, in whole seconds. Default: any age.",
            valueName: "time"
        )
    )
    var keepLifetime: DurationArgument?

    @Flag(help: "Asks for answers compressed by gzip or deflate, unless a case names its own Accept-Encoding.")
    var compressed = false

    @Option(
        help: ArgumentHelp(
            "The largest body of an answer, once decompressed: bytes, or with k, m or g behind.",
            valueName: "size"
        )
    )
    var bodyLimit = standardBodyLimit

    static let standardConnectTimeout = DurationArgument(.seconds(5), "5s")
    static let standardBodyLimit = SizeArgument(bytes: 4 * 1_024 * 1_024, text: "4m")
}
