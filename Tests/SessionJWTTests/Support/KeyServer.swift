import SessionJWT
import Synchronization

/// A place that gives key sets: what it gives, how often it was asked, and a clock that moves when told.
final class KeyServer: Sendable {
    struct Gone: Error {}

    private struct State {
        var body: [UInt8]?
        var asked = 0
        var uptime = Duration.seconds(1000)
        var waiting: [CheckedContinuation<Void, Never>] = []
        var isOpen = true
    }

    private let state: Mutex<State>

    init(_ keys: [SigningKey]) {
        state = Mutex(State(body: Self.body(keys)))
    }

    var asked: Int { state.withLock { $0.asked } }

    func serve(_ keys: [SigningKey]) { state.withLock { $0.body = Self.body(keys) } }

    func serve(_ text: String) { state.withLock { $0.body = Array(text.utf8) } }

    func fail() { state.withLock { $0.body = nil } }

    func advance(_ duration: Duration) { state.withLock { $0.uptime += duration } }

    /// Answers wait from now on until `open`.
    func hold() { state.withLock { $0.isOpen = false } }

    func open() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.isOpen = true
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func cache(_ policy: KeySetCache.Policy = KeySetCache.Policy()) -> KeySetCache {
        KeySetCache(policy: policy, uptime: { self.state.withLock { $0.uptime } }, fetch: { try await self.fetch() })
    }

    private func fetch() async throws -> [UInt8] {
        await withCheckedContinuation { continuation in
            let mayGo = state.withLock { state in
                state.asked += 1
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if mayGo { continuation.resume() }
        }
        guard let body = state.withLock({ $0.body }) else { throw Gone() }
        return body
    }

    private static func body(_ keys: [SigningKey]) -> [UInt8] {
        Array("{\"keys\": [\(keys.map(\.jwk).joined(separator: ","))]}".utf8)
    }
}
