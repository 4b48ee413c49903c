import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// HTTP archives.
struct HARTests {
    @Test
    func `entries have the members that the format requires, whatever a run holds`() throws {
        for (name, run) in try HardSamples.all() {
            let log = try #require(try run.json(as: "har")["log"])
            #expect(log["version"]?.string == "1.2")
            #expect(log["creator"]?.keys == ["name", "version"])
            let pages = try #require(log["pages"]).items.compactMap { $0["id"]?.string }
            for entry in try #require(log["entries"]).items {
                #expect(pages.contains(try #require(entry["pageref"]?.string)), "\(name)")
                #expect(Self.entry.isSubset(of: keys(entry)), "\(name)")
                #expect(Self.request.isSubset(of: keys(entry["request"])), "\(name)")
                #expect(Self.response.isSubset(of: keys(entry["response"])), "\(name)")
                #expect(Self.content.isSubset(of: keys(entry["response"]?["content"])), "\(name)")
                let url = try #require(entry["request"]?["url"]?.string)
                #expect(
                    url.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"<>\"\\^`{|}[]".utf8.contains($0) },
                    "\(name)"
                )
            }
        }
    }

    @Test
    func `phases sum up to the time of the entry, and those that did not happen are -1`() throws {
        var result = Samples.failed
        result.exchanges[1].timings = TransferTimings(
            nameLookup: .microseconds(1_500),
            connect: .milliseconds(2),
            tls: .milliseconds(3),
            firstByte: .milliseconds(10),
            total: .milliseconds(20)
        )
        let entries = try entries(try Samples.run([result]))
        let timings = try #require(entries[1]["timings"])
        #expect(
            timings.members.map { "\($0.key) \($0.value.number?.token ?? "")" } == [
                "blocked -1", "dns 1.5", "connect 5", "ssl 3", "send 0", "wait 10", "receive 3.5",
            ]
        )
        #expect(entries[1]["time"]?.number?.token == "20")
        let reused = try #require(entries[0]["timings"])
        #expect(
            reused.members.map { "\($0.key) \($0.value.number?.token ?? "")" } == [
                "blocked -1", "dns -1", "connect -1", "ssl -1", "send 0", "wait 0", "receive 80",
            ]
        )
    }

    @Test
    func `the exchanges of a case begin one after the other`() throws {
        let entries = try entries(try Samples.run([Samples.failed]))
        #expect(
            entries.map { $0["startedDateTime"]?.string } == ["2026-11-21T08:00:00.350Z", "2026-11-21T08:00:00.430Z"]
        )
    }

    @Test
    func `cookies and parameters are those of the redacted headers and address`() throws {
        var result = Samples.failed
        result.exchanges[1].url = "http://h/p?token=[token%201]&a=b+c&flag&=x#frag?no=1"
        result.exchanges[1].requestHeaders = [
            HeaderList.Field(name: "Cookie", value: "a=[cookie 1]; b = c=d ;[cookie 2]")
        ]
        result.exchanges[1].responseHeaders = [
            HeaderList.Field(name: "Set-Cookie", value: "s=[cookie 3]; Path=/x; HttpOnly; Secure; Path=/y; Max-Age=3"),
            HeaderList.Field(name: "set-cookie", value: "[cookie 4]"),
        ]
        let entry = try entries(try Samples.run([result]))[1]
        #expect(pairs(entry["request"]?["cookies"]) == ["a=[cookie 1]", "b=c=d"])
        #expect(pairs(entry["request"]?["queryString"]) == ["token=[token 1]", "a=b c", "flag=", "=x"])
        #expect(entry["request"]?["url"]?.string == "http://h/p?token=%5Btoken%201%5D&a=b+c&flag&=x#frag?no=1")
        let cookie = try #require(entry["response"]?["cookies"]?.items.first)
        #expect(entry["response"]?["cookies"]?.items.count == 1)
        #expect(cookie.keys == ["name", "value", "path", "httpOnly", "secure"])
        #expect(cookie["value"]?.string == "[cookie 3]")
        #expect(cookie["path"]?.string == "/x")
    }

    @Test(arguments: [
        ("http://[::1]:80/a[b]", "http://[::1]:80/a%5Bb%5D"), ("https://[::1]?a=[b]", "https://[::1]?a=%5Bb%5D"),
        ("http://h/a b\"<>", "http://h/a%20b%22%3C%3E"), ("http://h/%20%2%zz%", "http://h/%20%252%25zz%25"),
        ("http://h/#a#b", "http://h/#a%23b"),
        ("http://h/ä", "http://h/%C3%A4"),
    ])
    func `an address keeps what a URL may hold`(url: String, expected: String) {
        #expect(HARAddress.url(url) == expected)
    }

    @Test
    func `where no answer came the status is 0 and the reason stands beside it`() throws {
        let response = try #require(try entries(try Samples.run([Samples.errored]))[0]["response"])
        #expect(response["status"]?.number?.int == 0)
        #expect(response["statusText"]?.string == "")
        #expect(response["_error"]?.string == "curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:9")
        #expect(response["content"]?["size"]?.number?.int == 0)
        #expect(response["redirectURL"]?.string == "")
    }

    @Test
    func `a body is told with its type, and one that was cut with its digest`() throws {
        var result = Samples.failed
        result.exchanges[1].requestHeaders = [HeaderList.Field(name: "content-type", value: "application/json")]
        result.exchanges[1].requestBody = "{}"
        result.exchanges[1].requestSHA256 = "abc"
        let entry = try entries(try Samples.run([result]))[1]
        let data = try #require(entry["request"]?["postData"])
        #expect(data["mimeType"]?.string == "application/json")
        #expect(data["text"]?.string == "{}")
        #expect(data["comment"]?.string == "cut; sha256 of the redacted whole: abc")
        let content = try #require(entry["response"]?["content"])
        #expect(content["size"]?.number?.int == 20)
        #expect(content["mimeType"]?.string == "text/html")
        #expect(content["text"]?.string == "<h1>boom & bang</h1>")
        #expect(content["comment"] == nil)
    }

    @Test
    func `the exchange that is kept of another attempt stands before or behind the shown one's, with its number`()
        throws
    {
        let run = try HardSamples.everyVerdict()
        let entries = try entries(run)
        let attempts = entries.filter { $0["_attempt"] != nil }
        #expect(attempts.count == 1)
        #expect(attempts[0]["_attempt"]?.number?.int == 1)
        #expect(attempts[0]["startedDateTime"]?.string == "2026-11-21T08:00:00.330Z")
        #expect(attempts[0]["pageref"]?.string == "case-2")
        var failed = Samples.failed
        failed.attempts = [CaseAttempt(number: 2, outcome: .failed, exchange: Samples.created)]
        let numbers = try self.entries(try Samples.run([failed])).compactMap { $0["_attempt"]?.number?.int }
        #expect(numbers == [1, 1, 2])
    }

    @Test
    func `a case without exchanges has no page`() throws {
        let log = try #require(try Samples.run([Samples.passed, Samples.failed]).json(as: "har")["log"])
        #expect(log["pages"]?.items.map { $0["title"]?.string } == ["sessions/get/unknown-user/row-1"])
    }

    private static let entry: Set<String> = [
        "startedDateTime", "time", "request", "response", "cache", "timings",
    ]
    private static let request: Set<String> = [
        "method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize",
    ]
    private static let response: Set<String> = [
        "status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize",
        "bodySize",
    ]
    private static let content: Set<String> = ["size", "mimeType"]

    private func entries(_ run: RunResult) throws -> [JSONView] {
        try #require(try run.json(as: "har")["log"]?["entries"]).items
    }

    private func keys(_ view: JSONView?) -> Set<String> { Set(view?.keys ?? []) }

    private func pairs(_ view: JSONView?) -> [String] {
        (view?.items ?? []).map { "\($0["name"]?.string ?? "")=\($0["value"]?.string ?? "")" }
    }
}
