import Conformance
import TestServers
import Testing

@testable import CurlTransport

/// The heads of answers that follow each other: what is the same is taken over, what is not is read.
struct AnswerHeadTests {
    private static let first = "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 2\r\nX-A: b\r\n"

    /// The collector after these lines and, where they are whole, the blank one.
    private func collector(
        _ text: String,
        after former: AnswerHead?,
        isWhole: Bool = true,
        limits: HeaderLimits = HeaderLimits()
    ) -> AnswerCollector {
        var collector = AnswerCollector(headerLimits: limits, bodyLimit: 10, formerHead: former)
        for line in (text + (isWhole ? "\r\n" : "")).split(separator: "\r\n", omittingEmptySubsequences: false)
            .dropLast()
        {
            let isTaken = Array((line + "\r\n").utf8).withUnsafeBytes { collector.takeHeaderLine($0) }
            guard isTaken else { break }
        }
        return collector
    }

    private func text(_ head: AnswerHead) -> String {
        String(decoding: head.bytes, as: UTF8.self)
    }

    @Test
    func `a head like the one before is that one`() {
        let former = collector(Self.first, after: nil).head
        #expect(former.headers == .list(("Date", "Mon"), ("Content-Length", "2"), ("X-A", "b")))
        #expect(collector(Self.first, after: former).head === former)
    }

    @Test(arguments: [
        // Another line, at each place.
        (
            "HTTP/1.1 201 OK\r\nDate: Mon\r\nContent-Length: 2\r\nX-A: b\r\n",
            ["Date: Mon", "Content-Length: 2", "X-A: b"]
        ),
        (
            "HTTP/1.1 200 OK\r\nDate: Tue\r\nContent-Length: 2\r\nX-A: b\r\n",
            ["Date: Tue", "Content-Length: 2", "X-A: b"]
        ),
        (
            "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 3\r\nX-A: b\r\n",
            ["Date: Mon", "Content-Length: 3", "X-A: b"]
        ),
        (
            "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 2\r\nX-A: c\r\n",
            ["Date: Mon", "Content-Length: 2", "X-A: c"]
        ),
        // Fewer, more, in another order, and one that goes on.
        ("HTTP/1.1 200 OK\r\nDate: Mon\r\n", ["Date: Mon"]),
        ("HTTP/1.1 200 OK\r\n", []),
        (
            "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 2\r\nX-A: b\r\nX-C: d\r\n",
            ["Date: Mon", "Content-Length: 2", "X-A: b", "X-C: d"]
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nDate: Mon\r\nX-A: b\r\n",
            ["Content-Length: 2", "Date: Mon", "X-A: b"]
        ),
        (
            "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 2\r\nX-A: b\r\n more\r\n",
            ["Date: Mon", "Content-Length: 2", "X-A: b more"]
        ),
    ])
    func `a head unlike the one before is read as any other`(head: String, fields: [String]) {
        let read = collector(head, after: collector(Self.first, after: nil).head)
        #expect(read.hasAllHeaders)
        #expect(text(read.head) == head)
        #expect(read.head.headers.fields.map { "\($0.name): \($0.value)" } == fields)
    }

    @Test(arguments: [
        (
            "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 2\r\nX-A: b\r\nContent-Length: 3\r\n",
            AnswerFraming.Fault.differentLengths
        ),
        ("HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n", .lengthBesideCoding),
        ("HTTP/1.1 200 OK\r\nDate: Mon\r\nno name\r\n", .badName),
    ])
    func `what a line says of the end holds beside lines that were the same`(head: String, fault: AnswerFraming.Fault) {
        let read = collector(head, after: collector(Self.first, after: nil).head)
        #expect(read.refusal == .framing(fault))
        #expect(!read.hasAllHeaders)
    }

    @Test
    func `lines that were the same count towards the limits`() {
        let former = collector(Self.first, after: nil).head
        let few = collector(Self.first, after: former, limits: HeaderLimits(bytes: 1_000, lines: 3))
        #expect(few.refusal == .headerLines)
        let short = collector(Self.first, after: former, limits: HeaderLimits(bytes: 40, lines: 100))
        #expect(short.refusal == .headerBytes)
    }

    @Test
    func `an interim answer is dropped before a head that is the same`() {
        let former = collector(Self.first, after: nil).head
        let read = collector("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + Self.first, after: former)
        #expect(read.head === former)
    }

    @Test
    func `a head of more than 4096 bytes is not remembered`() {
        let start = "HTTP/1.1 200 OK\r\nX-A: "
        let most = collector(start + String(repeating: "a", count: 4_096 - start.utf8.count - 2) + "\r\n", after: nil)
            .head
        #expect(most.bytes.count == 4_096 && most.isShort)
        let more = collector(start + String(repeating: "a", count: 4_097 - start.utf8.count - 2) + "\r\n", after: nil)
            .head
        #expect(more.bytes.count == 4_097 && !more.isShort)
    }

    @Test
    func `a head that breaks off is what came of it`() {
        let former = collector(Self.first, after: nil).head
        let read = collector("HTTP/1.1 200 OK\r\nDate: Mon\r\n", after: former, isWhole: false)
        #expect(!read.hasAllHeaders)
        #expect(text(read.head) == "HTTP/1.1 200 OK\r\nDate: Mon\r\n")
        #expect(collector("", after: former, isWhole: false).head.bytes.isEmpty)
    }

    @Test
    func `answers in turn on one connection have their own headers each`() async throws {
        let answers = ["1", "1", "2", "1"].map { "HTTP/1.1 200 OK\r\nX-Turn: \($0)\r\nContent-Length: 2\r\n\r\nok" }
        let long = "HTTP/1.1 200 OK\r\nX-Long: \(String(repeating: "a", count: 5_000))\r\nContent-Length: 2\r\n\r\nok"
        let steps = (answers + [long, long] + answers).flatMap { [LoopbackServer.Step.readRequest, .send($0)] }
        let turns = try await LoopbackServer.serving(steps) { server in
            try await withCurlTransport(.patient) { transport in
                var turns: [String] = []
                for _ in 0..<10 {
                    let headers = try await transport.send(.get(server.url)).headers
                    turns.append(headers["x-turn"] ?? "\(headers["x-long"]?.utf8.count ?? 0)")
                }
                return turns
            }
        }
        #expect(turns == ["1", "1", "2", "1", "5000", "5000", "1", "1", "2", "1"])
    }
}
