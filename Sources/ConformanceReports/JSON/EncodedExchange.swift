import Conformance
import WireJSON

/// A request and its answer as they may be shown.
package struct EncodedExchange: Decodable, Sendable, Equatable {
    /// Counted from 0 over the whole case.
    package var step: Int
    package var operation: String?
    package var request: EncodedRequest
    /// Missing where no answer came.
    package var response: EncodedResponse?
    package var timings: EncodedTimings
    package var reusedConnection: Bool
    /// Missing where the request was not sent again.
    package var sentAgainAfterMicroseconds: Int64?
    /// A command that repeats the request, with variables for the secrets.
    package var curl: String

    init(_ record: ExchangeRecord) {
        step = record.step
        operation = record.operation
        request = EncodedRequest(record)
        response = EncodedResponse(record)
        timings = EncodedTimings(record.timings)
        reusedConnection = record.reusedConnection
        sentAgainAfterMicroseconds = record.sentAgainAfter.map(Quantity.microseconds)
        curl = record.curl
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("step", step)
        members.add("operation", operation)
        members.add("request", request.json)
        members.add("response", response?.json)
        members.add("timings", timings.json)
        members.add("reusedConnection", reusedConnection)
        members.add("sentAgainAfterMicroseconds", sentAgainAfterMicroseconds.map { Int(clamping: $0) })
        members.add("curl", curl)
        return members.object
    }
}

/// What was sent.
package struct EncodedRequest: Decodable, Sendable, Equatable {
    package var method: String
    package var url: String
    package var headers: [EncodedHeader]?
    package var body: String?
    /// Of the redacted body, where `body` is not all of it.
    package var sha256: String?

    init(_ record: ExchangeRecord) {
        method = record.method
        url = record.url
        headers = record.requestHeaders.map(EncodedHeader.init).nonEmpty
        body = record.requestBody
        sha256 = record.requestSHA256
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("method", method)
        members.add("url", url)
        members.add("headers", (headers ?? []).map(\.json))
        members.add("body", body)
        members.add("sha256", sha256)
        return members.object
    }
}

/// What came.
package struct EncodedResponse: Decodable, Sendable, Equatable {
    package var status: Int
    package var httpVersion: String?
    package var headers: [EncodedHeader]?
    /// Cut for showing; `bytes` is the length of the whole.
    package var body: String?
    package var bytes: Int
    /// Of the redacted body, where `body` is not all of it.
    package var sha256: String?

    init?(_ record: ExchangeRecord) {
        guard let status = record.status else { return nil }
        self.status = status
        httpVersion = record.httpVersion
        headers = record.responseHeaders.map(EncodedHeader.init).nonEmpty
        body = record.responseBody
        bytes = record.responseBytes
        sha256 = record.responseSHA256
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("status", status)
        members.add("httpVersion", httpVersion)
        members.add("headers", (headers ?? []).map(\.json))
        members.add("body", body)
        members.add("bytes", bytes)
        members.add("sha256", sha256)
        return members.object
    }
}

/// One header field as it stood on the wire.
package struct EncodedHeader: Decodable, Sendable, Equatable {
    package var name: String
    package var value: String

    init(_ field: HeaderList.Field) {
        name = field.name
        value = field.value
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("name", name)
        members.add("value", value)
        return members.object
    }
}

/// How long each phase of a transfer took; a phase that did not happen is 0.
package struct EncodedTimings: Decodable, Sendable, Equatable {
    package var nameLookupMicroseconds: Int64
    package var connectMicroseconds: Int64
    package var tlsMicroseconds: Int64
    package var firstByteMicroseconds: Int64
    package var totalMicroseconds: Int64

    init(_ timings: TransferTimings) {
        nameLookupMicroseconds = Quantity.microseconds(timings.nameLookup)
        connectMicroseconds = Quantity.microseconds(timings.connect)
        tlsMicroseconds = Quantity.microseconds(timings.tls)
        firstByteMicroseconds = Quantity.microseconds(timings.firstByte)
        totalMicroseconds = Quantity.microseconds(timings.total)
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("nameLookupMicroseconds", nameLookupMicroseconds)
        members.add("connectMicroseconds", connectMicroseconds)
        members.add("tlsMicroseconds", tlsMicroseconds)
        members.add("firstByteMicroseconds", firstByteMicroseconds)
        members.add("totalMicroseconds", totalMicroseconds)
        return members.object
    }
}
