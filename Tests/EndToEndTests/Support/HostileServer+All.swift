import Foundation
import TestServers

extension HostileServer {
    /// A good answer, as every case of these tests expects it.
    static let good = LoopbackServer.Step.answer(#"{"name":"Ann"}"#)

    /// All that can be told apart by the path of a request, on one listener.
    static let all = broken + endless + slow + legitimate

    private static func broken(
        _ name: String,
        _ does: String,
        timeout: String? = nil,
        kind: String = "transport",
        _ message: String,
        _ hint: String,
        _ steps: [LoopbackServer.Step]
    ) -> HostileServer {
        HostileServer(name, does, timeout: timeout, .errored(kind: kind, message: message, hint: hint), steps)
    }

    private static let framing = "look into the server, or a proxy before it, for what frames its answers"
    private static let log = "look into the server's own log"

    /// Connections that break, and answers that are none.
    private static let broken = [
        broken(
            "close",
            "reads the request and closes",
            "curl 52 CURLE_GOT_NOTHING: 127.0.0.1:PORT closed the connection without an answer",
            log,
            [.close]
        ),
        broken(
            "reset",
            "reads the request and resets the connection",
            "curl 56 CURLE_RECV_ERROR: 127.0.0.1:PORT reset the connection without an answer",
            log,
            [.reset]
        ),
        broken(
            "half-headers",
            "closes within the headers",
            "curl 18 CURLE_PARTIAL_FILE: 127.0.0.1:PORT closed the connection within the headers of its answer",
            log,
            [.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"), .close]
        ),
        broken(
            "half-an-answer",
            "closes within the body, whose length it said",
            "curl 18 CURLE_PARTIAL_FILE: 127.0.0.1:PORT closed the connection within its answer"
                + " (8 of 14 bytes had come)",
            log,
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"name\":"), .close]
        ),
        broken(
            "reset-in-answer",
            "resets the connection within a chunked body",
            "curl 56 CURLE_RECV_ERROR: 127.0.0.1:PORT reset the connection within its answer (8 bytes had come)",
            log,
            [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"name\":\r\n"), .reset]
        ),
        broken(
            "garbage",
            "answers with something that is not HTTP",
            "curl 1 CURLE_UNSUPPORTED_PROTOCOL: 127.0.0.1:PORT answered with something that is not HTTP",
            "check that the port belongs to an HTTP server",
            [.send("\u{1}\u{2} 220 mail ready\r\n\r\n"), .close]
        ),
        broken(
            "length-no-number",
            "says a length that is none",
            "curl 8 CURLE_WEIRD_SERVER_REPLY: the answer of 127.0.0.1:PORT has a 'Content-Length' that is no length",
            framing,
            [.send("HTTP/1.1 200 OK\r\nContent-Length: minus one\r\n\r\n{\"name\":\"Ann\"}"), .hang]
        ),
        broken(
            "two-lengths",
            "says two lengths that differ",
            "curl 8 CURLE_WEIRD_SERVER_REPLY: the answer of 127.0.0.1:PORT has 'Content-Length' twice, with different lengths",
            framing,
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 14\r\n\r\n{\"name\":\"Ann\"}"), .hang]
        ),
        broken(
            "length-and-chunks",
            "says a length, and sends chunks",
            "curl 8 CURLE_WEIRD_SERVER_REPLY: the answer of 127.0.0.1:PORT has both 'Content-Length' and 'Transfer-Encoding'",
            framing,
            [
                .send("HTTP/1.1 200 OK\r\nContent-Length: 14\r\nTransfer-Encoding: chunked\r\n\r\n"),
                .send("e\r\n{\"name\":\"Ann\"}\r\n0\r\n\r\n"), .hang,
            ]
        ),
        broken(
            "unknown-coding",
            "says a coding that HTTP does not know",
            "curl 8 CURLE_WEIRD_SERVER_REPLY: the answer of 127.0.0.1:PORT has a 'Transfer-Encoding' that HTTP does not know",
            framing,
            [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: bogus\r\n\r\n{\"name\":\"Ann\"}"), .close]
        ),
        broken(
            "nameless-header",
            "sends a header line without a name",
            "curl 8 CURLE_WEIRD_SERVER_REPLY: the answer of 127.0.0.1:PORT has a header line that does not begin with a name"
                + " and a colon",
            framing,
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 14\r\nX Bad: 1\r\n\r\n{\"name\":\"Ann\"}"), .hang]
        ),
        broken(
            "unknown-version",
            "answers in a version of HTTP that is none",
            "curl 1 CURLE_UNSUPPORTED_PROTOCOL: 127.0.0.1:PORT answered with something that is not HTTP",
            "check that the port belongs to an HTTP server",
            [.send("HTTP/1.9 200 OK\r\nContent-Length: 14\r\n\r\n{\"name\":\"Ann\"}"), .hang]
        ),
        broken(
            "broken-chunk",
            "sends a chunk without a size",
            "curl 56 CURLE_RECV_ERROR: the answer of 127.0.0.1:PORT has a broken chunked body",
            framing,
            [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"name\":\r\n"), .hang]
        ),
        broken(
            "not-gzip",
            "says gzip of a body that is not",
            "curl 61 CURLE_BAD_CONTENT_ENCODING: the body from 127.0.0.1:PORT is not what its 'Content-Encoding' says",
            "only gzip and deflate are decompressed",
            [.answer(#"{"name":"Ann"}"#, headers: "Content-Encoding: gzip\r\n"), .hang]
        ),
    ]

    private static let gibibyte = 1_073_741_824
    private static let headers = "look into what the server, or a proxy before it, adds to its answers"
    private static let body = "give a larger --body-limit if answers of this size are meant"
    private static let bodyMessage =
        "body-too-large: the answer of 127.0.0.1:PORT has a body of more than 4194304 bytes"
    private static let bomb = GzipBomb.bytes(copies: 260_112)

    /// Answers that do not end, or not in time to be of any use.
    private static let endless = [
        broken(
            "endless-header",
            "sends a header line without end",
            "curl 27 CURLE_OUT_OF_MEMORY: the answer of 127.0.0.1:PORT has a header line that libcurl finds too long",
            headers,
            [.send("HTTP/1.1 200 OK\r\nX-Endless: "), .sendRepeatedly([UInt8](repeating: 0x61, count: 4_096))]
        ),
        broken(
            "endless-headers",
            "sends headers without end",
            "headers-too-large: the answer of 127.0.0.1:PORT has more than 131072 bytes of headers",
            headers,
            [
                .send("HTTP/1.1 200 OK\r\n"),
                .sendRepeatedly(Array("X-More: \(String(repeating: "a", count: 990))\r\n".utf8)),
            ]
        ),
        broken(
            "ten-thousand-headers",
            "sends 10,000 headers",
            "headers-too-large: the answer of 127.0.0.1:PORT has more than 1000 header lines",
            headers,
            [
                .send("HTTP/1.1 200 OK\r\n"), .sendRepeatedly(Array("A: b\r\n".utf8), times: 10_000), .send("\r\n"),
                .hang,
            ]
        ),
        broken(
            "endless-interim",
            "sends interim answers without end",
            "headers-too-large: the answer of 127.0.0.1:PORT has more than 1000 header lines",
            headers,
            [.sendRepeatedly(Array("HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n".utf8))]
        ),
        broken(
            "gibibyte",
            "says and sends a body of 1 GiB",
            bodyMessage,
            body,
            [
                .send("HTTP/1.1 200 OK\r\nContent-Length: \(gibibyte)\r\n\r\n"),
                .sendRepeatedly([UInt8](repeating: 0x61, count: 65_536), times: gibibyte / 65_536),
            ]
        ),
        broken(
            "gibibyte-unsaid",
            "sends a body of 1 GiB whose length it does not say",
            bodyMessage,
            body,
            [
                .send("HTTP/1.1 200 OK\r\n\r\n"),
                .sendRepeatedly([UInt8](repeating: 0x61, count: 65_536), times: gibibyte / 65_536),
            ]
        ),
        broken(
            "gzip-bomb",
            "sends a body of 413 KiB that unpacks to 64 MiB",
            bodyMessage,
            body,
            [
                .send(
                    Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
                        + Array("\(String(bomb.count, radix: 16))\r\n".utf8) + bomb + Array("\r\n0\r\n\r\n".utf8)
                ),
                .hang,
            ]
        ),
    ]

    private static let longer =
        "give a longer 'timeout' in the request, which says 500 ms, if the server is slow by nature"

    private static func late(
        _ name: String,
        _ does: String,
        _ happened: String,
        _ steps: [LoopbackServer.Step]
    ) -> HostileServer {
        let message = "curl 28 CURLE_OPERATION_TIMEDOUT: 127.0.0.1:PORT \(happened)"
        return broken(name, does, timeout: "500ms", kind: "timeout", message, longer, steps)
    }

    /// Answers that would come after the time limit, if ever.
    private static let slow = [
        late("hang", "reads the request and never answers", "sent no answer within 500 ms", [.hang]),
        late(
            "length-too-long",
            "says a longer body than it sends, and keeps the connection",
            "did not finish its answer within 500 ms (14 of 100 bytes had come)",
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":\"Ann\"}"), .hang]
        ),
        late(
            "slow-headers",
            "sends its headers byte by byte",
            "did not finish the headers of its answer within 500 ms",
            [.send("HTTP/1.1 200 OK\r\nX-Slow: "), .drip([UInt8](repeating: 0x61, count: 100_000), milliseconds: 20)]
        ),
        late(
            "slow-body",
            "stops within its body",
            "did not finish its answer within 500 ms (8 bytes had come)",
            [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"name\":\r\n"), .hang]
        ),
        late(
            "drip",
            "waits after each letter of its status line",
            "sent no answer within 500 ms",
            [.drip(Array("HTTP".utf8), milliseconds: 1_000)]
        ),
    ]

    /// What looks odd and is an answer all the same.
    private static let legitimate = [
        HostileServer(
            "interim",
            "sends `100` and `103` before its answer",
            .passed,
            [
                .send("HTTP/1.1 100 Continue\r\n\r\n"),
                .send("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\nContent-Length: 3\r\n\r\n"), good,
            ]
        ),
        HostileServer(
            "redirect",
            "redirects to itself",
            .failed("status: expected 200, got 301"),
            [.answer(#"{"name":"Ann"}"#, status: "301 Moved Permanently", headers: "Location: /redirect\r\n")]
        ),
        HostileServer(
            "length-too-short",
            "says a shorter body than it sends",
            .failed(
                "body: expected JSON, got no content-type, 8 bytes: expected a value, found the end (line 1, column 9):"
                    + #" "{\"name\":""#
            ),
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"name\":\"Ann\"}"), .hang]
        ),
        HostileServer(
            "stray",
            "sends a second answer that nobody asked for",
            .passed,
            // In one piece: what comes after the next request was sent cannot be told from an early answer to it.
            [
                .send(
                    "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"name\":\"Ann\"}"
                        + "HTTP/1.1 500 Stray\r\nContent-Length: 16\r\n\r\n{\"name\":\"stray\"}"
                ),
                .hang,
            ]
        ),
    ]
}
