import WireJSON

extension PatternChecker {
    /// Checks an expected array: as long, and element by element.
    mutating func check(array patterns: [Pattern], _ value: JSONView?, at location: SourceLocation) {
        guard let value else { return reportMissing(describe(patterns), at: location) }
        guard value.kind == .array else {
            return report(at: location, expected: describe(patterns), actual: shown(value))
        }
        var count = 0
        for element in value.elements {
            if count < patterns.count {
                path.append(.element(count))
                check(patterns[count], element)
                path.removeLast()
                if isDecided { return }
            }
            count += 1
        }
        if count != patterns.count {
            report(
                at: location,
                expected: Self.elements(patterns.count),
                actual: "\(Self.elements(count)): \(shown(value))"
            )
        }
    }

    private static func elements(_ count: Int) -> String {
        "\(count) element\(count == 1 ? "" : "s")"
    }

    /// Checks `$each`: every element fits.
    mutating func check(each pattern: Pattern, _ value: JSONView, at location: SourceLocation) {
        guard value.kind == .array else {
            return report(at: location, expected: "an array", actual: shown(value))
        }
        var index = 0
        for element in value.elements {
            path.append(.element(index))
            check(pattern, element)
            path.removeLast()
            if isDecided { return }
            index += 1
        }
    }

    /// Checks `$contains`: every pattern fits some element.
    mutating func check(contains patterns: [Pattern], _ value: JSONView, at location: SourceLocation) {
        guard value.kind == .array else {
            return report(at: location, expected: "an array", actual: shown(value))
        }
        for pattern in patterns {
            var isFound = false
            for element in value.elements where holds(pattern, element) {
                isFound = true
                break
            }
            if !isFound {
                report(
                    at: pattern.location,
                    expected: "an element that fits \(describe(pattern))",
                    actual: shown(value),
                    note: isQuiet ? nil : closest(pattern, Array(value.elements))
                )
            }
            if isDecided { return }
        }
    }

    /// Checks `$unordered`: patterns and elements pair off one to one.
    mutating func check(unordered patterns: [Pattern], _ value: JSONView, at location: SourceLocation) {
        guard value.kind == .array else {
            return report(at: location, expected: "an array", actual: shown(value))
        }
        let elements = Array(value.elements)
        if isQuiet, elements.count != patterns.count {
            return report(at: location, expected: "", actual: "")
        }
        var fits: [[Int]] = []
        for pattern in patterns {
            fits.append(elements.indices.filter { holds(pattern, elements[$0]) })
        }
        let pairing = Pairing(fits, right: elements.count)
        guard !pairing.isPerfect else { return }
        reportUnpaired(patterns, elements, pairing, at: location)
    }

    private mutating func reportUnpaired(
        _ patterns: [Pattern],
        _ elements: [JSONView],
        _ pairing: Pairing,
        at location: SourceLocation
    ) {
        let left = pairing.unmatchedLeft
        let right = pairing.unmatchedRight
        let counts =
            patterns.count == elements.count
            ? nil : "\(Self.elements(patterns.count)) expected, \(elements.count) came"
        for index in left {
            let pattern = patterns[index]
            report(
                at: pattern.location,
                expected: "an element that fits \(describe(pattern))",
                actual: right.isEmpty
                    ? "none left for it" : "only " + right.map { shown(elements[$0]) }.joined(separator: " and "),
                note: counts ?? (isQuiet ? nil : closest(pattern, elements, among: right))
            )
        }
        guard left.isEmpty else { return }
        // Of the array: the place of an element tells nothing where the order does not count, and differs from run to run.
        let places = right.map { "/\($0)" }.joined(separator: " and ")
        report(
            at: location,
            expected: "no more elements",
            actual: right.map { shown(elements[$0]) }.joined(separator: " and "),
            note: counts.map { "\($0); left over: \(places)" }
        )
    }

    /// `closest: body /sessions/1/user_id: expected "u-1", got "u-2"`.
    private mutating func closest(_ pattern: Pattern, _ elements: [JSONView], among candidates: [Int]? = nil) -> String?
    {
        var best: [RawFinding]?
        for index in candidates ?? Array(elements.indices) {
            path.append(.element(index))
            let found = findings(of: pattern, elements[index])
            path.removeLast()
            if found.count < best?.count ?? .max {
                best = found
            }
        }
        return best?.first.map { "closest: \($0.words)" }
    }
}
