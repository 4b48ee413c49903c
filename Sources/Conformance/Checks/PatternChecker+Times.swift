import WireJSON

extension PatternChecker {
    /// Checks `$gt`, `$gte`, `$lt` and `$lte`: numbers with numbers, times with times.
    func check(_ comparison: Comparison, _ template: Template, _ value: JSONView, at location: SourceLocation) {
        do throws(TemplateProblem) {
            let bound = try context.bindings.value(of: template)
            let holds: Bool?
            if let number = bound.number {
                holds = value.number.map { comparison.holds($0, number) }
            } else if let time = bound.string.flatMap({ Timestamp($0) }) {
                holds = value.string.flatMap { Timestamp($0) }.map { comparison.holds($0, time) }
            } else {
                return report(
                    at: location,
                    expected: "a number or a time to compare with",
                    actual: bound.text(),
                    note: "this is what '\(comparison.rawValue)' was given"
                )
            }
            if holds != true {
                report(at: location, expected: comparison.words(bound), actual: shown(value))
            }
        } catch {
            report(problem: error, at: location, value)
        }
    }

    /// Checks `$near`: a time text or seconds since 1970, give or take.
    func check(_ near: Near, _ value: JSONView, at location: SourceLocation) {
        do throws(TemplateProblem) {
            let plus = try context.bindings.duration(of: near.plus)
            let within = try context.bindings.duration(of: near.within)
            guard let span = try span(of: near) else {
                return report(
                    at: location,
                    expected: "a time to compare with",
                    actual: describe(near.reference ?? .constant(.null)),
                    note: "this is what '$near' was given"
                )
            }
            let earliest = span.start.adding(plus - within)
            let latest = span.end.adding(plus + within)
            let time = Self.time(of: value)
            if let time, earliest <= time, time <= latest { return }
            report(
                at: location,
                expected: "a time from \(Self.shown(earliest, like: value)) to \(Self.shown(latest, like: value))",
                actual: shown(value),
                note: time.map { Self.distanceWords(of: $0, from: earliest, to: latest) }
            )
        } catch {
            report(problem: error, at: location, value)
        }
    }

    private func span(of near: Near) throws(TemplateProblem) -> (start: Timestamp, end: Timestamp)? {
        guard let reference = near.reference else { return (context.sent, context.received) }
        let value = try context.bindings.value(of: reference)
        let time = value.string.flatMap { Timestamp($0) } ?? value.number.flatMap(Self.time)
        return time.map { ($0, $0) }
    }

    private static func time(of value: JSONView) -> Timestamp? {
        value.string.flatMap { Timestamp($0) } ?? value.number.flatMap(time)
    }

    /// The time so many seconds after 1970; fractions are kept to the nanosecond.
    static func time(_ seconds: JSONNumber) -> Timestamp? {
        if let whole = seconds.int {
            return Timestamp(secondsSince1970: Int64(whole))
        }
        guard let value = seconds.double, abs(value) < 1e12 else { return nil }
        let whole = value.rounded(.down)
        return Timestamp(secondsSince1970: Int64(whole), nanoseconds: Int32((value - whole) * 1e9))
    }

    private static func shown(_ time: Timestamp, like value: JSONView) -> String {
        value.kind == .number ? String(time.secondsSince1970) : JSONText.quoted(time.text)
    }

    private static func distanceWords(of time: Timestamp, from earliest: Timestamp, to latest: Timestamp) -> String {
        time < earliest
            ? "\(DurationWords.text(time.distance(to: earliest))) too early"
            : "\(DurationWords.text(latest.distance(to: time))) too late"
    }
}

extension Comparison {
    func holds<Value: Comparable>(_ value: Value, _ bound: Value) -> Bool {
        switch self {
        case .greater: value > bound
        case .greaterOrEqual: value >= bound
        case .less: value < bound
        case .lessOrEqual: value <= bound
        }
    }

    /// `a number of at least 5`, `a time before "2026-01-01T00:00:00Z"`.
    func words(_ bound: JSONValue) -> String {
        let isTime = bound.string != nil
        let relation =
            switch self {
            case .greater: isTime ? "after" : "greater than"
            case .greaterOrEqual: isTime ? "not before" : "of at least"
            case .less: isTime ? "before" : "less than"
            case .lessOrEqual: isTime ? "not after" : "of at most"
            }
        return "a \(isTime ? "time" : "number") \(relation) \(bound.text())"
    }
}
