import Dispatch
import Foundation
import Synchronization

/// Turns SIGINT, SIGTERM and SIGHUP into a call; a second signal ends the program at once.
final class SignalWatch: Sendable {
    /// A signal that asks the program to stop.
    enum Request: Int32, CaseIterable, Sendable {
        /// The terminal is gone, or the session at its other end.
        case hangUp = 1
        case interrupt = 2
        case terminate = 15

        /// As it is named in reports.
        var name: String {
            switch self {
            case .hangUp: "SIGHUP"
            case .interrupt: "SIGINT"
            case .terminate: "SIGTERM"
            }
        }

        var status: ExitStatus {
            switch self {
            case .hangUp: .hungUp
            case .interrupt: .interrupted
            case .terminate: .terminated
            }
        }

        /// Those that end this program: `nohup` ignores hang-ups for what it starts, and that is to stay so.
        static var watched: [Request] { allCases.filter { $0 != .hangUp || !isIgnored(SIGHUP) } }

        private static func isIgnored(_ signal: Int32) -> Bool {
            var action = sigaction()
            guard sigaction(signal, nil, &action) == 0 else { return false }
            // The handler comes first in the structure of each system, under another name in each; 1 is SIG_IGN.
            return withUnsafeBytes(of: action) { $0.load(as: UInt.self) == 1 }
        }
    }

    private let received = Mutex<Request?>(nil)
    private let onFirst: @Sendable (Request) -> Void

    private init(onFirst: @escaping @Sendable (Request) -> Void) {
        self.onFirst = onFirst
    }

    /// Begins to watch, until the program ends; a signal that comes before this returns ends the program at once, or is told of.
    static func begin(onFirst: @escaping @Sendable (Request) -> Void) -> SignalWatch {
        let watch = SignalWatch(onFirst: onFirst)
        let queue = DispatchQueue(label: "signals")
        let registered = DispatchSemaphore(value: 0)
        let watched = Request.watched
        for request in watched {
            #if canImport(Darwin)
                // Without this the signal would end the program before the source is told of it. Elsewhere the source has a handler of its
                // own; what is ignored until then would be lost.
                signal(request.rawValue, SIG_IGN)
            #endif
            let source = DispatchSource.makeSignalSource(signal: request.rawValue, queue: queue)
            source.setEventHandler {
                // Two signals in quick succession may come as one event. That the source is held here keeps it alive.
                for _ in 0..<max(source.data, 1) { watch.receive(request) }
            }
            source.setRegistrationHandler { registered.signal() }
            source.resume()
        }
        for _ in watched { registered.wait() }
        return watch
    }

    /// The signal that came first, if any did.
    var request: Request? { received.withLock { $0 } }

    private func receive(_ request: Request) {
        let isFirst = received.withLock { received in
            defer { received = received ?? request }
            return received == nil
        }
        guard isFirst else {
            StagedFiles.discardAll()
            PrivateFolder.removeAll()
            _exit(request.status.rawValue)
        }
        StopPipe.ofSignals.stop()
        onFirst(request)
    }
}
