#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where the time comes from; projects add an offset of their own.
struct MockClock: Sendable {
    let millisecondsSince1970: @Sendable () -> Int64

    /// The clock of the host.
    static let host = MockClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
