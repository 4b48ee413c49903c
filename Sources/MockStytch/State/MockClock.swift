import Foundation

/// Where the time comes from; projects add an offset of their own.
struct MockClock: Sendable {
    let millisecondsSince1970: @Sendable () -> Int64

    /// The clock of the host.
    static let host = MockClock {
        Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))
    }
}
