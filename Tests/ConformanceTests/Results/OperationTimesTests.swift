import Testing

@testable import Conformance

struct OperationTimesTests {
    /// Answers that end a millisecond apart and take as many microseconds as those before them and one.
    private func times(_ count: Int, from first: Int = 0) -> OperationTimes {
        var times = OperationTimes(operation: "sessions.get")
        for number in first..<(first + count) {
            times.add(
                OperationTimes.Sample(endedAfter: .milliseconds(number), took: .microseconds(number + 1))
            )
        }
        return times
    }

    @Test
    func `as many samples as fit are all kept`() {
        let times = times(512)
        #expect(times.answers == 512)
        #expect(times.every == 1)
        #expect(times.samples.count == 512)
        #expect(times.longest == .microseconds(512))
    }

    @Test
    func `of more, samples that are evenly spread stay, and the longest is still known`() {
        let times = times(2_000)
        #expect(times.answers == 2_000)
        #expect(times.every == 4)
        #expect(times.samples.count == 500)
        #expect(times.samples[1].endedAfter == .milliseconds(4))
        #expect(times.samples[499].endedAfter == .milliseconds(1_996))
        #expect(times.longest == .microseconds(2_000))
    }

    @Test
    func `those of several workers add up, each with the same weight`() {
        var whole = times(10)
        whole.add(times(2_000, from: 10))
        #expect(whole.answers == 2_010)
        #expect(whole.every == 4)
        // 0, 4 and 8 of the first; 500 of the second.
        #expect(whole.samples.count == 503)
        #expect(whole.samples[2].took == .microseconds(9))
        #expect(whole.longest == .microseconds(2_010))
        var other = times(2_000)
        other.add(times(10, from: 2_000))
        #expect(other.answers == 2_010)
        #expect(other.every == 4)
        #expect(other.samples.count == 503)
    }

    @Test
    func `what began later is put later`() {
        var whole = times(1)
        whole.add(times(1), startedLaterBy: .seconds(3))
        #expect(whole.samples.map(\.endedAfter) == [.zero, .seconds(3)])
    }

    @Test
    func `making the connection is no part of an exchange`() {
        let timings = TransferTimings(
            nameLookup: .milliseconds(1),
            connect: .milliseconds(2),
            tls: .milliseconds(4),
            firstByte: .milliseconds(8),
            total: .milliseconds(20)
        )
        #expect(timings.exchange == .milliseconds(13))
        #expect(TransferTimings(connect: .milliseconds(2)).exchange == .zero)
    }
}
