/// Durations as people read them.
package enum DurationWords {
    /// `350 ms`, `12 s`, `1.5 s`, `20 min`: whole milliseconds below 10 seconds, whole seconds below two minutes.
    package static func text(_ duration: Duration) -> String {
        let parts = duration.components
        let milliseconds = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000
        switch abs(milliseconds) {
        case ..<1_000: return "\(milliseconds) ms"
        case ..<10_000 where milliseconds % 1_000 != 0:
            let tenths = milliseconds / 100
            return "\(tenths / 10).\(abs(tenths % 10)) s"
        case ..<120_000: return "\(milliseconds / 1_000) s"
        case ..<7_200_000: return "\(milliseconds / 60_000) min"
        default: return "\(milliseconds / 3_600_000) h"
        }
    }
}
