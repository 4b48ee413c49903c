import Testing

@testable import ConformanceReports

struct SpeedTests {
    private static let rule = SpeedRule()

    private func slower(_ speed: SpeedComparison) -> [String] {
        speed.operations.filter(\.isSlower).map(\.name)
    }

    @Test(arguments: 1...200)
    func `two runs of the same thing on a noisy machine raise no alarm`(seed: UInt64) {
        var machine = NoisyMachine(seed: seed)
        let groups = [4, 12, 40][Int(seed % 3)]
        let (base, head) = (machine.run(groups: groups), machine.run(groups: groups))
        let speed = SpeedComparison(base, head, Self.rule)
        #expect(slower(speed) == [])
        #expect(speed.operations.filter(\.isFaster).map(\.name) == [])
    }

    @Test(arguments: 1...50)
    func `an operation that takes three times as long is found among all that noise, and no other`(seed: UInt64) {
        var machine = NoisyMachine(seed: seed)
        let base = machine.run(groups: 40)
        let head = machine.run(groups: 40, slowed: ["sessions.get": 3])
        let speed = SpeedComparison(base, head, Self.rule)
        #expect(slower(speed) == ["sessions.get"])
        #expect(SpeedComparison(head, base, Self.rule).operations.filter(\.isFaster).map(\.name) == ["sessions.get"])
    }

    @Test
    func `a machine that is slower as a whole is no slower operation`() throws {
        var machine = NoisyMachine(seed: 7)
        let base = machine.run(groups: 30)
        let head = base.map { times in
            var times = times
            times.tookMicroseconds = times.tookMicroseconds.map { $0 * 5 }
            times.endedAfterMicroseconds = times.endedAfterMicroseconds.map { $0 * 5 }
            return times
        }
        let speed = SpeedComparison(base, head, Self.rule)
        #expect(slower(speed) == [])
        #expect(try #require(speed.overall) == 5)
        for operation in speed.operations { #expect(try #require(operation.estimate).ratio < 1.2) }
    }

    @Test
    func `what is slower by less than anyone notices is no slower operation`() {
        let (base, head) = (Self.steady(took: 1_000), Self.steady(took: 1_000, slowed: 10))
        #expect(slower(SpeedComparison(base, head, Self.rule)) == [])
        #expect(slower(SpeedComparison(base, head, SpeedRule(ratio: 1.5, floorMicroseconds: 5_000))) == ["a"])
    }

    @Test
    func `the whole interval must lie above the ratio`() throws {
        let (base, head) = (Self.steady(took: 400_000), Self.steady(took: 400_000, slowed: 1.4))
        let speed = SpeedComparison(base, head, Self.rule)
        #expect(slower(speed) == [])
        #expect(try #require(speed.operations.first?.estimate?.upper) > 1.4)
        #expect(slower(SpeedComparison(base, head, SpeedRule(ratio: 1.2, floorMicroseconds: 50_000))) == ["a"])
    }

    @Test
    func `too few answers are not judged, and it is said how many there were`() {
        let speed = SpeedComparison(Self.steady(took: 1_000, count: 11), Self.steady(took: 1_000), Self.rule)
        #expect(speed.operations.first?.estimate == nil)
        #expect(speed.operations.first?.gapWords == "11 and 40 answers, 12 of each are needed")
    }

    @Test
    func `twelve answers on each side are enough for an interval`() {
        #expect(RatioEstimate(Array(repeating: 1, count: 12), Array(repeating: 2, count: 12))?.lower == 2)
        #expect(RatioEstimate(Array(repeating: 1, count: 9), Array(repeating: 2, count: 9)) == nil)
    }

    @Test
    func `an operation alone is not judged, as nothing tells the machine's load`() {
        let one = [Self.steady(took: 1_000)[0]]
        let speed = SpeedComparison(one, one, Self.rule)
        #expect(speed.operations.first?.gap == .noControl)
        #expect(speed.operations.first?.gapWords == "too few answers of other operations beside its own")
    }

    @Test
    func `the estimate is the middle of all quotients`() throws {
        let base = (1...20).map { Double(100 + $0) }
        let estimate = try #require(RatioEstimate(base, base.map { $0 * 2 }))
        #expect(abs(estimate.ratio - 2) < 0.000_001)
        #expect(estimate.lower < 2 && estimate.upper > 2)
        #expect(estimate.lower > 1.8 && estimate.upper < 2.3)
    }

    @Test(arguments: [
        (0.0, "0.00×"), (1.006, "1.01×"), (1.92, "1.92×"), (12_345.5, "12,345.50×"),
        (Double.infinity, "1,000,000,000.00×"),
    ])
    func `a ratio has two decimals`(ratio: Double, text: String) {
        #expect(SpeedComparison.Operation.times(ratio) == text)
    }

    /// Two operations, one after the other; the first `slowed` times as long, with a spread of a tenth.
    private static func steady(took: Int64, slowed: Double = 1, count: Int = 40) -> [EncodedTimes] {
        ["a", "b"].map { name in
            let places = Array(0..<Int64(count))
            let factor = name == "a" ? slowed : 1
            return EncodedTimes(
                operation: name,
                endedAfterMicroseconds: places.map { $0 * 1_000 },
                tookMicroseconds: places.map { Int64(Double(took + $0 % 5 * took / 40) * factor) }
            )
        }
    }
}
