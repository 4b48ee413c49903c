/// A version of an SDK: `v15.4.0`.
package struct SDKVersion: Hashable, Comparable, Sendable {
    package let major: Int
    package let minor: Int
    package let patch: Int

    /// Makes a version of its three numbers.
    package init(major: Int, minor: Int, patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads `v15.4.0` or `15.4.0`; nil for any other text.
    package init?(_ text: String) {
        let digits = text.utf8.first == UInt8(ascii: "v") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Self.number)
        guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2] else { return nil }
        self.init(major: major, minor: minor, patch: patch)
    }

    /// At most six digits and nothing else.
    private static func number(_ digits: Substring.UTF8View) -> Int? {
        guard (1...6).contains(digits.count) else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    /// Whether one came before the other, by major, minor and patch.
    package static func < (one: SDKVersion, other: SDKVersion) -> Bool {
        (one.major, one.minor, one.patch) < (other.major, other.minor, other.patch)
    }
}

extension SDKVersion: CustomStringConvertible {
    /// As its tag says it: `v15.4.0`.
    package var description: String { "v\(major).\(minor).\(patch)" }
}
