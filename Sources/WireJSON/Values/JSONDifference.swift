/// One place where two values do not mean the same.
public struct JSONDifference: Sendable, Equatable {
    /// In what way they differ.
    public enum Kind: String, Sendable {
        /// Expected, but not there.
        case missing
        /// There, but not expected.
        case unexpected
        /// There with another value.
        case changed
    }

    /// In what way the values differ.
    public let kind: Kind
    /// Where, in both values.
    public let pointer: JSONPointer
    /// What was expected there; nil where `kind` is `unexpected`.
    public let expected: JSONValue?
    /// What is there; nil where `kind` is `missing`.
    public let actual: JSONValue?

    /// All differences by meaning, each as deep as it can be told, in the order of `expected`, then of `actual`.
    ///
    /// Elements of arrays are paired by place. Linear in both values.
    public static func between(expected: JSONValue, actual: JSONValue) -> [JSONDifference] {
        between(expected: expected, actual: actual, numbers: .byValue)
    }

    /// What makes two numbers differ.
    package enum NumberComparison: Sendable {
        /// Another exact decimal.
        case byValue
        /// Another token, though it may say the same: `1.50` and `1.5`.
        case byToken
    }

    /// The same with a choice of how numbers are compared.
    package static func between(
        expected: JSONValue,
        actual: JSONValue,
        numbers: NumberComparison
    ) -> [JSONDifference] {
        var differences: [JSONDifference] = []
        collect(expected, actual, at: .root, numbers, into: &differences)
        return differences
    }

    // Values nest deep, so what goes down with them takes little of the stack: each kind has a function of its own.

    private static func collect(
        _ expected: JSONValue?,
        _ actual: JSONValue?,
        at pointer: JSONPointer,
        _ numbers: NumberComparison,
        into differences: inout [JSONDifference]
    ) {
        switch (expected, actual) {
        case (.array(let left), .array(let right)):
            collect(elementsOf: left, right, at: pointer, numbers, into: &differences)
        case (.object(let left), .object(let right)):
            collect(membersOf: left, right, at: pointer, numbers, into: &differences)
        default:
            collect(leaf: expected, actual, at: pointer, numbers, into: &differences)
        }
    }

    private static func collect(
        elementsOf left: [JSONValue],
        _ right: [JSONValue],
        at pointer: JSONPointer,
        _ numbers: NumberComparison,
        into differences: inout [JSONDifference]
    ) {
        for place in 0..<max(left.count, right.count) {
            let expected = left.dropFirst(place).first
            let actual = right.dropFirst(place).first
            collect(expected, actual, at: pointer.appending(place), numbers, into: &differences)
        }
    }

    private static func collect(
        membersOf left: JSONObject,
        _ right: JSONObject,
        at pointer: JSONPointer,
        _ numbers: NumberComparison,
        into differences: inout [JSONDifference]
    ) {
        for (key, value) in left {
            collect(value, right[key], at: pointer.appending(key), numbers, into: &differences)
        }
        for (key, value) in right where left[key] == nil {
            collect(nil, value, at: pointer.appending(key), numbers, into: &differences)
        }
    }

    private static func collect(
        leaf expected: JSONValue?,
        _ actual: JSONValue?,
        at pointer: JSONPointer,
        _ numbers: NumberComparison,
        into differences: inout [JSONDifference]
    ) {
        if let expected, let actual, areEqual(expected, actual, numbers) { return }
        let kind: Kind = expected == nil ? .unexpected : actual == nil ? .missing : .changed
        differences.append(JSONDifference(kind: kind, pointer: pointer, expected: expected, actual: actual))
    }

    private static func areEqual(_ expected: JSONValue, _ actual: JSONValue, _ numbers: NumberComparison) -> Bool {
        if case (.number(let left), .number(let right)) = (expected, actual), numbers == .byToken {
            return left.token.hasSameScalars(as: right.token)
        }
        return expected == actual
    }
}
