#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A point of the clock that only moves forward, in microseconds from any zero.
struct LoopTime: Comparable {
    private let microseconds: Int64

    /// The present, or a point after it.
    static func now(plusMilliseconds milliseconds: Int = 0) -> LoopTime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let present = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
        // An hour is as good as for ever: the loop asks again.
        return LoopTime(microseconds: present + Int64(min(milliseconds, 3_600_000)) * 1_000)
    }

    var isOver: Bool { self <= .now() }

    /// How long until then, rounded up; 0 where it is over.
    fileprivate var millisecondsLeft: Int32 {
        let left = microseconds - LoopTime.now().microseconds
        return left <= 0 ? 0 : Int32(truncatingIfNeeded: (left + 999) / 1_000)
    }

    static func < (one: LoopTime, other: LoopTime) -> Bool { one.microseconds < other.microseconds }
}

extension LoopTime? {
    /// The longest wait until then; -1, which is no limit, where there is no such point.
    var waitMilliseconds: Int32 { self?.millisecondsLeft ?? -1 }
}
