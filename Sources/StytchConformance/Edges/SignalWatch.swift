import Dispatch
import Foundation
import Synchronization

/// Turns SIGINT and SIGTERM into a call; a second signal ends the program at once.
final class SignalWatch: Sendable {
    /// A signal that asks the program to stop.
    enum Request: Int32, CaseIterable, Sendable {
        case interrupt = 2
        case terminate = 15

        /// As it is named in reports.
        var name: String { self == .interrupt ? "SIGINT" : "SIGTERM" }

        var status: ExitStatus { self == .interrupt ? .interrupted : .terminated }
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
        for request in Request.allCases {
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
        for _ in Request.allCases { registered.wait() }
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
        onFirst(request)
    }
}
