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
        var differences: [JSONDifference] = []
        collect(expected, actual, at: .root, into: &differences)
        return differences
    }

    private static func collect(
        _ expected: JSONValue?,
        _ actual: JSONValue?,
        at pointer: JSONPointer,
        into differences: inout [JSONDifference]
    ) {
        switch (expected, actual) {
        case (.array(let left), .array(let right)):
            for place in 0..<max(left.count, right.count) {
                let expected = left.dropFirst(place).first
                let actual = right.dropFirst(place).first
                collect(expected, actual, at: pointer.appending(place), into: &differences)
            }
        case (.object(let left), .object(let right)):
            for (key, value) in left {
                collect(value, right[key], at: pointer.appending(key), into: &differences)
            }
            for (key, value) in right where left[key] == nil {
                collect(nil, value, at: pointer.appending(key), into: &differences)
            }
        case (let expected?, let actual?) where expected == actual: break
        default:
            let kind: Kind = expected == nil ? .unexpected : actual == nil ? .missing : .changed
            let difference = JSONDifference(kind: kind, pointer: pointer, expected: expected, actual: actual)
            differences.append(difference)
        }
    }
}
