import Conformance
import WireJSON

/// One exchange in an HTTP archive.
struct HAREntry {
    var exchange: ExchangeRecord
    /// The id of the page it belongs to.
    var page: String
    var started: Timestamp
    /// Which attempt it belongs to, where the case was repeated.
    var attempt: Int?
    /// Why no answer came, where that is known.
    var problem: String?

    var json: JSONFragment {
        let timings = HARTimings(exchange.timings)
        var entry = JSONMembers()
        entry.add("pageref", page)
        entry.add("startedDateTime", started.text)
        entry.add("time", JSONFragment(thousandths: timings.sum))
        entry.add("request", request)
        entry.add("response", response)
        entry.add("cache", JSONMembers().object)
        entry.add("timings", timings.json)
        entry.add("_operation", exchange.operation)
        entry.add("_step", exchange.step)
        entry.add("_attempt", attempt)
        entry.add("_reusedConnection", exchange.reusedConnection)
        return entry.object
    }

    private var request: JSONFragment {
        let fields = exchange.requestHeaders
        var request = JSONMembers()
        request.add("method", exchange.method)
        request.add("url", HARAddress.url(exchange.url))
        request.add("httpVersion", exchange.httpVersion ?? "")
        request.add("cookies", JSONFragment(list: HARCookies.sent(in: fields)))
        request.add("headers", Self.pairs(fields.map { ($0.name, $0.value) }))
        request.add("queryString", Self.pairs(HARAddress.query(of: exchange.url)))
        if let body = exchange.requestBody {
            var data = JSONMembers()
            data.add("mimeType", Self.value("content-type", in: fields) ?? "")
            data.add("text", body)
            if let digest = exchange.requestSHA256 {
                data.add("comment", "cut; sha256 of the redacted whole: \(digest)")
            }
            request.add("postData", data.object)
        }
        request.add("headersSize", -1)
        // That of what is shown would be wrong: secrets are redacted.
        request.add("bodySize", exchange.requestBody == nil ? 0 : -1)
        return request.object
    }

    private var response: JSONFragment {
        let fields = exchange.responseHeaders
        var content = JSONMembers()
        content.add("size", exchange.status == nil ? 0 : exchange.responseBytes)
        content.add("mimeType", Self.value("content-type", in: fields) ?? "x-unknown")
        content.add("text", exchange.responseBody)
        if let digest = exchange.responseSHA256 {
            content.add("comment", "cut; sha256 of the redacted whole: \(digest)")
        }
        var response = JSONMembers()
        response.add("status", exchange.status ?? 0)
        response.add("statusText", "")
        response.add("httpVersion", exchange.httpVersion ?? "")
        response.add("cookies", JSONFragment(list: HARCookies.set(in: fields)))
        response.add("headers", Self.pairs(fields.map { ($0.name, $0.value) }))
        response.add("content", content.object)
        response.add("redirectURL", Self.value("location", in: fields) ?? "")
        response.add("headersSize", -1)
        response.add("bodySize", -1)
        if exchange.status == nil { response.add("_error", problem ?? "no answer came") }
        return response.object
    }

    private static func value(_ name: String, in fields: [HeaderList.Field]) -> String? {
        fields.first { HeaderList.sameName($0.name, name) }?.value
    }

    private static func pairs(_ pairs: [(String, String)]) -> JSONFragment {
        JSONFragment(
            list: pairs.map { name, value in
                var pair = JSONMembers()
                pair.add("name", name)
                pair.add("value", value)
                return pair.object
            }
        )
    }
}

/// The phases of an exchange in microseconds, as an HTTP archive has them: one that did not happen is -1 there, not 0.
struct HARTimings {
    private var dns: Int64
    /// With that of TLS, as the format wants it.
    private var connect: Int64
    private var ssl: Int64
    private var wait: Int64
    private var receive: Int64

    init(_ timings: TransferTimings) {
        dns = Quantity.microseconds(timings.nameLookup)
        ssl = Quantity.microseconds(timings.tls)
        connect = Quantity.microseconds(timings.connect) + ssl
        wait = Quantity.microseconds(timings.firstByte)
        receive = max(0, Quantity.microseconds(timings.total) - dns - connect - wait)
    }

    /// The time of the whole entry.
    var sum: Int64 { dns + connect + wait + receive }

    var json: JSONFragment {
        var timings = JSONMembers()
        timings.add("blocked", -1)
        timings.add("dns", Self.optional(dns))
        timings.add("connect", Self.optional(connect))
        timings.add("ssl", Self.optional(ssl))
        timings.add("send", 0)
        timings.add("wait", JSONFragment(thousandths: wait))
        timings.add("receive", JSONFragment(thousandths: receive))
        return timings.object
    }

    private static func optional(_ microseconds: Int64) -> JSONFragment {
        JSONFragment(thousandths: microseconds == 0 ? -1_000 : microseconds)
    }
}
