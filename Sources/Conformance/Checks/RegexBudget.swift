/// How much work the `$regex` patterns of one check may still be, counted in steps: a state of a pattern looked at once.
///
/// A pattern that follows few ways at once stays within what each byte of a text brings along, so texts of any length are
/// fine; only what is beyond that is taken from a store that all patterns of the check share.
package struct RegexBudget: Sendable, Hashable {
    /// What all matches of one check may take together, beyond what their texts bring along.
    package static let steps = 16_000_000
    /// What each byte of a text brings along.
    package static let stepsOfByte = 16

    /// What is left of the store; 0 or less once it ran out.
    private(set) var left: Int
    /// All steps that were taken, those that texts brought along included.
    package private(set) var spent = 0

    /// Makes a full budget; `steps` is its store.
    package init(steps: Int = Self.steps) {
        left = steps
    }

    /// The most steps that a match on so many bytes of UTF-8 may take.
    func allowance(forBytes count: Int) -> Int {
        max(0, left) + Self.stepsOfByte * count
    }

    /// Notes that a match on so many bytes took so many steps.
    mutating func spend(_ steps: Int, onBytes count: Int) {
        spent += steps
        left -= max(0, steps - Self.stepsOfByte * count)
    }
}
