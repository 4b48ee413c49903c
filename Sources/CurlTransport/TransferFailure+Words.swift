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
    var error: TransportError { error(words) }

    func error(_ words: FailureWords) -> TransportError {
        TransportError(
            code: words.code,
            message: words.message,
            hint: words.hint,
            nothingWasSent: sentBytes == 0,
            timings: marks.timings
        )
    }

    var place: String { endpoint.shown }

    private var words: FailureWords {
        if let refusal { return refusalWords(refusal) }
        return switch code {
        case CURLE_OK:
            FailureWords(
                TransportError.Code(CURLE_PARTIAL_FILE),
                "\(place) closed the connection within the headers of its answer",
                hint: Self.log
            )
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: connectWords
        case CURLE_OPERATION_TIMEDOUT: timeoutWords
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CLIENTCERT, CURLE_SSL_ISSUER_ERROR:
            tlsWords
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE: brokenOffWords
        case CURLE_HTTP2, CURLE_HTTP2_STREAM:
            said("\(place) broke the rules of HTTP/2", hint: "give --http-version 1.1 if the server speaks no HTTP/2")
        case CURLE_PROXY: said("the proxy \(proxyPlace) refused", hint: Self.checkProxy)
        default: answerWords
        }
    }

    // MARK: - Our own limits

    private func refusalWords(_ refusal: AnswerCollector.Refusal) -> FailureWords {
        switch refusal {
        case .body:
            FailureWords(
                .bodyTooLarge,
                "the answer of \(place) has a body of more than \(bodyLimit) bytes",
                hint: "give a larger --body-limit if answers of this size are meant"
            )
        case .headerBytes:
            FailureWords(
                .headersTooLarge,
                "the answer of \(place) has more than \(headerLimits.bytes) bytes of headers",
                hint: Self.headers
            )
        case .headerLines:
            FailureWords(
                .headersTooLarge,
                "the answer of \(place) has more than \(headerLimits.lines) header lines",
                hint: Self.headers
            )
        case .framing(let fault): framingWords(fault)
        }
    }

    private func framingWords(_ fault: AnswerFraming.Fault) -> FailureWords {
        let what =
            switch fault {
            case .noLength: "a 'Content-Length' that is no length"
            case .differentLengths: "'Content-Length' twice, with different lengths"
            case .lengthBesideCoding: "both 'Content-Length' and 'Transfer-Encoding'"
            case .unknownCoding: "a 'Transfer-Encoding' that HTTP does not know"
            case .chunkedTwice: "'chunked' twice in 'Transfer-Encoding'"
            case .badName: "a header line that does not begin with a name and a colon"
            case .strayReturn: "a carriage return within a header line"
            }
        return FailureWords(
            TransportError.Code(CURLE_WEIRD_SERVER_REPLY),
            "the answer of \(place) has \(what)",
            hint: Self.framing
        )
    }

    // MARK: - Connecting

    private static let checkProxy =
        "check --proxy and the variables http_proxy, https_proxy and all_proxy; --proxy none goes straight"

    private var proxyPlace: String { proxy?.shown ?? place }

    private var connectWords: FailureWords {
        let target = proxyPlace
        let who = proxy == nil ? target : "the proxy \(target)"
        let check = proxy == nil ? "check the host given by --target" : Self.checkProxy
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST:
            return said(
                "the name '\(endpoint.host)' is not known",
                hint: "check the host given by --target, and the network"
            )
        case CURLE_COULDNT_RESOLVE_PROXY:
            return said("the proxy's name '\(proxy?.host ?? "?")' is not known", hint: check)
        default: break
        }
        switch systemError {
        case ECONNREFUSED:
            let start = "start what --target names, or correct it; 'stytch-conformance serve' starts the mock"
            let isLocal = proxy == nil && endpoint.isLoopback
            return said("nothing listens on \(target)", hint: isLocal ? start : check)
        case EHOSTUNREACH, ENETUNREACH:
            return said("no route leads to \(target)", hint: "check the network")
        case ETIMEDOUT: return said("\(who) does not react", hint: check)
        case EADDRNOTAVAIL:
            return said("no local port is left to connect to \(target)", hint: "lower --jobs, or wait a minute")
        case EMFILE, ENFILE:
            return said("too many files are open to connect to \(target)", hint: "lower --jobs, or raise 'ulimit -n'")
        default: return said("\(who) cannot be connected to", hint: check)
        }
    }

    // MARK: - Time

    private var timeoutWords: FailureWords {
        let limit = Self.shown(milliseconds: limitMilliseconds)
        let longer = TransportError.longerTimeout
        return switch phase {
        case .nameLookup:
            said("the name '\((proxy ?? endpoint).host)' was not looked up within \(limit)", hint: "check the network")
        case .waitingForConnection, .connecting:
            said(
                "no connection to \(proxyPlace) within \(limit)",
                hint: "check the host and the network, or give a longer --connect-timeout"
            )
        case .tls:
            said(
                "\(place) did not finish the TLS handshake within \(limit)",
                hint: Self.checkTLS
            )
        case .sending: said("\(place) did not take the whole request within \(limit)", hint: longer)
        case .waitingForAnswer: said("\(place) sent no answer within \(limit)", hint: longer)
        case .readingHeaders: said("\(place) did not finish the headers of its answer within \(limit)", hint: longer)
        case .readingBody:
            said("\(place) did not finish its answer within \(limit) (\(bytesRead))", hint: longer)
        }
    }

    // MARK: - A connection that breaks

    private var brokenOffWords: FailureWords {
        if detailHas("certificate required") || detailHas("bad certificate") { return clientCertificateWords }
        if detailHas("Too large response headers") { return refusalWords(.headerBytes) }
        if detailHas("chunk") && !detailHas("closed") {
            return said("the answer of \(place) has a broken chunked body", hint: Self.framing)
        }
        if proxy != nil && (detailHas("after CONNECT") || detailHas("CONNECT tunnel")) {
            return said("the proxy \(proxyPlace) refused to connect to \(place)", hint: Self.checkProxy)
        }
        let reset = systemError == ECONNRESET || systemError == EPIPE || detailHas("reset")
        let manner = reset ? "reset" : "closed"
        return switch phase {
        case .readingBody:
            said("\(place) \(manner) the connection within its answer (\(bytesRead))", hint: Self.log)
        case .readingHeaders:
            said("\(place) \(manner) the connection within the headers of its answer", hint: Self.log)
        case .sending:
            said("\(place) \(manner) the connection before it had the whole request", hint: Self.log)
        case .waitingForAnswer where isOnKeptConnection:
            said(
                "\(place) \(manner) a kept connection without an answer",
                hint: "look into the server's own log, or send again if repeating does no harm"
            )
        default: said("\(place) \(manner) the connection without an answer", hint: Self.log)
        }
    }

    private var bytesRead: String {
        guard let announcedBytes else { return "\(receivedBytes) bytes had come" }
        return "\(receivedBytes) of \(announcedBytes) bytes had come"
    }

    // MARK: - An answer that is none

    private var answerWords: FailureWords {
        switch code {
        // What was sent can be spoken: the answer cannot.
        case CURLE_UNSUPPORTED_PROTOCOL where sentBytes > 0:
            said(
                "\(place) answered with something that is not HTTP",
                hint: "check that the port belongs to an HTTP server"
            )
        case CURLE_UNSUPPORTED_PROTOCOL:
            said("this libcurl cannot speak the protocol asked for", hint: "only http and https can be used")
        case CURLE_URL_MALFORMAT:
            said("the address is not valid", hint: "write it as http://host:port/path or https://host/path")
        case CURLE_WEIRD_SERVER_REPLY where detailHas("Content-Length"):
            framingWords(.noLength)
        case CURLE_WEIRD_SERVER_REPLY where detailHas("without colon"): framingWords(.badName)
        case CURLE_WEIRD_SERVER_REPLY: said("the answer of \(place) breaks the rules of HTTP", hint: Self.framing)
        case CURLE_BAD_CONTENT_ENCODING: encodingWords
        case CURLE_WRITE_ERROR where phase == .readingBody: encodingWords
        case CURLE_OUT_OF_MEMORY where phase == .readingHeaders || phase == .waitingForAnswer:
            said("the answer of \(place) has a header line that libcurl finds too long", hint: Self.headers)
        case CURLE_OUT_OF_MEMORY: said("libcurl has no memory left", hint: "lower --jobs")
        default: said(Self.lowerFirst(String(cString: curl_easy_strerror(code))) + ", at \(place)")
        }
    }

    private var encodingWords: FailureWords {
        said(
            "the body from \(place) is not what its 'Content-Encoding' says",
            hint: "only gzip and deflate are decompressed"
        )
    }

    // MARK: - Words

    private static let log = "look into the server's own log"
    private static let framing = "look into the server, or a proxy before it, for what frames its answers"
    private static let headers = "look into what the server, or a proxy before it, adds to its answers"

    func said(_ happened: String, hint: String? = nil) -> FailureWords {
        FailureWords(TransportError.Code(code), happened, hint: hint)
    }

    /// libcurl's own words hold this part, which is how it tells apart what shares one code.
    func detailHas(_ part: String) -> Bool {
        Endpoint.lowercased(detail).firstRange(of: Endpoint.lowercased(part)) != nil
    }

    static func lowerFirst(_ text: String) -> String {
        guard let first = text.utf8.first, let second = text.utf8.dropFirst().first else { return text }
        let isCapital = (0x41...0x5A).contains(first) && (0x61...0x7A).contains(second)
        return isCapital ? Endpoint.lowercased(String(text.prefix(1))) + text.dropFirst() : text
    }

    /// `500 ms`, `10 s`, `1.5 s`.
    static func shown(milliseconds: Int) -> String {
        guard milliseconds >= 1_000 else { return "\(milliseconds) ms" }
        let rest = milliseconds % 1_000
        if rest == 0 { return "\(milliseconds / 1_000) s" }
        return rest % 100 == 0 ? "\(milliseconds / 1_000).\(rest / 100) s" : "\(milliseconds) ms"
    }
}
