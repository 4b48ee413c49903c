import CCurl
import Conformance

/// What a handle knows of its transfer, typed.
struct EasyFacts {
    private let easy: UnsafeMutableRawPointer

    init(_ easy: UnsafeMutableRawPointer) {
        self.easy = easy
    }

    var status: Int { long(CURLINFO_RESPONSE_CODE) }
    var newConnections: Int { long(CURLINFO_NUM_CONNECTS) }
    /// The `errno` of the last failed call for a connection, or 0.
    var systemError: Int32 { Int32(truncatingIfNeeded: long(CURLINFO_OS_ERRNO)) }
    /// Whether a socket was connected, to the server or to its proxy; libcurl sets its time of connection only after TLS.
    var hasConnected: Bool { localPort > 0 }
    var localPort: Int { long(CURLINFO_LOCAL_PORT) }
    var remotePort: Int { long(CURLINFO_PRIMARY_PORT) }
    /// The socket of the connection that was used last, where it is still open.
    var activeSocket: Int32? {
        var socket: curl_socket_t = -1
        guard ccurl_getinfo_socket(easy, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK, socket >= 0 else { return nil }
        return socket
    }
    /// Bytes of requests that were handed to the system, headers included.
    var sentBytes: Int { long(CURLINFO_REQUEST_SIZE) }
    /// Bytes of the request's body that were handed to the system.
    var sentBodyBytes: Int { offset(CURLINFO_SIZE_UPLOAD_T) }
    /// Bytes of the answer's body as they came, before decompression.
    var receivedBodyBytes: Int { offset(CURLINFO_SIZE_DOWNLOAD_T) }

    /// What `Content-Length` says, or nil where the answer has none.
    var announcedBodyBytes: Int? {
        let length = offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
        return length >= 0 ? length : nil
    }

    var httpVersion: String {
        switch long(CURLINFO_HTTP_VERSION) {
        case Int(CURL_HTTP_VERSION_1_0): "HTTP/1.0"
        case Int(CURL_HTTP_VERSION_2_0): "HTTP/2"
        // CURL_HTTP_VERSION_3, by number as older headers lack the name.
        case 30: "HTTP/3"
        default: "HTTP/1.1"
        }
    }

    /// Times since the start, in microseconds, as libcurl counts them; 0 is a point that was not reached.
    var marks: TimeMarks {
        TimeMarks(
            nameLookup: offset(CURLINFO_NAMELOOKUP_TIME_T),
            connect: offset(CURLINFO_CONNECT_TIME_T),
            tls: offset(CURLINFO_APPCONNECT_TIME_T),
            requestBegins: offset(CURLINFO_PRETRANSFER_TIME_T),
            firstByte: offset(CURLINFO_STARTTRANSFER_TIME_T),
            total: offset(CURLINFO_TOTAL_TIME_T),
            opensConnection: newConnections > 0
        )
    }

    private func long(_ fact: CURLINFO) -> Int {
        var value = 0
        return ccurl_getinfo_long(easy, fact, &value) == CURLE_OK ? value : 0
    }

    private func offset(_ fact: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return ccurl_getinfo_offset(easy, fact, &value) == CURLE_OK ? Int(value) : 0
    }
}

/// When each point of a transfer was reached, in microseconds since its start; 0 is never.
struct TimeMarks: Sendable, Hashable {
    var nameLookup = 0
    var connect = 0
    var tls = 0
    var requestBegins = 0
    var firstByte = 0
    var total = 0
    var opensConnection = true

    /// The length of each phase.
    ///
    /// On a connection that had served before, no name was looked up and nothing was connected.
    ///
    /// > Source: curl's page for curl_easy_getinfo, Times
    var timings: TransferTimings {
        var timings = TransferTimings()
        if opensConnection {
            timings.nameLookup = .microseconds(nameLookup)
            timings.connect = phase(from: nameLookup, to: connect)
            timings.tls = phase(from: connect, to: tls)
        }
        timings.firstByte = phase(from: requestBegins, to: firstByte)
        let phases = timings.nameLookup + timings.connect + timings.tls + timings.firstByte
        timings.total = max(.microseconds(total), phases)
        return timings
    }

    private func phase(from start: Int, to end: Int) -> Duration {
        end > start ? .microseconds(end - start) : .zero
    }
}
