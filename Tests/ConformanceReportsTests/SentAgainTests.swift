import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// What reports say of a request that was sent again.
struct SentAgainTests {
    private static func record(status: Int?) -> ExchangeRecord {
        ExchangeRecord(
            step: 0,
            operation: nil,
            method: "GET",
            url: "http://127.0.0.1:9/x",
            status: status,
            responseBytes: 2,
            timings: TransferTimings(total: .milliseconds(3)),
            sentAgainAfter: .milliseconds(512)
        )
    }

    @Test
    func `an exchange says in its line after how long it was sent again, answered or not`() {
        #expect(
            ExchangeLine.text(Self.record(status: 429))
                == "GET http://127.0.0.1:9/x → 429 (3 ms, 2 bytes, sent again after 512 ms)"
        )
        #expect(
            ExchangeLine.text(Self.record(status: nil))
                == "GET http://127.0.0.1:9/x → no answer (3 ms, sent again after 512 ms)"
        )
    }

    @Test
    func `an exchange has the wait in microseconds, and no member where there was none`() throws {
        var record = Self.record(status: 429)
        let written = try JSONDocument(EncodedExchange(record).json.bytes).root
        #expect(written["sentAgainAfterMicroseconds"]?.value == 512_000)
        record.sentAgainAfter = nil
        let without = try JSONDocument(EncodedExchange(record).json.bytes).root
        #expect(without["sentAgainAfterMicroseconds"] == nil)
    }

    @Test
    func `a reproducible report says that it was sent again, not after how long`() throws {
        var result = try Samples.run()
        result.cases = [Samples.failed, Samples.passed]
        result.cases[0].exchanges = [Self.record(status: 429), Samples.created]
        let exchanges = result.reproducible(at: Timestamp(secondsSince1970: 0)).cases[0].exchanges
        #expect(exchanges.map(\.sentAgainAfter) == [.zero, nil])
    }
}
