import Synchronization
import WireJSON

/// How far a target's clock is from the host's: measured once a run, from the first answer that says the time.
final class TargetClock: Sendable {
    /// The header drops the part of a second that has passed: its time is read as the middle of that second.
    private static let halfSecond: Duration = .milliseconds(500)
    /// How late a header may be that a busy server made from a time it had looked up before; it is never early.
    private static let mostLag: Duration = .seconds(2)
    /// How far the target's time can be from what is reckoned: what is taken for none, and what the header does not say.
    static let tokenLeeway: Duration = .seconds(2)

    private let measured = Mutex<Duration?>(nil)
    /// Whether `measured` is set; read without the lock, as every answer asks.
    private let hasMeasured = Atomic(false)
    private let isMeasuring: Bool

    /// - Parameter isMeasuring: False for a mock, whose clock is moved by the cases alone.
    init(isMeasuring: Bool) {
        self.isMeasuring = isMeasuring
    }

    /// By how much a time may miss a bound of a token for the clocks alone; zero for a mock, whose clock is the host's.
    var leeway: Duration { isMeasuring ? Self.tokenLeeway : .zero }

    /// What is to be added to the host's time; zero where the header cannot show a difference, or not known yet.
    var offset: Duration {
        guard isMeasuring, hasMeasured.load(ordering: .acquiring) else { return .zero }
        return measured.withLock { $0 ?? .zero }
    }

    /// Takes the `Date` header of an answer, unless one was taken before.
    func learn(from headers: HeaderList, sent: Timestamp, received: Timestamp) {
        guard isMeasuring, !hasMeasured.load(ordering: .relaxed), let date = headers["date"].flatMap(HTTPDate.parse)
        else { return }
        measured.withLock { measured in
            guard measured == nil else { return }
            let halfWay = sent.distance(to: received) / 2
            let difference = sent.adding(halfWay).distance(to: date.adding(Self.halfSecond))
            let ahead = Self.halfSecond + halfWay
            let behind = max(ahead, Self.mostLag)
            measured = difference > ahead || difference < .zero - behind ? difference : .zero
            hasMeasured.store(true, ordering: .releasing)
        }
    }
}
