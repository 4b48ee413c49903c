extension Explanations {
    /// What breaks an answer.
    static let answers = [
        transport(
            "CURLE_WEIRD_SERVER_REPLY",
            "The answer breaks the rules of HTTP.",
            "Look at the raw answer, for example with 'curl --raw -i'."
        ),
        transport(
            "CURLE_HTTP2",
            "The other side broke the rules of HTTP/2.",
            "Try it over HTTP/1.1, and look into the server's log."
        ),
        transport(
            "CURLE_HTTP2_STREAM",
            "The stream of HTTP/2 that held the answer was broken off.",
            "Look into the server's log."
        ),
        transport(
            "CURLE_PARTIAL_FILE",
            "The connection ended within the answer.",
            "Look into the server's log; 'Content-Length' may promise more than is sent."
        ),
        transport(
            "CURLE_HTTP_RETURNED_ERROR",
            "libcurl was to take a status of 400 or more as an error, which this program never asks for.",
            "Report it with the command, please."
        ),
        transport(
            "CURLE_WRITE_ERROR",
            "The body was refused: too large, or not what its 'Content-Encoding' says.",
            "See what the server sends."
        ),
        transport("CURLE_RANGE_ERROR", "The server took no range of bytes.", "Report it with the command, please."),
        transport(
            "CURLE_TOO_MANY_REDIRECTS",
            "Too many redirects; this program follows none.",
            "Report it with the command, please."
        ),
        transport(
            "CURLE_GOT_NOTHING",
            "The connection was closed without an answer.",
            "Look into the server's own log."
        ),
        transport(
            "CURLE_SEND_ERROR",
            "The connection broke while the request was sent.",
            "Look into the server's own log."
        ),
        transport("CURLE_RECV_ERROR", "The connection broke while the answer came.", "Look into the server's own log."),
        transport(
            "CURLE_BAD_CONTENT_ENCODING",
            "The body is not what its 'Content-Encoding' says.",
            "Only gzip and deflate are decompressed; see what the server sends."
        ),
        transport(
            "CURLE_FILESIZE_EXCEEDED",
            "The answer announces a body larger than is taken.",
            "See what the server sends."
        ),
        transport(
            "CURLE_CHUNK_FAILED",
            "The chunked body is broken.",
            "Look at the raw answer, for example with 'curl --raw -i'."
        ),
        transport(
            "CURLE_LOGIN_DENIED",
            "The credentials were refused below HTTP.",
            "Check proxies and their credentials."
        ),
        transport(
            "CURLE_AUTH_ERROR",
            "A way of authentication failed within libcurl.",
            "Check proxies and their credentials."
        ),
        transport("CURLE_HTTP3", "The other side broke the rules of HTTP/3.", "Try it over HTTP/1.1."),
        transport("CURLE_QUIC_CONNECT_ERROR", "No connection over QUIC came about.", "Try it over HTTP/1.1."),
        transport("CURLE_TOO_LARGE", "A value handed to libcurl is too large.", "Report it with the command, please."),
    ]
}
