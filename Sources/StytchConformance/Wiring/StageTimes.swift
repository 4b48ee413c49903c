import WireJSON

/// How long each stage of a run took, for those who measure the program.
///
/// Judging is part of running: it is added up over all cases, which run side by side, so it can be the longer of the two.
struct StageTimes {
    /// One stage after the other.
    enum Stage: String {
        case load, run, report
    }

    var judge: Duration = .zero
    private var ended: [(stage: Stage, after: Duration)] = []
    private var last = HostClock.uptime()

    /// Says that a stage has ended, and that the next begins.
    mutating func end(_ stage: Stage) {
        let now = HostClock.uptime()
        ended.append((stage, now - last))
        last = now
    }

    /// One JSON object, a member for each stage, in whole microseconds.
    var text: String {
        var object = JSONObject()
        for (stage, time) in ended { object["\(stage.rawValue)Microseconds"] = Self.microseconds(time) }
        object["judgeMicroseconds"] = Self.microseconds(judge)
        return JSONValue.object(object).text() + "\n"
    }

    private static func microseconds(_ duration: Duration) -> JSONValue {
        let parts = duration.components
        return .number(JSONNumber(Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000)))
    }
}
