import CCurl

/// Sets a handle's options, typed, and remembers the first that libcurl refuses.
struct EasySettings {
    private let easy: UnsafeMutableRawPointer
    private(set) var firstFailure = CURLE_OK

    init(_ easy: UnsafeMutableRawPointer) {
        self.easy = easy
    }

    mutating func set(_ option: CURLoption, _ number: Int) {
        note(ccurl_setopt_long(easy, option, number))
    }

    /// libcurl copies the text.
    mutating func set(_ option: CURLoption, _ text: String) {
        note(text.withCString { ccurl_setopt_string(easy, option, $0) })
    }

    /// libcurl keeps the pointer, which must outlive the transfer.
    mutating func set(_ option: CURLoption, _ pointer: UnsafeMutableRawPointer?) {
        note(ccurl_setopt_pointer(easy, option, pointer))
    }

    /// libcurl keeps the list, which must outlive the transfer.
    mutating func set(_ option: CURLoption, _ list: UnsafeMutablePointer<curl_slist>?) {
        note(ccurl_setopt_list(easy, option, list))
    }

    mutating func set(_ option: CURLoption, _ callback: @escaping curl_write_callback) {
        note(ccurl_setopt_data_callback(easy, option, callback))
    }

    mutating func set(_ option: CURLoption, _ callback: @escaping curl_prereq_callback) {
        note(ccurl_setopt_prereq_callback(easy, option, callback))
    }

    /// Gives the body of the request, which libcurl copies; its size must be known first.
    mutating func setBody(_ body: [UInt8]) {
        note(ccurl_setopt_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
        let copied = body.withUnsafeBytes { bytes in
            // An empty array has no address, and libcurl reads none as "ask a callback for the body".
            var nothing: UInt8 = 0
            return withUnsafeMutablePointer(to: &nothing) { place in
                let start =
                    bytes.baseAddress.map(UnsafeMutableRawPointer.init(mutating:)) ?? UnsafeMutableRawPointer(place)
                return ccurl_setopt_pointer(easy, CURLOPT_COPYPOSTFIELDS, start)
            }
        }
        note(copied)
    }

    /// Everything that is the same for all requests of a transport.
    ///
    /// Signals stay off, as the loop has a thread of its own. No redirect is followed, as each hop is an exchange of its own. Cookies
    /// and `.netrc` are off unless asked for. The path is sent as written, `..` included.
    mutating func apply(_ options: CurlOptions, pins: UnsafeMutablePointer<curl_slist>?) {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        restrictProtocols()
        setIfKnown(CurlLibrary.quickExitOption, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.wholeMilliseconds)
        // Having this set is what makes libcurl decompress; the request asks for it only by its header, see `RequestHeaders`.
        set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
        set(CURLOPT_MAXAGE_CONN, options.connections.idleAge.wholeSeconds)
        if let lifetime = options.connections.lifetime { set(CURLOPT_MAXLIFETIME_CONN, lifetime.wholeSeconds) }
        switch options.minimumTLS {
        case .tls12: set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        case .tls13: set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_3))
        }
        if let file = options.authorityFile { set(CURLOPT_CAINFO, file) }
        if let certificate = options.clientCertificate {
            set(CURLOPT_SSLCERT, certificate.certificateFile)
            set(CURLOPT_SSLKEY, certificate.keyFile)
        }
        if let pins { set(CURLOPT_CONNECT_TO, pins) }
    }

    /// The method, and the proxy or its absence.
    ///
    /// An empty proxy text keeps libcurl from reading the environment.
    mutating func apply(_ method: RequestMethod, proxy: String?) {
        switch method.shape {
        case .bodyless: break
        case .head: set(CURLOPT_NOBODY, 1)
        case .bodied: set(CURLOPT_POST, 1)
        }
        let isDefault =
            switch method.shape {
            case .bodyless: method.name == "GET"
            case .head: true
            case .bodied: method.name == "POST"
            }
        if !isDefault { set(CURLOPT_CUSTOMREQUEST, method.name) }
        set(CURLOPT_PROXY, proxy ?? "")
        set(CURLOPT_NOPROXY, "")
    }

    /// The version of HTTP.
    ///
    /// A first HTTP/2 connection is waited for, so that sixteen requests do not open sixteen.
    /// Plain HTTP is told 1.1 outright: it cannot become HTTP/2 here, and libcurl would otherwise wait before it opens a second connection.
    mutating func applyVersion(_ policy: HTTPVersionPolicy, isTLS: Bool, _ multiplexes: Bool) {
        switch policy {
        case .automatic where isTLS && CurlLibrary.speaksHTTP2:
            set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
            set(CURLOPT_PIPEWAIT, multiplexes ? 1 : 0)
        case .automatic, .http1:
            set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        case .http2:
            set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE))
            set(CURLOPT_PIPEWAIT, multiplexes ? 1 : 0)
            if !isTLS && CurlLibrary.losesPlainHTTP2 {
                set(CURLOPT_FRESH_CONNECT, 1)
                set(CURLOPT_FORBID_REUSE, 1)
            }
        }
    }

    private mutating func restrictProtocols() {
        let code = "http,https".withCString { ccurl_setopt_string(easy, CurlLibrary.protocolNamesOption, $0) }
        guard code == CURLE_UNKNOWN_OPTION else {
            note(code)
            return
        }
        set(CurlLibrary.protocolBitsOption, Int(CURLPROTO_HTTP | CURLPROTO_HTTPS))
    }

    private mutating func setIfKnown(_ option: CURLoption, _ number: Int) {
        let code = ccurl_setopt_long(easy, option, number)
        if code != CURLE_UNKNOWN_OPTION { note(code) }
    }

    private mutating func note(_ code: CURLcode) {
        if firstFailure == CURLE_OK { firstFailure = code }
    }
}
