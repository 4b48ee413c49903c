#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Ends a loop's wait from another thread: a pipe with at most one byte in it.
struct WakePipe: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    /// Nil where the system gives no pipe.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    /// Ends the wait, or the next one where there is none.
    ///
    /// A full pipe refuses the byte, and has enough in it already.
    func wake() {
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)
    }

    /// Takes back what `wake` put in.
    func drain() {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { bytes in
            while read(readEnd, bytes.baseAddress, bytes.count) == bytes.count {}
        }
    }

    /// Gives both ends back to the system; call it once, when no one else holds the pipe.
    func close() {
        #if canImport(Darwin)
            _ = Darwin.close(readEnd)
            _ = Darwin.close(writeEnd)
        #elseif canImport(Musl)
            _ = Musl.close(readEnd)
            _ = Musl.close(writeEnd)
        #else
            _ = Glibc.close(readEnd)
            _ = Glibc.close(writeEnd)
        #endif
    }
}
