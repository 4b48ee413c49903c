import Conformance
import Crypto
import Foundation
import WireJSON

/// The clocks, the random source and the waiting of this machine.
enum HostClock {
    /// The time of day, to the microsecond, in UTC.
    static func now() -> Timestamp { .now }

    /// Time that only moves forward, from any zero.
    static func uptime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }

    /// So many bytes from the system's random source, which is fit for secrets.
    static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// A SHA-256 in lower-case hexadecimal.
    static func sha256(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(Array(SHA256.hash(data: bytes)))
    }

    /// All of it, as a run takes it.
    static let environment = RunEnvironment(
        now: { now() },
        uptime: { uptime() },
        // The one real sleep of a run; the engine takes it from here, so that its tests need none.
        sleep: { try await Task.sleep(for: $0) },
        randomBytes: { randomBytes($0) },
        sha256: { sha256($0) }
    )
}
