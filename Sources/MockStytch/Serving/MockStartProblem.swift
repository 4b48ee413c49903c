import NIOCore

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Why a mock cannot listen on its port.
package enum MockStartProblem: Error, Sendable, Hashable {
    /// Another program listens on it.
    case portTaken(Int)
    /// The system keeps it for users with more rights, as it does with those below 1024.
    case portForbidden(Int)

    /// Nil where an error of the server is neither.
    init?(_ error: any Error, port: Int) {
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE: self = .portTaken(port)
        case EACCES: self = .portForbidden(port)
        default: return nil
        }
    }
}
