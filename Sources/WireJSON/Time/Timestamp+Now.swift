#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Timestamp {
    /// The time of day by this machine's clock, in UTC, to the microsecond.
    public static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let microseconds = Int32(time.tv_nsec / 1_000) * 1_000
        return Timestamp(secondsSince1970: Int64(time.tv_sec), nanoseconds: microseconds, fractionDigits: 6)
    }
}
