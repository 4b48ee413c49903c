import Conformance

@testable import ConformanceReports

/// A machine with a mind of its own, made of numbers: the same for the same seed.
///
/// Every operation has its usual time; each answer takes that times a long-tailed chance, times what the machine does to all
/// of them at that moment (a level of the whole run, and bursts of work elsewhere), and now and then much more.
struct NoisyMachine {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    private mutating func chance() -> Double {
        Double(next() >> 11) / Double(1 << 53)
    }

    /// Operations with their usual times in microseconds, and how often each is asked in a group of requests.
    static let operations: [(name: String, usual: Double, weight: Int)] = [
        ("passwords.create", 90_000, 6), ("sessions.authenticate", 60_000, 5), ("sessions.get", 55_000, 2),
        ("sessions.revoke", 70_000, 1), ("users.delete", 50_000, 6),
    ]

    /// The answers of a run: `groups` cases one after the other, each operation asked as often as its weight says.
    ///
    /// `slowed` gives how many times as long an operation takes by itself.
    mutating func run(groups: Int, slowed: [String: Double] = [:]) -> [EncodedTimes] {
        // A run may meet a machine up to three times as slow as another.
        let level = 1 + 2 * chance()
        var times = Self.operations.map { ($0.name, ended: [Int64](), took: [Int64]()) }
        var clock = 0.0
        var burstEnd = 0.0
        var burst = 1.0
        for _ in 0..<groups {
            for (place, operation) in Self.operations.enumerated() {
                for _ in 0..<operation.weight {
                    if clock > burstEnd, chance() < 0.03 {
                        burst = 2 + 6 * chance()
                        burstEnd = clock + 2_000_000 * chance()
                    }
                    let load = clock < burstEnd ? burst : 1
                    // Between 0.7 and 1.3, and one in forty stands still for up to ten times as long.
                    var own = 0.7 + 0.6 * chance()
                    if chance() < 0.025 { own *= 1 + 9 * chance() }
                    let took = operation.usual * level * load * own * (slowed[operation.name] ?? 1)
                    clock += took / 8
                    times[place].ended.append(Int64(clock + took))
                    times[place].took.append(Int64(took))
                }
            }
        }
        return times.map { name, ended, took in
            EncodedTimes(operation: name, endedAfterMicroseconds: ended, tookMicroseconds: took)
        }
    }
}

extension EncodedTimes {
    /// The times of these answers, given in the order in which they came.
    init(operation: String, endedAfterMicroseconds: [Int64], tookMicroseconds: [Int64]) {
        var times = OperationTimes(operation: operation)
        for (ended, took) in zip(endedAfterMicroseconds, tookMicroseconds) {
            times.add(OperationTimes.Sample(endedAfter: .microseconds(ended), took: .microseconds(took)))
        }
        self.init(times)
    }
}
