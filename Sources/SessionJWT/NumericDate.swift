import WireJSON

/// A time in a token: seconds since 1970, whole or with a fraction, in the years 1 to 9999.
///
/// > Source: RFC 7519 §2, NumericDate
struct NumericDate: Sendable, Equatable {
    let seconds: Int64
    let nanoseconds: Int32

    /// Reads a number, exact where it is whole, else as exact as a double is.
    ///
    /// - Returns: `nil` outside the years 1 to 9999.
    init?(_ number: JSONNumber) {
        if let whole = number.int.map(Int64.init) {
            guard Self.bounds.contains(whole) else { return nil }
            self.init(seconds: whole, nanoseconds: 0)
        } else {
            guard let double = number.double, double.magnitude < Double(Self.bounds.upperBound) else { return nil }
            let floor = double.rounded(.down)
            guard let seconds = Int64(exactly: floor), Self.bounds.contains(seconds) else { return nil }
            self.init(seconds: seconds, nanoseconds: Int32((double - floor) * 1e9))
        }
    }

    private init(seconds: Int64, nanoseconds: Int32) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// The time since 1970.
    var sinceEpoch: Duration { .seconds(seconds) + .nanoseconds(Int64(nanoseconds)) }

    /// The time as the API writes it: no fraction digits for whole seconds, else nine.
    var timestamp: Timestamp {
        Timestamp(
            secondsSince1970: seconds,
            nanoseconds: nanoseconds,
            fractionDigits: nanoseconds == 0 ? 0 : 9
        )
    }

    /// The first second of the year 1 and the last of the year 9999.
    private static let bounds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
}

extension Timestamp {
    /// The time since 1970.
    var sinceEpoch: Duration { .seconds(secondsSince1970) + .nanoseconds(Int64(nanoseconds)) }
}
