import Conformance
import WireJSON

extension Quantity {
    /// Whole milliseconds, rounded half up, never negative.
    static func milliseconds(_ duration: Duration) -> Int {
        Int(clamping: (max(microseconds(duration), 0) + 500) / 1_000)
    }
}

extension Timestamp {
    /// Whole milliseconds since 1970, rounded down.
    var milliseconds: Int64 { secondsSince1970 * 1_000 + Int64(nanoseconds / 1_000_000) }

    /// The moment so much later, with three digits behind the point, so that all of a file have the same form.
    func later(_ duration: Duration) -> Timestamp {
        let moment = adding(duration)
        let nanoseconds = moment.nanoseconds / 1_000_000 * 1_000_000
        return Timestamp(secondsSince1970: moment.secondsSince1970, nanoseconds: nanoseconds, fractionDigits: 3)
    }
}
