import Synchronization
import WireJSON

/// How far a target's clock is from the host's: measured once a run, from the first answer that says the time.
final class TargetClock: Sendable {
    /// Differences up to this are the coarseness of the header and the way of the answer.
    static let tolerance: Duration = .seconds(2)

    private let measured = Mutex<Duration?>(nil)
    /// Whether `measured` is set; read without the lock, as every answer asks.
    private let hasMeasured = Atomic(false)
    private let isMeasuring: Bool

    /// - Parameter isMeasuring: False for a mock, whose clock is moved by the cases alone.
    init(isMeasuring: Bool) {
        self.isMeasuring = isMeasuring
    }

    /// What is to be added to the host's time; zero where within two seconds, or not known yet.
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
            let middle = sent.adding(sent.distance(to: received) / 2)
            let difference = middle.distance(to: date)
            measured = difference > Self.tolerance || difference < .zero - Self.tolerance ? difference : .zero
            hasMeasured.store(true, ordering: .releasing)
        }
    }
}
