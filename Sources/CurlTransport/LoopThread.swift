import Conformance

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A thread of its own for one loop: it may block, which a thread of Swift's pool must not.
struct LoopThread: Sendable {
    private final class Work {
        let run: @Sendable () -> Void

        init(run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    #if canImport(Darwin)
        // A thread's id is a plain value that may be handed about, though its type is a pointer here.
        private nonisolated(unsafe) let id: pthread_t
    #else
        private let id: pthread_t
    #endif

    /// - Throws: `CURLE_FAILED_INIT` where the system gives no thread.
    init(_ run: @escaping @Sendable () -> Void) throws(TransportError) {
        let work = Unmanaged.passRetained(Work(run: run))
        #if canImport(Darwin)
            var created: pthread_t?
        #else
            var created = pthread_t()
        #endif
        let status = pthread_create(&created, nil, { LoopThread.begin($0) }, work.toOpaque())
        #if canImport(Darwin)
            let id = created
        #else
            let id: pthread_t? = created
        #endif
        guard status == 0, let id else {
            work.release()
            throw .refusedRequest(.failedInit, "the system gives no thread (errno \(status))", hint: nil)
        }
        self.id = id
    }

    /// What tells the calling thread from all others; never 0.
    static var current: UInt {
        #if canImport(Darwin)
            UInt(bitPattern: pthread_self())
        #else
            UInt(pthread_self())
        #endif
    }

    /// Puts the calling thread behind the others that are ready to run on its processor.
    static func letOthersRun() {
        sched_yield()
    }

    /// Waits for the thread's end; call it once, when the end is near.
    func join() {
        pthread_join(id, nil)
    }

    /// The first lines of the thread.
    ///
    /// A TLS library may write to a socket that was closed, which must be an error and not a signal.
    private static func begin(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }
}
